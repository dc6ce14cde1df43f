package app

import (
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/batch"
)

func TestPapersSayWhatCannotBe(t *testing.T) {
	good := Limits{Jobs: 1, Timeout: time.Second, MaxMemory: batch.LeastMemory}
	for want, p := range map[string]Papers{
		"":                   {Names: []string{"a.pdf"}, Limits: good},
		"no file given":      {Limits: good},
		"--null":             {Names: []string{"a.pdf"}, Null: true, Limits: good},
		"both a paper and":   {Names: []string{"-"}, FilesFrom: "-", Limits: good},
		"--jobs 0":           {FilesFrom: "list", Limits: Limits{Timeout: time.Second, MaxMemory: batch.LeastMemory}},
		"--jobs 1025":        {FilesFrom: "list", Limits: Limits{Jobs: 1025, Timeout: time.Second, MaxMemory: batch.LeastMemory}},
		"--timeout -1s":      {FilesFrom: "list", Limits: Limits{Jobs: 1, Timeout: -time.Second, MaxMemory: batch.LeastMemory}},
		"--max-memory 512KB": {FilesFrom: "list", Limits: Limits{Jobs: 1, Timeout: time.Second, MaxMemory: 512 << 10}},
	} {
		err := p.validate()
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, said is %v", want, err)
		}
	}
}

func TestSizesAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]Size{"1KB": 1 << 10, "512MB": 512 << 20, "2GB": 2 << 30, "3 mb": 3 << 20, "1536MB": 1536 << 20} {
		got, err := ParseSize(text)
		if again, e := ParseSize(got.String()); err != nil || e != nil || got != want || again != want {
			t.Errorf("%q is %d, %v, written as %q; want %d", text, got, err, got, want)
		}
	}
	for _, text := range []string{"", "512", "MB", "0MB", "-1MB", "1TB", "9999999999999GB", "1.5GB"} {
		if got, err := ParseSize(text); err == nil {
			t.Errorf("%q is let pass as %v", text, got)
		}
	}
}

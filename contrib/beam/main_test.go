package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"

	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// The words with which a file takes over the process that checks it.
const (
	hangs = "%hang please"
	dies  = "%die please"
)

// puppet does what the bytes that pass by ask for.
type puppet struct{}

func (puppet) Write(p []byte) (int, error) {
	switch {
	case bytes.Contains(p, []byte(hangs)):
		select {}
	case bytes.Contains(p, []byte(dies)):
		os.Exit(3)
	}
	return len(p), nil
}

// TestMain is also the process that checks papers, as main is.
func TestMain(m *testing.M) {
	if isChecker(os.Args) {
		if err := batch.Serve(io.TeeReader(os.Stdin, puppet{}), os.Stdout, version.Version); err != nil {
			os.Exit(1)
		}
		return
	}
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// settingsFor returns settings with a report in a new folder.
func settingsFor(t *testing.T) settings {
	t.Helper()
	p, err := profile.Load("opml20")
	if err != nil {
		t.Fatal(err)
	}
	return settings{
		Profile: p, Head: p.Head(), Timeout: 20 * time.Second, MaxMemory: batch.DefaultMaxMemory,
		Jobs: 2, Output: t.TempDir(), Shards: 3,
	}
}

// checked runs the pipeline on Prism and returns the entries by their paths, and the
// summary.
func checked(t *testing.T, s settings, from sources) (map[string]report.File, tally) {
	t.Helper()
	p := beam.NewPipeline()
	build(p.Root(), s, from)
	if _, err := beam.Run(context.Background(), "prism", p); err != nil {
		t.Fatal(err)
	}
	var sum tally
	if err := json.Unmarshal(read(t, filepath.Join(s.Output, "summary.json")), &sum); err != nil {
		t.Fatal(err)
	}
	return entries(t, s), sum
}

// entries returns the entries of a report by their paths. Each file ends as a shard's.
func entries(t *testing.T, s settings) map[string]report.File {
	t.Helper()
	out := map[string]report.File{}
	for i := range s.Shards {
		name := filepath.Join(s.Output, fmt.Sprintf("papers-%05d-of-%05d.jsonl", i+1, s.Shards))
		lines := slices.Collect(bytes.Lines(read(t, name)))
		last := len(lines) - 1
		var end report.LastLine
		if err := json.Unmarshal(lines[last], &end); err != nil || end.Summary.Shard == nil || end.Summary.Shard.Index != i+1 || end.Summary.Files != last {
			t.Errorf("%s ends with %s (%v)", name, lines[last], err)
		}
		for _, text := range lines[:last] {
			line, err := report.ReadLine(text)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if _, twice := out[line.Path]; twice {
				t.Errorf("%s is in the report twice", line.Path)
			}
			out[line.Path] = line.File
		}
	}
	return out
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// written writes a file of any file system.
func written(t *testing.T, name string, data []byte) string {
	t.Helper()
	files, err := filesystem.New(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := files.OpenWrite(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Write(data); err != nil || out.Close() != nil {
		t.Fatal(err)
	}
	return name
}

// zipped returns a zip archive of files.
func zipped(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// alike fails where an entry says something else of a paper than check.
func alike(t *testing.T, s settings, path string, got report.File, data []byte) {
	t.Helper()
	want := (&check.Checker{Profile: s.Profile}).Check(context.Background(), path, data).Plain()
	if got.Verdict != want.Verdict || got.SHA256 != want.SHA256 || statuses(got) != statuses(want) {
		t.Errorf("%s: got %s, %s; want %s, %s", path, got.Verdict, statuses(got), want.Verdict, statuses(want))
	}
}

func statuses(f report.File) string {
	var out []string
	for _, c := range f.Checks {
		out = append(out, c.Rule+" "+string(c.Status))
	}
	return strings.Join(out, ", ")
}

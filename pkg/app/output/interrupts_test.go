package output

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
)

// TestFilesAreNotLeftBehind: from before a file is opened on, an interrupt ends the run,
// which removes it, and not the program.
func TestFilesAreNotLeftBehind(t *testing.T) {
	format := render.Formats()[0]
	for name, test := range map[string]struct {
		file, copies string
		listens      bool
	}{
		"standard output":  {},
		"a file":           {file: "report.txt", listens: true},
		"annotated copies": {copies: "copies", listens: true},
	} {
		folder, listens := t.TempDir(), false
		in := func(name string) string {
			if name == "" {
				return ""
			}
			return filepath.Join(folder, name)
		}
		streams := system.Streams{Out: io.Discard, Err: io.Discard, Getenv: func(string) string { return "" }, Interruptible: func() { listens = true }}
		out, err := Options{Reports: []Wanted{{Format: format, File: in(test.file)}}}.Open(streams, nil, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out.Discard()
		copies, err := OpenCopies(in(test.copies), &streams, []string{"a.pdf"}, false)
		if err != nil {
			t.Fatal(err)
		}
		copies.Discard()
		if listens != test.listens {
			t.Errorf("%s: listens %v, want %v", name, listens, test.listens)
		}
	}
}

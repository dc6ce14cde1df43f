package watch

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// desk is a watch whose looks the test triggers, over files that contain their
// verdict.
type desk struct {
	Watch
	t      *testing.T
	dir    string
	clock  time.Time
	screen string // what is shown; "" when nothing was drawn since the last look
	latest []string
	checks int
}

// newDesk returns a watch of a file, or of a folder when name is "".
func newDesk(t *testing.T, name string) *desk {
	d := &desk{t: t, dir: t.TempDir(), clock: time.Date(2026, 11, 23, 15, 4, 5, 0, time.UTC)}
	path := filepath.Join(d.dir, name)
	d.Watch = Watch{
		Name: path, Folder: name == "", Now: func() time.Time { return d.clock },
		Look: func() iter.Seq[batch.Input] { return batch.Named([]string{path}, nil, nil) },
		Check: func(ctx context.Context, inputs []batch.Input) iter.Seq[report.File] {
			return func(yield func(report.File) bool) {
				for _, in := range inputs {
					d.checks++
					data, err := in.Read(ctx)
					if err != nil {
						t.Error(err)
					}
					_, rest, _ := strings.Cut(string(data), "\n")
					verdict, _, _ := strings.Cut(rest, "\n")
					file := report.File{Path: in.Path, Verdict: report.Verdict(verdict), Findings: []report.Finding{{Message: "broken"}}}
					if !yield(file) {
						return
					}
				}
			}
		},
		Show: func(files []report.File, news, notes []string) error {
			d.screen, d.latest = "", news
			for _, f := range files {
				d.screen += fmt.Sprintf("%s %s\n", filepath.Base(f.Path), f.Verdict)
			}
			for _, note := range notes {
				d.screen += strings.ReplaceAll(note, d.dir, "") + "\n"
			}
			return nil
		},
	}
	return d
}

// write writes a file some time later, whole or a part of it.
func (d *desk) write(name, text string) {
	d.t.Helper()
	path := filepath.Join(d.dir, name)
	if err := os.WriteFile(path, []byte("%PDF-1.7\n"+text), 0o644); err != nil {
		d.t.Fatal(err)
	}
	d.clock = d.clock.Add(time.Second)
	if err := os.Chtimes(path, d.clock, d.clock); err != nil {
		d.t.Fatal(err)
	}
}

// sees looks once and compares what is drawn with want; "" is nothing.
func (d *desk) sees(want string) {
	d.t.Helper()
	d.screen = ""
	if err := d.step(context.Background()); err != nil {
		d.t.Fatal(err)
	}
	if d.screen != want {
		d.t.Errorf("shown is\n%swant\n%s", d.screen, want)
	}
}

func TestWatchWaitsUntilTheFileIsWhole(t *testing.T) {
	d := newDesk(t, "draft.pdf")
	d.sees("Waiting for /draft.pdf.\n")
	d.sees("")
	d.write("draft.pdf", "pass\n")
	d.sees("/draft.pdf is being written.\n")
	d.sees("") // it rests, but has no end
	d.write("draft.pdf", "pass\n%%EOF\n")
	d.sees("") // it may still grow
	d.sees("draft.pdf pass\n")
	d.sees("")
	d.write("draft.pdf", "fail\n%%EOF\n")
	d.sees("draft.pdf pass\n/draft.pdf is being written. The verdict shown is from 15:04:07.\n")
	d.write("draft.pdf", "fail\n \n%%EOF\n")
	d.sees("") // changed again
	d.sees("draft.pdf fail\n")
	if d.checks != 2 {
		t.Errorf("%d checks, want 2", d.checks)
	}
}

func TestWatchKeepsTheLastVerdict(t *testing.T) {
	d := newDesk(t, "draft.pdf")
	d.write("draft.pdf", "pass\n%%EOF\n")
	d.sees("draft.pdf pass\n") // at the start no one waits
	d.write("draft.pdf", "error\n%%EOF\n")
	d.sees("draft.pdf pass\n/draft.pdf is being written. The verdict shown is from 15:04:06.\n")
	d.sees("draft.pdf pass\n/draft.pdf cannot be read at the moment: broken. The verdict shown is from 15:04:06.\n")
	d.sees("")
	if err := os.Remove(filepath.Join(d.dir, "draft.pdf")); err != nil {
		t.Fatal(err)
	}
	d.sees("draft.pdf pass\n/draft.pdf does not exist at the moment. The verdict shown is from 15:04:06.\n")
	for range 2 * goneLooks {
		d.sees("")
	}
	d.write("new.pdf", "fail\n%%EOF\n") // an editor puts another file in its place
	if err := os.Rename(filepath.Join(d.dir, "new.pdf"), filepath.Join(d.dir, "draft.pdf")); err != nil {
		t.Fatal(err)
	}
	d.sees("draft.pdf pass\n/draft.pdf is being written. The verdict shown is from 15:04:06.\n")
	d.sees("draft.pdf fail\n")
}

func TestWatchFolder(t *testing.T) {
	d := newDesk(t, "")
	d.sees("Waiting for .\n")
	d.write("b.pdf", "pass\n%%EOF\n")
	d.sees("/b.pdf is being written.\n")
	d.write("a.pdf", "fail\n%%EOF\n")
	d.sees("b.pdf pass\n/a.pdf is being written.\n")
	d.sees("a.pdf fail\nb.pdf pass\n")
	if d.checks != 2 {
		t.Errorf("%d checks, want 2", d.checks)
	}
	if err := os.Remove(filepath.Join(d.dir, "b.pdf")); err != nil {
		t.Fatal(err)
	}
	d.sees("a.pdf fail\nb.pdf pass\n/b.pdf does not exist at the moment. The verdict shown is from 15:04:07.\n")
	for range goneLooks - 2 {
		d.sees("")
	}
	d.sees("a.pdf fail\n")
}

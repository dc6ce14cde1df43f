package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
)

// maxBuffered caps the bytes of a step of a writer that are in memory.
const maxBuffered = 4 << 20

// destination is where one report goes. What a step of its writer writes is complete in
// memory before the first byte is written to the destination, unless it is much: the end
// of a report may write tens of thousands of files.
type destination struct {
	Wanted
	writer  render.Writer
	buf     bytes.Buffer
	out     io.Writer
	file    *os.File        // nil for standard output and for a folder
	created bool            // the file is new
	begun   bool            // something was written
	pages   map[string]bool // written into the folder
	lost    error           // why the rest of the report could not be written

	replaces string // the file that a complete report replaces, "" for none
}

// toStdout reports whether a report goes to standard output.
func (w Wanted) toStdout() bool { return w.File == "" || w.File == batch.Stdin }

// oneStdout refuses two reports on standard output, which no reader could separate.
func oneStdout(all []Wanted) error {
	var first *Wanted
	for i, w := range all {
		switch {
		case !w.toStdout():
		case first == nil:
			first = &all[i]
		default:
			return fmt.Errorf("the reports %s and %s would both go to standard output; use a file for one of them with --output or --report", first.Format.Name, w.Format.Name)
		}
	}
	return nil
}

// create opens the file of a report, unless it is a paper or the file of another
// report.
func create(w Wanted, papers []string, others []*destination) (*destination, error) {
	file, created, err := openForWriting(w.File)
	if err != nil {
		return nil, fmt.Errorf("cannot write the report to %s: %w use another file with %s", batch.Shown(w.File), writeReason(w.File, err), w.Flag)
	}
	d := &destination{Wanted: w, out: file, file: file, created: created}
	if err := d.refuse(papers, others); err != nil {
		d.discard()
		return nil, err
	}
	return d, nil
}

// openForWriting opens a file without changing its content, and creates it if needed.
func openForWriting(path string) (file *os.File, created bool, err error) {
	file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if !errors.Is(err, fs.ErrExist) {
		return file, err == nil, err
	}
	file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o644)
	return file, false, err
}

// writeReason describes why a file cannot be written. The remedy of another file
// follows it.
func writeReason(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("folder %s does not exist; create it or", batch.Shown(filepath.Dir(path)))
	}
	return fmt.Errorf("%w;", batch.Reason(err))
}

// refuse returns why the report must not go to its file: it is a paper that is
// checked, any other PDF, or the file of another report.
func (d *destination) refuse(papers []string, others []*destination) error {
	for _, paper := range papers {
		if sameFile(d.file, paper) {
			return d.overwrites(paper)
		}
	}
	if batch.IsPaper(d.File) {
		return d.overwrites(d.File)
	}
	for _, other := range others {
		if other.file != nil && sameRegular(d.file, other.file) || other.takes(d.File) {
			return fmt.Errorf("two reports would go to %s; use another file with %s", batch.Shown(d.File), d.Flag)
		}
	}
	return nil
}

func (d *destination) overwrites(paper string) error {
	what := "the paper "
	if filepath.Ext(paper) == ".jsonl" { // a report that is joined
		what = ""
	}
	return fmt.Errorf("the report would overwrite %s%s; use another file with %s", what, batch.Shown(paper), d.Flag)
}

// sameFile reports whether an open file is the one at path.
func sameFile(file *os.File, path string) bool {
	a, err := file.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

// sameRegular reports whether two open files are the same regular file. A device,
// such as /dev/null, can take several reports.
func sameRegular(a, b *os.File) bool {
	infoA, errA := a.Stat()
	infoB, errB := b.Stat()
	return errA == nil && errB == nil && infoA.Mode().IsRegular() && os.SameFile(infoA, infoB)
}

// discard closes the file, and removes it if it was created for the report.
func (d *destination) discard() {
	if d.file != nil {
		d.file.Close()
	}
	if d.created { // a folder stays if others have put something into it
		os.Remove(d.File)
	}
}

// Write takes what the writer writes.
func (d *destination) Write(p []byte) (int, error) {
	n, err := d.buf.Write(p)
	if d.buf.Len() > maxBuffered {
		err = d.flush()
		d.buf.Reset()
	}
	return n, err
}

// write does one step of the writer and writes its output. After an error the report
// is lost, and its other steps do nothing.
func (d *destination) write(step func(render.Writer) error) {
	if d.lost != nil {
		return
	}
	if d.lost = step(d.writer); d.lost == nil {
		d.lost = d.flush()
	}
	d.buf.Reset()
}

// flush writes the bytes that are complete.
func (d *destination) flush() error {
	if d.buf.Len() == 0 {
		return nil
	}
	if err := d.begin(); err != nil {
		return err
	}
	_, err := d.out.Write(d.buf.Bytes())
	return batch.Reason(err)
}

// begin removes an older report from the file. A device, such as /dev/null, cannot be
// truncated and need not be.
func (d *destination) begin() error {
	if d.begun || d.file == nil {
		return nil
	}
	d.begun = true
	if info, err := d.file.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil
	}
	return d.file.Truncate(0)
}

// close ends the report and returns why it was lost, if it was.
func (d *destination) close() error {
	err := d.lost
	if d.folder() && err == nil {
		err = d.tidy()
	}
	if d.file != nil {
		err = errors.Join(err, d.begin(), d.file.Close())
	}
	if err == nil {
		return nil
	}
	if d.toStdout() {
		return fmt.Errorf("cannot write the report: %w", err)
	}
	return fmt.Errorf("cannot write the report to %s: %w", batch.Shown(d.File), err)
}

package output

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/internal/annotate"
	"github.com/paperfit/paperfit/pkg/internal/dump"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/report"
)

// Copies are the annotated copies of one run; nil if there are none.
type Copies struct {
	out    string // the file, or the folder when there can be several papers
	folder bool
	spared []os.FileInfo // papers that were named, and reports: no copy may overwrite them
	listed bool          // a list may name more papers
	stdin  bytes.Buffer  // what was read from standard input
	taken  map[string]bool
	made   bool // the folder was not there before

	// Make makes the copy of a paper in a worker: this process does not parse papers.
	Make func(ctx context.Context, file report.File, data []byte) ([]byte, error)

	mutex sync.Mutex
	files map[string]string // on disk, of papers whose path in reports is another
}

// OpenCopies opens the destination of the annotated copies before anything is
// checked. A paper on standard input stays in memory for its copy. A list may name
// more papers than args. The copies are nil if out is "".
func OpenCopies(out string, streams *system.Streams, args []string, listed bool) (*Copies, error) {
	if out == "" {
		return nil, nil
	}
	if out == batch.Stdin {
		return nil, errors.New("cannot write an annotated copy to standard output; use a file with --annotate")
	}
	streams.ListenToInterrupts()
	c := &Copies{out: out, folder: len(args) > 1 || listed, listed: listed, taken: map[string]bool{}, files: map[string]string{}}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == batch.Stdin:
			if file, ok := streams.In.(*os.File); ok {
				if info, err := file.Stat(); err == nil {
					c.spared = append(c.spared, info)
				}
			}
			streams.In = io.TeeReader(streams.In, &c.stdin)
		case err != nil: // the report says so
		case info.IsDir():
			c.folder = true
			if within(out, arg) {
				return nil, fmt.Errorf("the annotated copies would be among the papers in %s; use a folder outside of it with --annotate", batch.Shown(arg))
			}
		default:
			c.spared = append(c.spared, info)
		}
	}
	if err := c.prepare(); err != nil {
		return nil, err
	}
	return c, nil
}

// prepare makes the folder, and checks that copies can be written.
func (c *Copies) prepare() error {
	info, err := os.Stat(c.out)
	there, name := err == nil, batch.Shown(c.out)
	switch {
	case c.folder && there && !info.IsDir():
		return fmt.Errorf("cannot write several annotated copies to the file %s; use a folder with --annotate", name)
	case c.folder:
		c.made, err = makeFolder(c.out, "--annotate")
		return err
	case there && info.IsDir():
		return fmt.Errorf("cannot write the annotated copy to %s: it is a folder; use a file with --annotate", name)
	case there && !info.Mode().IsRegular():
		return fmt.Errorf("cannot write the annotated copy to %s: not a regular file; use another file with --annotate", name)
	case there && c.spares(c.out):
		return fmt.Errorf("the annotated copy would overwrite the paper %s; use another file with --annotate", name)
	}
	return CanWrite("the annotated copy", c.out, "--annotate")
}

// Discard removes the folder that was made for copies.
func (c *Copies) Discard() {
	if c != nil && c.made {
		os.Remove(c.out)
	}
}

// From remembers the paths of papers whose names cannot be printed.
func (c *Copies) From(inputs batch.Inputs) batch.Inputs {
	return func(yield func(batch.Input) bool) {
		for in := range inputs {
			if file := in.File(); file != "" && file != in.Path {
				c.mutex.Lock()
				c.files[in.Path] = file
				c.mutex.Unlock()
			}
			if !yield(in) {
				return
			}
		}
	}
}

// file returns where a paper is on disk, by its path in reports.
func (c *Copies) file(path string) string {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if file, ok := c.files[path]; ok {
		return file
	}
	return path
}

// within reports whether path is a folder or is in it.
func within(path, folder string) bool {
	path, err := resolved(path)
	if err != nil {
		return false
	}
	folder, err = resolved(folder)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// resolved returns the absolute path, without links, of a file that may not exist yet.
func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest), nil
		}
		if at == filepath.Dir(at) {
			return path, nil
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// spares reports whether no copy may overwrite the file at path.
func (c *Copies) spares(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	for _, spared := range c.spared {
		if os.SameFile(spared, info) {
			return true
		}
	}
	return false
}

// Spare protects the files of the reports, which are open, from the copies.
func (c *Copies) Spare(reports *Reports) error {
	if c == nil {
		return nil
	}
	for _, d := range reports.list {
		if d.file == nil {
			continue
		}
		info, err := d.file.Stat()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		c.spared = append(c.spared, info)
		if !c.folder && c.spares(c.out) {
			return fmt.Errorf("a report and the annotated copy would both go to %s; use another file with --annotate", batch.Shown(c.out))
		}
	}
	return nil
}

// Write writes the annotated copy of a paper, or reports on errors why there is none.
// It returns whether there is one.
func (c *Copies) Write(ctx context.Context, file report.File, errors io.Writer) bool {
	err := c.writeOne(ctx, file)
	if err != nil {
		fmt.Fprintf(errors, "paperfit: no annotated copy of %s: %v\n", file.Path, err)
	}
	return err == nil
}

func (c *Copies) writeOne(ctx context.Context, file report.File) error {
	if file.Verdict == report.Error {
		return annotate.ErrUnread
	}
	data, err := c.original(file)
	if err != nil {
		return err
	}
	if dump.Is(data) {
		return errors.New("it is a dump, which has no pages to annotate; name the PDF")
	}
	copied, err := c.Make(ctx, file, data)
	if err != nil {
		if errors.Is(err, pdf.ErrForbidden) {
			return fmt.Errorf("%w; export the PDF again without this protection", err)
		}
		return err
	}
	if !c.folder && len(c.taken) > 0 { // an archive
		return errors.New("there are several papers; use a folder with --annotate")
	}
	return WriteWhole(c.target(file.Path), copied, "--annotate")
}

// original reads the paper again and verifies that it is the one that was checked.
func (c *Copies) original(file report.File) ([]byte, error) {
	data := c.stdin.Bytes()
	if info, err := os.Stat(c.file(file.Path)); file.Path != batch.Stdin && err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("a pipe cannot be read twice; save the PDF to a file, or pass it on standard input")
	}
	if file.Path != batch.Stdin {
		var err error
		if data, err = batch.ReadFile(c.file(file.Path), pdf.DefaultLimits().FileBytes); err != nil {
			return nil, fmt.Errorf("cannot read it again by this name (%w); if it is in an archive, unpack that first", err)
		}
	}
	if sum := sha256.Sum256(data); !dump.Is(data) && hex.EncodeToString(sum[:]) != file.SHA256 {
		return nil, errors.New("the file changed while it was checked; run the check again")
	}
	return data, nil
}

// target returns the path of a paper's copy. Copies in a folder have the names of
// their papers; if two are the same, or a paper or report has the name, they get a
// number.
func (c *Copies) target(paper string) string {
	if !c.folder {
		c.taken[c.out] = true
		return c.out
	}
	name := filepath.Base(c.file(paper))
	if paper == batch.Stdin {
		name = "stdin.pdf"
	}
	base, ext := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
	for n := 2; ; n++ {
		path := filepath.Join(c.out, name)
		if key := strings.ToLower(name); !c.taken[key] && !c.spares(path) && !(c.listed && exists(path)) { // some systems ignore case
			c.taken[key] = true
			return path
		}
		name = fmt.Sprintf("%s-%d%s", base, n, ext)
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

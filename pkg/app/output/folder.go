package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
)

// toFolder reports whether a report goes to a folder of pages: its format has that
// form, and its name is of a folder, or of nothing yet and without a file extension.
func (w Wanted) toFolder() bool {
	if w.toStdout() || !w.Format.HasFolder() {
		return false
	}
	if info, err := os.Stat(w.File); err == nil {
		return info.IsDir()
	}
	return os.IsPathSeparator(w.File[len(w.File)-1]) || filepath.Ext(w.File) == ""
}

// createFolder creates the folder of a report, unless pages would overwrite anything
// but pages of an older report.
func createFolder(w Wanted, others []*destination, opt render.Options) (*destination, error) {
	for _, other := range others {
		if other.folder() && samePath(other.File, w.File) {
			return nil, fmt.Errorf("two reports would go to %s; use another folder with %s", batch.Shown(w.File), w.Flag)
		}
	}
	made, err := makeFolder(w.File, w.Flag)
	if err != nil {
		return nil, err
	}
	foreign, _, err := pagesIn(w.File)
	switch {
	case err != nil:
		return nil, fmt.Errorf("cannot read the folder %s: %w; use another folder with %s", batch.Shown(w.File), batch.Reason(err), w.Flag)
	case len(foreign) > 0:
		return nil, fmt.Errorf("the report could overwrite %s, which paperfit did not write; use another folder with %s", batch.Shown(foreign[0]), w.Flag)
	}
	d := &destination{Wanted: w, out: io.Discard, created: made, pages: map[string]bool{}}
	d.writer = w.Format.OpenFolder(func(name string, data []byte) error {
		path := filepath.Join(w.File, name)
		d.pages[path] = true
		return WriteWhole(path, data, w.Flag)
	}, opt)
	return d, nil
}

// tidy removes the pages that an older overview left in the folder, once the new one
// is complete, and what a run that was killed did not finish. Nothing else is touched.
func (d *destination) tidy() error {
	removeLeft(d.File, strings.TrimSuffix(temporary, "*"))
	_, ours, err := pagesIn(d.File)
	for _, path := range ours {
		if !d.pages[path] {
			err = errors.Join(err, os.Remove(path))
		}
	}
	if err != nil {
		return fmt.Errorf("cannot remove pages of an older report: %w", err)
	}
	return nil
}

// folder reports whether a report goes to a folder.
func (d *destination) folder() bool { return d.file == nil && d.File != "" && !d.toStdout() }

// takes reports whether a report goes to a folder in which it may write the file
// at path.
func (d *destination) takes(path string) bool {
	return d.folder() && render.IsFolderName(filepath.Base(path)) && samePath(filepath.Dir(path), d.File)
}

func samePath(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// pagesIn returns the files in a folder that have the name of a page: pages of an
// overview that paperfit wrote, and others.
func pagesIn(folder string) (foreign, ours []string, err error) {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		switch {
		case !render.IsFolderName(entry.Name()):
		case entry.Type().IsRegular() && isFolderPage(path):
			ours = append(ours, path)
		default:
			foreign = append(foreign, path)
		}
	}
	return foreign, ours, err
}

// isFolderPage reports whether a file is a page of an overview that paperfit wrote.
func isFolderPage(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(file, head) // a shorter file is not a page
	return render.IsFolderPage(head[:n])
}

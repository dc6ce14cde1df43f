package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
)

// toFolder reports whether a report goes to a folder of pages: its format has
// that form, and its name is of a folder, or of nothing yet and without the
// ending that a file would have.
func (w Wanted) toFolder() bool {
	if w.toStdout() || !w.Format.HasFolder() {
		return false
	}
	if info, err := os.Stat(w.File); err == nil {
		return info.IsDir()
	}
	return os.IsPathSeparator(w.File[len(w.File)-1]) || filepath.Ext(w.File) == ""
}

// createFolder makes the folder of a report, unless pages would take the place of
// anything but pages of an older report.
func createFolder(w Wanted, others []*destination, opt render.Options) (*destination, error) {
	for _, other := range others {
		if other.folder() && samePath(other.File, w.File) {
			return nil, fmt.Errorf("two reports would go to %s; name another folder with %s", batch.Shown(w.File), w.Flag)
		}
	}
	made, err := makeFolder(w.File, w.Flag)
	if err != nil {
		return nil, err
	}
	foreign, _, err := pagesIn(w.File)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the folder %s cannot be read: %w; name another one with %s", batch.Shown(w.File), batch.Reason(err), w.Flag)
	case len(foreign) > 0:
		return nil, fmt.Errorf("the report could overwrite %s, which is no page of an overview of paperfit's; name another folder with %s", batch.Shown(foreign[0]), w.Flag)
	}
	d := &destination{Wanted: w, out: io.Discard, created: made, pages: map[string]bool{}}
	d.writer = w.Format.OpenFolder(func(name string, data []byte) error {
		path := filepath.Join(w.File, name)
		d.pages[path] = true
		return WriteWhole(path, data, w.Flag)
	}, opt)
	return d, nil
}

// tidy takes away the pages that an older overview left in the folder, when the
// new one is whole. Nothing else is touched.
func (d *destination) tidy() error {
	_, ours, err := pagesIn(d.File)
	for _, path := range ours {
		if !d.pages[path] {
			err = errors.Join(err, os.Remove(path))
		}
	}
	if err != nil {
		return fmt.Errorf("pages of an older report are left in %s: %w", batch.Shown(d.File), err)
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

// pagesIn returns the files in a folder that have the name of a page: those that
// are pages of an overview of ours, and others.
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

// isFolderPage reports whether a file is a page of an overview of ours.
func isFolderPage(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(file, head) // a short file is no page
	return render.IsFolderPage(head[:n])
}

package main

import (
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
func (w wanted) toFolder() bool {
	if w.toStdout() || !w.format.HasFolder() {
		return false
	}
	if info, err := os.Stat(w.file); err == nil {
		return info.IsDir()
	}
	return os.IsPathSeparator(w.file[len(w.file)-1]) || filepath.Ext(w.file) == ""
}

// createFolder makes the folder of a report, unless pages would take the place of
// anything but pages of an older report.
func createFolder(w wanted, others []*destination, opt render.Options) (*destination, error) {
	for _, other := range others {
		if other.folder() && samePath(other.wanted.file, w.file) {
			return nil, fmt.Errorf("two reports would go to %s; name another folder with %s", batch.Shown(w.file), w.flag)
		}
	}
	made, err := makeFolder(w.file, w.flag)
	if err != nil {
		return nil, err
	}
	if foreign, err := foreignPage(w.file); err != nil || foreign != "" {
		if err != nil {
			return nil, fmt.Errorf("the folder %s cannot be read: %w; name another one with %s", batch.Shown(w.file), batch.Reason(err), w.flag)
		}
		return nil, fmt.Errorf("the report could overwrite %s, which is no page of paperfit's; name another folder with %s", batch.Shown(foreign), w.flag)
	}
	d := &destination{wanted: w, out: io.Discard, created: made}
	d.writer = w.format.OpenFolder(func(name string, data []byte) error {
		return writeWhole(filepath.Join(w.file, name), data, w.flag)
	}, opt)
	return d, nil
}

// folder reports whether a report goes to a folder.
func (d *destination) folder() bool { return d.file == nil && d.wanted.file != "" && !d.toStdout() }

// takes reports whether a report goes to a folder in which it may write the file
// at path.
func (d *destination) takes(path string) bool {
	return d.folder() && render.IsFolderName(filepath.Base(path)) && samePath(filepath.Dir(path), d.wanted.file)
}

func samePath(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// foreignPage returns a file in a folder that has the name of a page and is none
// of ours, "" where there is none.
func foreignPage(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		if render.IsFolderName(entry.Name()) && !(entry.Type().IsRegular() && isOurs(path)) {
			return path, nil
		}
	}
	return "", nil
}

// isOurs reports whether a file is a page of ours.
func isOurs(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(file, head) // a short file is no page
	return render.IsOurs(head[:n])
}

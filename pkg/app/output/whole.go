package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
)

// temporary is the pattern of the names of files that are not complete yet.
const temporary = ".paperfit-*"

// WriteWhole writes a file completely or not at all. The flag set its path.
func WriteWhole(path string, data []byte, flag string) error {
	failed := func(err error) error {
		return fmt.Errorf("cannot write %s: %w use another file with %s", batch.Shown(path), writeReason(path, err), flag)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // a device, such as /dev/null
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return failed(err)
		}
		return nil
	}
	file, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return failed(err)
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Chmod(0o644), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
		return failed(err)
	}
	return nil
}

// AddWhole adds a report that replaces the file at path when the run is complete, so
// that the one before it can be read until then. Besides, it holds the sketches of
// pages that other reports need. The flag set the path. It returns how many unfinished
// successors runs that were killed had left, which are removed.
func (r *Reports) AddWhole(format render.Format, path, flag string) (removed int, err error) {
	if batch.IsPaper(path) {
		return 0, fmt.Errorf("the report would overwrite the paper %s; use another file with %s", batch.Shown(path), flag)
	}
	for _, other := range r.list {
		if other.file != nil && isSamePath(other.File, path) || other.takes(path) {
			return 0, fmt.Errorf("two reports would go to %s; use another file with %s", batch.Shown(path), flag)
		}
	}
	if err := CanWrite("the report", path, flag); err != nil {
		return 0, err
	}
	prefix := strings.TrimSuffix(temporary, "*") + filepath.Base(path) + "-"
	removed = removeLeft(filepath.Dir(path), prefix)
	file, err := os.CreateTemp(filepath.Dir(path), prefix+"*")
	if err != nil {
		return removed, fmt.Errorf("cannot write the report to %s: %w use another file with %s", batch.Shown(path), writeReason(path, err), flag)
	}
	d := &destination{Wanted: Wanted{Format: format, File: file.Name(), Flag: flag}, out: file, file: file, created: true, replaces: path}
	d.writer = format.Open(d, render.Options{})
	r.list = append(r.list, d)
	return removed, nil
}

// removeLeft removes the regular files in a folder whose names begin so, and returns
// how many there were.
func removeLeft(folder, prefix string) (removed int) {
	entries, err := os.ReadDir(folder) // what was read before an error is in it
	if err != nil {
		return 0
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), prefix) && entry.Type().IsRegular() && os.Remove(filepath.Join(folder, entry.Name())) == nil {
			removed++
		}
	}
	return removed
}

// replace ends a report that replaces a file: of an interrupted run, it is dropped.
func (d *destination) replace(interrupted bool) error {
	if interrupted {
		d.discard()
		return nil
	}
	err := d.lost
	if err == nil {
		err = d.file.Chmod(modeOf(d.replaces))
	}
	err = errors.Join(err, d.file.Close())
	if err == nil {
		err = os.Rename(d.File, d.replaces)
	}
	if err != nil {
		os.Remove(d.File)
		return fmt.Errorf("cannot write the report to %s: %w", batch.Shown(d.replaces), err)
	}
	return nil
}

// modeOf returns the permissions of a file, those of a new one where there is none.
func modeOf(path string) fs.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// CanWrite returns, before there is anything to write, why path cannot be written.
// The flag set the path.
func CanWrite(what, path, flag string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil // a device or a pipe, which can be opened only once
	}
	file, err := os.OpenFile(path, os.O_WRONLY, 0) // it may be protected
	if err == nil {
		err = file.Close()
	}
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		err = canMake(filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("cannot write %s to %s: %w use another file with %s", what, batch.Shown(path), writeReason(path, err), flag)
	}
	return nil
}

// canMake returns why no file can be created in a folder.
func canMake(folder string) error {
	file, err := os.CreateTemp(folder, temporary)
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// makeFolder creates a folder if needed, and checks that files can be created in it.
func makeFolder(path, flag string) (made bool, err error) {
	_, err = os.Stat(path)
	made = errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(path, 0o755); err != nil {
		return false, fmt.Errorf("cannot create the folder %s: %w; use another folder with %s", batch.Shown(path), batch.Reason(err), flag)
	}
	if err := canMake(path); err != nil {
		return made, fmt.Errorf("cannot write to the folder %s: %w; use another folder with %s", batch.Shown(path), batch.Reason(err), flag)
	}
	return made, nil
}

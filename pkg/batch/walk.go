package batch

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// Named yields the files of some names: a file as it is, a folder as the papers
// in it and in its folders, an archive as the papers in it, and Stdin, where in
// is not nil, as what is read from it. In folders and archives a paper is
// whatever is named *.pdf, and any other file that is a PDF, unless it is a supplement
// by its name; what is passed over is counted.
func Named(names []string, in io.Reader, skips *Skips) Inputs {
	return func(yield func(Input) bool) {
		for _, name := range names {
			if name == Stdin && in != nil {
				read := func(room int64) ([]byte, error) { return readPaper(Stdin, in, room) }
				if !yield(Input{Path: Stdin, read: read}) {
					return
				}
			} else if !yieldNamed(name, skips, yield) {
				return
			}
		}
	}
}

func yieldNamed(name string, skips *Skips, yield func(Input) bool) bool {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return yield(fault(name, Reason(err)))
	case info.IsDir():
		return papersIn(name, skips, errNoPDFs, yieldFolder, yield)
	case info.Mode().IsRegular() && !isNamedPDF(name):
		if found, err := sniff(name); err == nil && found == archive {
			return papersIn(name, skips, errNoPapers, yieldArchive, yield)
		}
	}
	return yield(file(name))
}

// file is the input of a file on disk.
func file(path string) Input {
	return Input{Path: Shown(path), file: path, read: func(room int64) ([]byte, error) { return readPaper(path, nil, room) }}
}

// The faults of folders and of what is named *.pdf in them.
var (
	errNoPDFs   = wording.NewError(wording.FolderEmpty, nil)
	errSpecial  = wording.NewError(wording.SpecialFile, nil)
	errDangling = wording.NewError(wording.LinkDangling, nil)
	errAnnex    = wording.NewError(wording.AnnexMissing, nil)
	errLoop     = wording.NewError(wording.LinkLoop, nil)
	errDepth    = wording.NewError(wording.FolderTooDeep, nil)
)

// maxDepth caps how deep folders are walked.
const maxDepth = 64

// walk is a walk through a folder.
type walk struct {
	yield   func(Input) bool
	skips   *Skips
	roots   []string // real paths of the folders that are walked with all that is in them
	found   bool
	stopped bool
}

// yieldFolder yields the papers in a folder and the folders in it, sorted, and
// an error where it holds none or where a part of it cannot be read.
func yieldFolder(root string, skips *Skips, yield func(Input) bool) bool {
	w := walk{yield: yield, skips: skips}
	if real, err := realPath(root); err == nil {
		w.roots = append(w.roots, real)
	}
	w.folder(root, 0)
	if !w.stopped && !w.found {
		return yield(fault(root, errNoPDFs))
	}
	return !w.stopped
}

// offer yields an input.
func (w *walk) offer(in Input) {
	w.found = true
	if !w.stopped && !w.yield(in) {
		w.stopped = true
	}
}

// folder walks one folder.
func (w *walk) folder(path string, depth int) {
	if depth > maxDepth {
		w.offer(fault(path, errDepth))
		return
	}
	entries, err := os.ReadDir(path) // what was read before an error is in it
	for _, entry := range entries {
		if w.stopped {
			return
		}
		w.entry(filepath.Join(path, entry.Name()), entry, depth)
	}
	if err != nil {
		w.offer(fault(path, folderReason(err)))
	}
}

func folderReason(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return wording.NewError(wording.FolderNoPermission, nil)
	}
	return Reason(err)
}

// entry walks what stands in a folder.
func (w *walk) entry(path string, entry fs.DirEntry, depth int) {
	switch name := entry.Name(); {
	case isHidden(name):
		w.skips.add(kindHidden)
	case entry.IsDir() && isDownload(name):
		w.skips.add(kindUnfinished)
	case entry.IsDir():
		w.inner(path, depth)
	case entry.Type()&fs.ModeSymlink != 0 && w.link(path, depth):
	case isUnfinished(name):
		w.skips.add(kindUnfinished)
	case isNamedPDF(name):
		w.named(path)
	default:
		w.unnamed(path)
	}
}

// inner walks a folder in a folder. One that is named like a paper and holds none
// is a fault.
func (w *walk) inner(path string, depth int) {
	before := w.found
	w.found = false
	w.folder(path, depth+1)
	if !w.found && isNamedPDF(path) {
		w.offer(fault(path, errNoPDFs))
	}
	w.found = w.found || before
}

// named offers what is named like a paper, whatever it is. A pipe, which would
// wait for ever, is not opened.
func (w *walk) named(path string) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		w.offer(fault(path, errSpecial))
		return
	}
	w.offer(file(path))
}

// unnamed offers a file that is a paper by its content alone.
func (w *walk) unnamed(path string) {
	found, err := sniff(path)
	switch {
	case err != nil:
		w.offer(fault(path, Reason(err)))
	case found == archive:
		w.found = true
		w.stopped = !yieldArchive(path, w.skips, w.yield)
	case found == paper, found == unread: // which is reported as what it is
		w.offer(file(path))
	case found == special:
		w.skips.add(kindSpecial)
	default:
		w.skips.add(kindOfName(path))
	}
}

// link walks a link to a folder; ok is false for any other. A folder that is
// walked anyway is not walked twice, and one that the link lies in would have no
// end.
func (w *walk) link(path string, depth int) (ok bool) {
	info, err := os.Stat(path)
	if err != nil {
		w.dangling(path, err)
		return true
	}
	if !info.IsDir() {
		return false
	}
	real, err := realPath(path)
	if err != nil {
		w.offer(fault(path, Reason(err)))
		return true
	}
	place, _ := realPath(filepath.Dir(path))
	if within(place, real) {
		w.offer(fault(path, errLoop))
		return true
	}
	for _, root := range w.roots {
		if within(real, root) {
			return true
		}
	}
	w.roots = append(w.roots, real)
	w.inner(path, depth)
	return true
}

// dangling offers a link that leads to no file, where it is named like a paper or
// leads nowhere for another reason than that.
func (w *walk) dangling(path string, err error) {
	missing := errors.Is(err, fs.ErrNotExist)
	target, _ := os.Readlink(path) // "" where it cannot be read
	switch {
	case missing && !isNamedPDF(path):
		w.skips.add(kindDangling)
	case missing && strings.Contains(filepath.ToSlash(target), ".git/annex/objects/"):
		w.offer(fault(path, errAnnex))
	case missing:
		w.offer(fault(path, errDangling))
	default: // such as a link to itself
		w.offer(fault(path, Reason(err)))
	}
}

// realPath returns the path without links.
func realPath(path string) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(absolute)
}

// within reports whether a path is a folder or lies in it.
func within(path, folder string) bool {
	if path == folder {
		return true
	}
	if !isSeparator(folder[len(folder)-1]) {
		folder += string(filepath.Separator)
	}
	return strings.HasPrefix(path, folder)
}

func isSeparator(c byte) bool { return os.IsPathSeparator(c) }

package batch

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Caps on archives.
const (
	maxEntries   = 100_000   // of an archive; a large venue has 30,000 papers, with supplements
	maxDirectory = 32 << 20  // bytes read to list them
	maxRatio     = 100       // how many times its size a file may unpack to: papers are packed already
	freeRatio    = 1 << 20   // bytes that any file may unpack to, whatever the ratio
	maxUnpacked  = 128 << 30 // bytes of all files together
)

// archiveMagic begins the header of a file in a ZIP archive, emptyMagic an
// archive without files (PKWARE APPNOTE 4.3.7, 4.3.16).
var (
	archiveMagic = []byte("PK\x03\x04")
	emptyMagic   = []byte("PK\x05\x06")
)

// isZIP reports whether a file that begins so is a ZIP archive, and not one of the
// documents that are archives inside.
func isZIP(head []byte) bool {
	if bytes.HasPrefix(head, emptyMagic) {
		return true
	}
	const nameAt = 30
	if !bytes.HasPrefix(head, archiveMagic) || len(head) < nameAt {
		return false
	}
	size := int(head[26]) | int(head[27])<<8
	name := string(head[nameAt:min(len(head), nameAt+size)])
	for _, document := range []string{"[Content_Types].xml", "_rels/", "docProps/", "word/", "ppt/", "xl/", "mimetype", "META-INF/", "AndroidManifest.xml"} {
		if strings.HasPrefix(name, document) {
			return false
		}
	}
	return true
}

// The faults of archives and of the files in them.
var (
	errNoArchive  = wording.NewError(wording.ArchiveDamaged, nil)
	errEntries    = wording.NewError(wording.ArchiveEntries, report.Args{"most": maxEntries})
	errDirectory  = wording.NewError(wording.ArchiveDirectory, report.Args{"most": maxDirectory >> 20})
	errUnpacked   = wording.NewError(wording.ArchiveUnpacked, report.Args{"most": maxUnpacked >> 30})
	errRatio      = wording.NewError(wording.ArchiveRatio, report.Args{"most": maxRatio})
	errOverlap    = wording.NewError(wording.ArchiveOverlap, nil)
	errNoPapers   = wording.NewError(wording.ArchiveEmpty, nil)
	errNested     = wording.NewError(wording.ArchiveNested, nil)
	errNoFile     = wording.NewError(wording.ArchiveLink, nil)
	errLocked     = wording.NewError(wording.ArchiveEncrypted, nil)
	errPacking    = wording.NewError(wording.ArchiveMethod, nil)
	errSparse     = wording.NewError(wording.ArchiveSparse, nil)
	errWindow     = wording.NewError(wording.ArchiveWindow, report.Args{"most": maxWindow >> 20})
	errChanged    = wording.NewError(wording.ArchiveChanged, nil)
	errPacked     = wording.NewError(wording.ArchiveFile, nil)
	errOutOfBytes = errors.New("too much data")
)

// opened is an archive whose file is closed when nobody reads from it any more.
type opened struct {
	file   *os.File
	users  atomic.Int32
	skips  *Skips
	hidden hidden
}

func (a *opened) release() {
	if a.users.Add(-1) == 0 {
		a.file.Close()
	}
}

// yieldArchive yields the papers in an archive, in its order. Their names are
// shown and lead nowhere: nothing is unpacked onto the disk.
func yieldArchive(path string, skips *Skips, yield func(Input) bool) bool {
	file, err := os.Open(path)
	if err != nil {
		return yield(fault(path, Reason(err)))
	}
	if head, err := readHead(file); err == nil && !isZIP(head) {
		file.Close()
		return yieldTar(path, skips, yield)
	}
	return yieldZIP(path, file, skips, yield)
}

// yieldZIP yields the papers in a ZIP archive, which it closes.
func yieldZIP(path string, file *os.File, skips *Skips, yield func(Input) bool) bool {
	a := &opened{file: file, skips: skips, hidden: hidden{}}
	a.users.Store(1)
	defer a.release()
	entries, err := listArchive(file)
	if err != nil {
		return yield(fault(path, err))
	}
	found := false
	var total uint64
	for _, entry := range entries {
		if total += min(entry.UncompressedSize64, maxUnpacked); total > maxUnpacked {
			return yield(fault(path, errUnpacked))
		}
		in, ok := a.input(path+"/"+entry.Name, entry)
		if !ok {
			continue
		}
		found = true
		if !yield(in) {
			return false
		}
	}
	return found || yield(fault(path, errNoPapers))
}

// listArchive lists the files of an archive.
func listArchive(file *os.File) ([]*zip.File, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, Reason(err)
	}
	return listArchiveAt(file, info.Size())
}

// listArchiveAt lists the files of an archive of so many bytes.
func listArchiveAt(r io.ReaderAt, size int64) ([]*zip.File, error) {
	capped := &cappedReaderAt{r: r}
	capped.left.Store(maxDirectory)
	list, err := zip.NewReader(capped, size)
	switch {
	case err != nil && capped.left.Load() <= 0:
		return nil, errDirectory
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, errNoArchive
	case len(list.File) > maxEntries:
		return nil, errEntries
	}
	capped.left.Store(1 << 62) // from here on the files are capped one by one
	if overlapping(list.File) {
		return nil, errOverlap
	}
	return list.File, nil
}

// overlapping reports whether the packed data of two files overlap. Where they do
// not, no byte of the archive is read more than twice: to know a file by its
// content, and to unpack it.
func overlapping(files []*zip.File) bool {
	type span struct{ from, to uint64 }
	var spans []span
	for _, f := range files {
		if at, err := f.DataOffset(); err == nil && f.CompressedSize64 > 0 {
			spans = append(spans, span{uint64(at), uint64(at) + min(f.CompressedSize64, math.MaxInt64)})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return true
		}
	}
	return false
}

// cappedReaderAt ends after a number of bytes.
type cappedReaderAt struct {
	r    io.ReaderAt
	left atomic.Int64
}

// ReadAt reads what is left.
func (c *cappedReaderAt) ReadAt(p []byte, at int64) (int, error) {
	if c.left.Add(-int64(len(p))) < 0 {
		return 0, errOutOfBytes
	}
	return c.r.ReadAt(p, at)
}

// input returns the input of a file in an archive; ok is false for what is no
// paper, which is counted.
func (a *opened) input(path string, entry *zip.File) (in Input, ok bool) {
	name := filepath.Base(filepath.FromSlash(entry.Name))
	isFolder := entry.Mode().IsDir() || strings.HasSuffix(entry.Name, "/")
	switch {
	case a.hidden.holds(entry.Name, a.skips):
		return Input{}, false
	case isFolder:
		return Input{}, false
	case isUnfinished(name):
		a.skips.add(kindUnfinished)
		return Input{}, false
	case !entry.Mode().IsRegular() && isNamedPDF(name):
		return fault(path, errNoFile), true
	case !entry.Mode().IsRegular():
		a.skips.add(kindLink)
		return Input{}, false
	}
	return a.fileInput(path, entry)
}

// hidden are the hidden files and folders of an archive that were counted.
type hidden map[string]bool

// holds reports whether a file lies in a hidden folder or is hidden itself, and counts
// the outermost of them once, as a walk through the same folders on disk would.
func (h hidden) holds(name string, skips *Skips) bool {
	for at, part := 0, ""; at < len(name); at += len(part) + 1 {
		part, _, _ = strings.Cut(name[at:], "/")
		if !isHidden(part) {
			continue
		}
		if outermost := name[:at+len(part)]; !h[outermost] {
			h[outermost] = true
			skips.add(kindHidden)
		}
		return true
	}
	return false
}

// kindIn returns what a file in an archive is, by its first bytes and its name.
func kindIn(head []byte, name string) kind {
	found := kindOf(head)
	if found == unread || packingOf(head) != unpacked && isNamedTar(name) {
		return archive
	}
	return found
}

// fileInput returns the input of a regular file in an archive that is not hidden.
func (a *opened) fileInput(path string, entry *zip.File) (in Input, ok bool) {
	const encrypted = 1 << 0
	if entry.Flags&encrypted != 0 {
		return fault(path, errLocked), true
	}
	reader, err := entry.Open()
	if err != nil {
		return fault(path, archiveReason(err)), true
	}
	defer reader.Close()
	head, err := readHead(reader)
	named := isNamedPDF(entry.Name)
	switch found := kindIn(head, entry.Name); {
	case found != paper && err != nil:
		return fault(path, archiveReason(err)), true
	case named:
	case found == archive:
		return fault(path, errNested), true
	case found == other:
		a.skips.add(kindOfName(entry.Name))
		return Input{}, false
	}
	a.users.Add(1)
	return Input{Path: Shown(path), size: int64(min(entry.UncompressedSize64, uint64(maxFile))), release: a.release, read: func(room int64) ([]byte, error) {
		defer a.release()
		return unpack(entry, min(maxFile, room/2))
	}}, true
}

// unpack reads a file in an archive up to its caps.
func unpack(entry *zip.File, largest int64) ([]byte, error) {
	most := int64(freeRatio)
	if packed := entry.CompressedSize64; packed < uint64(maxFile) {
		most = max(most, int64(packed)*maxRatio)
	} else {
		most = maxFile
	}
	reader, err := entry.Open()
	if err != nil {
		return nil, archiveReason(err)
	}
	defer reader.Close()
	data, err := gather(io.LimitReader(reader, min(most, largest)+1))
	switch {
	case int64(len(data)) > largest:
		return nil, tooLarge(largest)
	case int64(len(data)) > most:
		return nil, errRatio
	case err != nil:
		return nil, archiveReason(err)
	}
	return data, nil
}

// archiveReason says in words why a file in an archive cannot be read.
func archiveReason(err error) error {
	if errors.Is(err, zip.ErrAlgorithm) {
		return errPacking
	}
	return errPacked
}

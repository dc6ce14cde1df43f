package batch

import (
	"archive/tar"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"sync"
)

// maxKept caps the bytes of papers of a tar archive that are in memory because a later
// one was read before them.
const maxKept = maxHeld

// tarball is a tar archive. It is listed and read from its beginning to its end, since
// what is packed has no other way; papers that are passed over on the way to another are
// kept, and where that is too much, or one was read too early, it is read from its
// beginning again.
type tarball struct {
	path   string
	skips  *Skips
	hidden hidden

	mutex   sync.Mutex
	users   int
	reader  *tarReader // nil: it is not open
	next    int        // number of the entry that comes next
	waiting map[int]tarEntry
	kept    map[int][]byte
	bytes   int64 // that are kept
}

// tarEntry is a paper that was listed.
type tarEntry struct {
	name string
	size int64
}

// yieldTar yields the papers in a tar archive, in its order.
func yieldTar(path string, skips *Skips, yield func(Input) bool) bool {
	list, err := openTar(path)
	if err != nil {
		return yield(fault(path, err))
	}
	defer list.close()
	a := &tarball{path: path, skips: skips, hidden: hidden{}, users: 1, waiting: map[int]tarEntry{}, kept: map[int][]byte{}}
	defer a.release(-1)
	found := false
	for n := 0; ; n++ {
		header, err := list.Next()
		switch {
		case errors.Is(err, io.EOF) && !list.isWhole():
			return yield(fault(path, errNoArchive))
		case errors.Is(err, io.EOF):
			return found || yield(fault(path, errNoPapers))
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return yield(fault(path, tarReason(err)))
		case n >= maxEntries:
			return yield(fault(path, errEntries))
		}
		in, ok := a.input(n, header, list)
		if !ok {
			continue
		}
		found = true
		if !yield(in) {
			return false
		}
	}
}

// input returns the input of an entry; ok is false for what is no paper, which is
// counted.
func (a *tarball) input(n int, header *tar.Header, data io.Reader) (in Input, ok bool) {
	name := filepath.Base(filepath.FromSlash(header.Name))
	path := a.path + "/" + strings.TrimPrefix(header.Name, "./")
	named := isNamedPDF(name)
	switch {
	case a.hidden.holds(header.Name, a.skips), header.Typeflag == tar.TypeDir, header.Typeflag == tar.TypeXGlobalHeader:
		return Input{}, false
	case isUnfinished(name):
		a.skips.add(kindUnfinished)
		return Input{}, false
	case header.Typeflag != tar.TypeReg && header.Typeflag != tar.TypeGNUSparse && named:
		return fault(path, errNoFile), true
	case header.Typeflag == tar.TypeLink || header.Typeflag == tar.TypeSymlink:
		a.skips.add(kindLink)
		return Input{}, false
	case isSparse(header) && named:
		return fault(path, errSparse), true
	case header.Typeflag != tar.TypeReg || isSparse(header):
		a.skips.add(kindSpecial)
		return Input{}, false
	}
	if !named {
		head, err := readHead(data)
		switch found := kindIn(head, name); {
		case err != nil:
			return fault(path, tarReason(err)), true
		case found == archive:
			return fault(path, errNested), true
		case found != paper:
			a.skips.add(kindOfName(name))
			return Input{}, false
		}
	}
	return a.paper(n, path, tarEntry{header.Name, header.Size}), true
}

// isSparse reports whether an entry has holes, which an archive can claim any number of
// bytes for.
func isSparse(header *tar.Header) bool {
	if header.Typeflag == tar.TypeGNUSparse {
		return true
	}
	for key := range header.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return true
		}
	}
	return false
}

// paper returns the input of a paper.
func (a *tarball) paper(n int, path string, entry tarEntry) Input {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.users++
	a.waiting[n] = entry
	return Input{
		Path: Shown(path), size: min(entry.size, maxFile), release: func() { a.release(n) },
		read: func(room int64) ([]byte, error) {
			defer a.release(n)
			return a.read(n, min(maxFile, room/2))
		},
	}
}

// release lets go of an entry. The archive is closed when nobody reads from it any more.
func (a *tarball) release(n int) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.drop(n)
	if a.users--; a.users == 0 && a.reader != nil {
		a.reader.close()
	}
}

// drop forgets an entry.
func (a *tarball) drop(n int) {
	a.bytes -= int64(len(a.kept[n]))
	delete(a.kept, n)
	delete(a.waiting, n)
}

// read reads a paper that may have so many bytes at most.
func (a *tarball) read(n int, largest int64) ([]byte, error) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	entry := a.waiting[n]
	if data, ok := a.kept[n]; ok {
		a.drop(n)
		return data, nil
	}
	if entry.size > largest {
		return nil, tooLarge(largest)
	}
	if err := a.goTo(n); err != nil {
		return nil, err
	}
	return a.entry(entry)
}

// goTo reads on to the entry of a number, and keeps what is still waited for before it.
func (a *tarball) goTo(n int) error {
	if a.reader != nil && a.next > n {
		a.reader.close()
		a.reader = nil
	}
	if a.reader == nil {
		reader, err := openTar(a.path)
		if err != nil {
			return err
		}
		a.reader, a.next = reader, 0
	}
	for a.next < n {
		entry, waited := a.waiting[a.next]
		if _, there := a.kept[a.next]; !waited || there || a.bytes+entry.size > maxKept {
			a.next++
			if _, err := a.reader.Next(); err != nil && !errors.Is(err, tar.ErrInsecurePath) {
				return tarReason(err)
			}
			continue
		}
		data, err := a.entry(entry)
		if err != nil {
			return err
		}
		a.kept[a.next-1] = data
		a.bytes += int64(len(data))
	}
	return nil
}

// entry reads the next entry, which must be the one that was listed.
func (a *tarball) entry(want tarEntry) ([]byte, error) {
	header, err := a.reader.Next()
	a.next++
	switch {
	case err != nil && !errors.Is(err, tar.ErrInsecurePath):
		return nil, tarReason(err)
	case header.Name != want.name || header.Size != want.size:
		return nil, errChanged
	}
	data, err := gather(a.reader) // piece by piece: the size is a claim
	if err != nil {
		return nil, tarReason(err)
	}
	return data, nil
}

//go:build amd64 || arm64

package memory

import "unsafe"

// How memory is laid out. Where any of it is otherwise, large pages do not come, or come
// elsewhere: nothing else changes.
const (
	// smallPage and largePage are the sizes of pages on most machines.
	smallPage = 4 << 10
	largePage = 2 << 20
	// heapStep is by how much Go's heap grows, and what its parts are aligned to.
	heapStep = 4 << 20
	// share is what each of Go's processors takes at once of the heap, for objects of less
	// than a quarter of it.
	share = 512 << 10
	most  = share/4 - 8<<10 // the largest object of a share
	least = 40 << 10        // the smallest that has no size class
)

const (
	// repays is how much of a large page has to be free for the page to repay its making.
	repays = 256 << 10
	// maxSkipped is how much of the heap is left unused at most, beside the rest of a share.
	// It counts as used, and Go is to collect no garbage yet, as it may from 2.8 MB on.
	maxSkipped = 2 << 20
)

// skipped is memory of the heap that is not used until garbage is collected, so that the
// system does not provide it.
var skipped []byte

// skip leaves so many bytes of the heap unused, and returns where they are.
func skip(bytes uintptr) (address uintptr) {
	skipped = make([]byte, bytes)
	return uintptr(unsafe.Pointer(unsafe.SliceData(skipped)))
}

// askForLargePages asks for large pages where the heap goes on. The system provides memory
// in small pages, each on first use, some 600 for a short paper; in a virtual machine that
// takes up to a quarter of its time. Pages in use are made large ones even where the system
// makes none by itself; a process that may have none (prctl(2), PR_SET_THP_DISABLE) gets none.
func askForLargePages() {
	top := skip(least)
	rest, start, end := largePagesFor(top)
	if rest > 0 { // little is left, but a share of it would still take small objects
		top = leaveShare()
		rest, start, end = largePagesFor(top)
	}
	if rest > 0 {
		skip(rest)
		if rest+share <= maxSkipped && skip(least) < start { // a share of it is still in use
			leaveShare()
		}
	}
	skipped = nil
	_ = giveLargePages(top, start, end)
}

// giveLargePages asks for large pages from start to end, of a heap whose used part ends at
// top. That is a wish: where the system has none to give, pages stay small.
func giveLargePages(top, start, end uintptr) (errno uintptr) {
	errno = advise(start, end-start, hugePage)
	for page := start; page < end && errno == 0; page += largePage {
		if page+largePage-max(page, top) >= repays && inUse(page) {
			errno = advise(page, largePage, collapse)
		}
	}
	return errno
}

// largePagesFor returns where a heap whose used part ends at top, an address that Go draws
// by lot, is to have large pages: in what it grew by last, or where little of that is left,
// in what it grows by next, once the rest is skipped.
func largePagesFor(top uintptr) (rest, start, end uintptr) {
	end = top&^(heapStep-1) + heapStep
	if end-top <= maxSkipped {
		return end - top, end, end + heapStep
	}
	return 0, top &^ (largePage - 1), end
}

// leaveShare skips what is left of the share that small objects are placed in, so that
// they are placed where the heap ends, and returns where that is.
func leaveShare() (top uintptr) {
	old := skip(least) &^ (share - 1)
	for _, size := range []uintptr{most, least} {
		for range share / size {
			if top = skip(size); top&^(share-1) != old {
				break
			}
		}
	}
	return top
}

// inUse reports whether the system has provided some small page of what is to be a large
// one: then it is no large page on first use, but can be made one.
func inUse(page uintptr) bool {
	var provided [largePage / smallPage]byte
	_, _, errno := rawSyscall(mincore, page, largePage, uintptr(unsafe.Pointer(&provided)))
	if errno != 0 {
		return false
	}
	for _, p := range provided {
		if p&1 != 0 {
			return true
		}
	}
	return false
}

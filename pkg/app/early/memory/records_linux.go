//go:build amd64 || arm64

package memory

import "unsafe"

// recordsAhead is how many bytes of records a short paper takes at least. It is less
// than what is left of the 256 KB that the runtime takes for them at once; beyond these
// the system would provide other memory of the runtime's, or none.
const recordsAhead = 160 << 10

// askForRecords asks at once for the memory in which Go's runtime keeps records of its own
// until the program ends: its lists of spans, above all. It uses it page by page, with a page
// fault for each.
func askForRecords() {
	_ = provide(recordsAt(), recordsAhead)
}

// provide has the system provide so many bytes of memory after the page of an address.
func provide(address, size uintptr) (errno uintptr) {
	return advise(address&^(smallPage-1)+smallPage, size, populateWrite)
}

type record struct{}

func (record) recorded() {}

// anything is of a type of which the compiler does not know that it implements an interface.
var anything any = record{}

// recordsAt returns an address among the records: that of a table of methods, which the
// runtime makes when it first meets a type that implements an interface.
func recordsAt() uintptr {
	found, _ := anything.(interface{ recorded() })
	return *(*uintptr)(unsafe.Pointer(&found)) // the first of an interface's two words
}

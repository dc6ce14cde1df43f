//go:build linux && !race

package batch

import (
	"syscall"

	"github.com/paperfit/paperfit/pkg/internal/confine"
)

const (
	secretReason = "limit max-memory of 128 MB"
	// Where the system refuses memory, Go does not always come to say so.
	beyondReason = "limit max-memory of 128 MB|died twice"
)

// growInSecret takes memory that Go's runtime does not know of.
func growInSecret() {
	for {
		block, err := syscall.Mmap(-1, 0, 16<<20, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
		must(err)
		for i := range block {
			block[i] = 1
		}
	}
}

// growBeyond takes more than the system grants, faster than anybody looks: it is
// not written to.
func growBeyond(most int64) {
	confine.Process(confine.Limits{Memory: most + systemMargin})
	hoard = make([]byte, 4*most)
}

var hoard []byte

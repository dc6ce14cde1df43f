// Package one has the program run on one core where it would run on all. It does so as it
// is initialized, and imports so little that Go comes to it before all packages that
// allocate: what these allocate is of the core that stays. Whether its user has set the
// number is known later.
package one

import "runtime"

// Core tells that the program was brought to one core here.
var Core bool

func init() {
	if all := runtime.GOMAXPROCS(0); all > 1 && all == runtime.NumCPU() {
		runtime.GOMAXPROCS(1)
		Core = true
	}
}

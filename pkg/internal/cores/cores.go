// Package cores says how many cores some work repays. A program that checks a paper
// begins on one: to wake threads for what is done at once takes a tenth of the time of
// a short paper, and more of a scan's.
package cores

import (
	"runtime"
	"sync"
)

// all lets a program that began on one core use all of them.
var all = func() {}

// count is how many these are; 0: the program did not begin on one core.
var count int

// BeginOnOne lets the program run on one core until All, or until there is work for more;
// then it calls end first. It is called before any other function of the package; already
// tells that the program was brought to one core before. GOMAXPROCS in the environment has
// precedence: then it reports false, and so it does where there is only one core.
func BeginOnOne(already bool, getenv func(string) string, end func()) bool {
	before := runtime.GOMAXPROCS(0)
	if already { // which is done for as many as there are
		before = runtime.NumCPU()
	}
	switch {
	case getenv("GOMAXPROCS") != "":
		if already {
			runtime.GOMAXPROCS(before)
		}
		return false
	case already:
	case before == 1:
		return false
	default:
		runtime.GOMAXPROCS(1)
	}
	count = before
	all = sync.OnceFunc(func() {
		end()
		runtime.SetDefaultGOMAXPROCS()
	})
	return true
}

// All lets the program use all cores, as for several files.
func All() { all() }

// Count returns how many cores the program may use: those of the machine, or fewer where
// GOMAXPROCS in the environment or the CPU limit of a container says so.
func Count() int {
	if count > 0 {
		return count
	}
	return runtime.GOMAXPROCS(0)
}

// For returns how many cores to use for work that repays no more than worth: 1 or more.
func For(worth int) int {
	if worth <= 1 {
		return 1
	}
	All()
	return min(worth, runtime.GOMAXPROCS(0))
}

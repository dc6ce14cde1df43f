//go:build !linux || race

package crosscheck

// confine does nothing: on other systems GOMEMLIMIT and the parent's deadline
// have to do, and the race detector needs more address space than any limit.
func confine() {}

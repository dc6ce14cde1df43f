//go:build linux && !386 && !amd64

package confine

// forbiddenHere are the older forms of forbidden system calls.
var forbiddenHere []uint32

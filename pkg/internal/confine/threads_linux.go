//go:build !cgo

package confine

// findsThreads tells that threads are found in a folder of /proc: without cgo Go's
// runtime knows them all.
const findsThreads = false

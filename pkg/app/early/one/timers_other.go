//go:build !(linux && !cgo && (amd64 || arm64) && go1.26 && !go1.27)

package one

// relaxTimers leaves it to package early.
func relaxTimers() bool { return false }

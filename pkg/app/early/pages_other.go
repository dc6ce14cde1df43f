//go:build !linux

package early

// askForLargePages does nothing: only on Linux it is known to help.
func askForLargePages() {}

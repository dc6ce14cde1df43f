//go:build !linux

package early

// askForLargePage does nothing: only on Linux it is known to help.
func askForLargePage() {}

//go:build !linux

package early

// These do nothing: only on Linux they are known to help.
func askForCode() {}

func askForLargePages() {}

func askForRecords() {}

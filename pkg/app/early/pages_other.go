//go:build !linux

package early

// askForLargePages and askForRecords do nothing: only on Linux they are known to help.
func askForLargePages() {}

func askForRecords() {}

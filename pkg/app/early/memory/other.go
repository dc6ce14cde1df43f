//go:build !(linux && (amd64 || arm64))

package memory

// These do nothing: only on Linux they are known to help.
func askForCode() {}

func askForLargePages() {}

func askForRecords() {}

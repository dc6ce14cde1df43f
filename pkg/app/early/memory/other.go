//go:build !(linux && (amd64 || arm64))

package memory

// These do nothing: they are known to help on Linux, on the processors that most machines
// have.
func askForCode() {}

func askForLargePages() {}

func askForRecords() {}

//go:build !(linux && (amd64 || arm64))

package memory

// These do nothing: only Linux on amd64 and arm64 is known to benefit.
func askForCode() {}

func askForLargePages() {}

func askForRecords() {}

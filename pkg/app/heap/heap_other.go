//go:build !linux

package heap

const hasLargePages = false

func adviseLargePages(uintptr, int) {}

func grants(int) bool { return false } // nothing is requested

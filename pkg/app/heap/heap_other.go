//go:build !linux

package heap

const hasLargePages = false

func adviseLargePages(uintptr, int) {}

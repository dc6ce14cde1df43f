//go:build !linux

package main

const hasLargePages = false

func adviseLargePages([]byte) {}

//go:build !linux

package batch

// watchMemory has nothing to look at; the worker's own watch has to do.
func watchMemory(int, int64, func()) (stop func()) { return func() {} }

func watchResident(int, func(int64) bool, func()) (stop func()) { return func() {} }

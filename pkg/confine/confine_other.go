//go:build !linux && !darwin

package confine

func process(Limits) {}

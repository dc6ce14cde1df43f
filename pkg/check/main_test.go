package check

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets garbage lie longer: tests make much of it beside little that stays.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

// Package check makes the whole journey for one file: bytes → Document →
// Pages → Layouts → Facts → report.File. It is the Go API for submission sites.
package check

import (
	"context"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Checker checks papers against one profile. The zero Limits are the defaults.
type Checker struct {
	Profile *profile.Profile
	// FailOnWarning makes a broken rule of severity warning fail the file.
	FailOnWarning bool
}

// Check checks one file. It always returns a file object with a verdict; what
// keeps a paper from being measured is told in it.
func (c *Checker) Check(ctx context.Context, name string, data []byte) report.File {
	panic("being written")
}

//go:build !unix

package batch

import "os"

// killed ends this process at once.
func killed() error { os.Exit(1); return nil }

//go:build !race

package confine

// racing reports the race detector, which needs more memory than any limit.
const racing = false

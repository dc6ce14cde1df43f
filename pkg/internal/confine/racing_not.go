//go:build !race

package confine

// racing tells of the race detector, which needs more memory than any limit.
const racing = false

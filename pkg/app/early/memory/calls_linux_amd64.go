package memory

// Numbers of system calls.
const (
	madvise = 28
	mincore = 27
)

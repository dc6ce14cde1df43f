package memory

// Numbers of system calls.
const (
	madvise = 233
	mincore = 232
)

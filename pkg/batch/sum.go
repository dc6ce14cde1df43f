package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
)

// sumBuffer is how much of a file is in memory while its sum is taken, in bytes.
const sumBuffer = 256 << 10

var sumBuffers = sync.Pool{New: func() any { return new([sumBuffer]byte) }}

// Sum returns the SHA-256 of the bytes of a file, in hex, without keeping them. There is
// none (ok is false) of what is not a regular file on disk, cannot be read, or is too
// large for a paper. Reading that never ends does not outlast the context.
func (in Input) Sum(ctx context.Context) (sum string, ok bool) {
	if in.Err != nil || in.file == "" {
		return "", false
	}
	done := make(chan string, 1)
	go func() { done <- sumOf(in.file) }()
	select {
	case sum = <-done:
		return sum, sum != ""
	case <-ctx.Done():
		return "", false
	}
}

// sumOf returns the sum of a file, "" where there is none.
func sumOf(path string) string {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	buffer := sumBuffers.Get().(*[sumBuffer]byte)
	defer sumBuffers.Put(buffer)
	hash := sha256.New()
	// Without its other methods, the file is read through the buffer.
	if _, err := io.CopyBuffer(hash, io.LimitReader(struct{ io.Reader }{file}, maxFile), buffer[:]); err != nil {
		return ""
	}
	return hex.EncodeToString(hash.Sum(nil))
}

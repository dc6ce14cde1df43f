package batch

import (
	"bytes"
	"io"
	"os"
	"time"
)

// Stamp distinguishes one state of a file from another without reading it all.
type Stamp struct {
	Size     int64
	Modified time.Time
	// Whole reports whether the file ends as a PDF does. A program that writes one
	// in pieces writes its end last.
	Whole bool
}

// tailBytes is how far from the end viewers look for the end-of-file mark.
const tailBytes = 1024

// Stamp returns the state of the input; ok is false when it is not a file on disk.
func (in Input) Stamp() (s Stamp, ok bool) {
	if in.Err != nil || in.file == "" {
		return Stamp{}, false
	}
	if info, err := os.Stat(in.file); err != nil || !info.Mode().IsRegular() {
		return Stamp{}, false // no one may write to a pipe
	}
	file, err := os.Open(in.file)
	if err != nil {
		return Stamp{}, false
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return Stamp{}, false
	}
	tail, err := io.ReadAll(io.NewSectionReader(file, max(0, info.Size()-tailBytes), tailBytes))
	whole := err == nil && bytes.Contains(tail, []byte("%%EOF"))
	return Stamp{Size: info.Size(), Modified: info.ModTime(), Whole: whole}, true
}

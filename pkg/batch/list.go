package batch

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// maxList caps the bytes of a list of files.
const maxList = 64 << 20

// List reads a list of file names from a file, or from in when its name is
// Stdin: one on each line, or, as find -print0 writes them, each ended by a NUL.
func List(name string, in io.Reader, null bool) ([]string, error) {
	data, err := readList(name, in)
	if err != nil {
		return nil, fmt.Errorf("the list of files %s: %w", name, err)
	}
	separator := []byte("\n")
	if null {
		separator = []byte{0}
	}
	var names []string
	for line := range bytes.SplitSeq(data, separator) {
		if !null {
			line = bytes.TrimSuffix(line, []byte("\r"))
		}
		if len(line) > 0 {
			names = append(names, string(line))
		}
	}
	if !null && bytes.IndexByte(data, 0) >= 0 {
		return nil, fmt.Errorf("the list of files %s holds NUL bytes; add --null if they end its names", name)
	}
	return names, nil
}

func readList(name string, in io.Reader) ([]byte, error) {
	if name == Stdin {
		return readAll(in, maxList)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, Reason(err)
	}
	defer file.Close()
	return readAll(file, maxList)
}

package machine

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
)

// What GitHub takes of a run; it refuses a file beyond (docs.github.com, "SARIF
// support for code scanning"). The action that uploads the file packs it by gzip.
const (
	maxSarifResults = 25_000
	maxSarifBytes   = 10_000_000 // packed
)

// write writes the file of the run within the results that were kept, and so many bytes
// when it is packed. What is left out it tells.
func (run *sarifBuilder) write(w io.Writer, packed int) error {
	part, keep := run.whole(), run.kept.total()
	whole := keep <= run.kept.most
	if !whole {
		keep = run.kept.most
		part = run.part(keep, packed)
	}
	for {
		size, err := packedSize(func(w io.Writer) error { return run.writePart(w, part) }, packed)
		switch {
		case err != nil:
			return err
		case size <= packed || keep == 0 && !whole:
			return run.writePart(w, part)
		case !whole: // what stays may pack worse than what goes: some more goes
			keep = min(keep-1, keep*packed/size*9/10)
		}
		whole = false
		part = run.part(keep, packed)
	}
}

// packedSize returns the size of what is written when it is packed, where that may be
// more than most.
func packedSize(write func(io.Writer) error, most int) (int, error) {
	var plain counter
	if err := write(&plain); err != nil || int(plain) <= most {
		return int(plain), err
	}
	var n counter
	packer := gzip.NewWriter(&n)
	in := bufio.NewWriterSize(packer, 1<<16)
	if err := write(in); err != nil {
		return 0, err
	}
	_ = in.Flush() // a counter has no errors
	_ = packer.Close()
	return int(n), nil
}

// counter counts what is written.
type counter int

// Write counts p.
func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

// sarifPart is what is written of a run.
type sarifPart struct {
	results []int              // in the order in which they are written, by their places among all
	files   []int32            // that are listed, by their places among all
	at      []int32            // of each file, its place in the list, noFile where it is not listed
	told    *sarifNotification // what is left out; nil: nothing
}

// whole returns all of the run.
func (run *sarifBuilder) whole() sarifPart {
	part := run.emptyPart()
	for i := range run.kept.files.Len() {
		part.list(int32(i))
	}
	for i := range run.kept.results.Len() {
		part.results = append(part.results, i)
	}
	return part
}

// emptyPart returns a part without files and results.
func (run *sarifBuilder) emptyPart() sarifPart {
	part := sarifPart{at: make([]int32, run.kept.files.Len())}
	for i := range part.at {
		part.at[i] = noFile
	}
	return part
}

// list lists a file.
func (p *sarifPart) list(file int32) {
	if p.at[file] == noFile {
		p.at[file] = int32(len(p.files))
		p.files = append(p.files, file)
	}
}

// part returns the run with so many of its results, errors first, and with the
// files and notes that belong to them. It tells what is left out and why.
func (run *sarifBuilder) part(keep, packed int) sarifPart {
	part := run.emptyPart()
	for level := range run.kept.levels {
		for i, of := range run.kept.of {
			if int(of.level) == level && len(part.results) < keep {
				part.results = append(part.results, i)
				part.list(of.file)
			}
		}
	}
	text := fmt.Sprintf("left out are %s and %s without one: code scanning takes at most %d results and %.4g MB packed by gzip",
		words.Plural(run.kept.total()-keep, "result"), words.Plural(len(part.at)-len(part.files), "file"), run.kept.most, float64(packed)/1e6)
	part.told = &sarifNotification{Level: "warning", Message: sarifText{Text: text}}
	return part
}

// Package jsonlines reads reports in JSON Lines again: first what each line is about,
// then the lines that are needed, so that a report of any length takes little memory.
package jsonlines

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/paperfit/paperfit/pkg/report"
)

// Caps on what a file claims to be a report.
const (
	maxLine  = 64 << 20 // bytes
	maxHead  = 64 << 10 // bytes of a line up to its measures
	maxLines = 4_000_000
)

// Report is a report in JSON Lines whose lines can be read one by one.
type Report struct {
	Name    string
	Entries []Entry
	Last    []Last // what its runs say at their ends
	Torn    bool   // its last line is not whole
	Foreign int    // lines that are none of a report

	begun   bool // its last line begins like one of a report
	origins map[Origin]*Origin
}

// Origin is what a line was made with.
type Origin struct {
	Schema  string
	Tool    report.Tool
	Profile report.Profile
}

// Entry is a line about one file.
type Entry struct {
	*Origin  // shared by the lines that have it in common
	Path     string
	SHA256   string
	Verdict  report.Verdict
	Category string

	from   *Report
	offset int64
	length int
}

// Last is the last line of a run.
type Last struct {
	*Origin
	Summary report.Summary
}

// Open finds the lines of a report. The error is fs.ErrNotExist where there is no such
// file.
func Open(name string) (*Report, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := &Report{Name: name, origins: map[Origin]*Origin{}}
	return r, r.index(file)
}

// IsForeign reports whether the file holds something, and nothing of a report.
func (r *Report) IsForeign() bool {
	return len(r.Entries) == 0 && len(r.Last) == 0 && (r.Foreign > 0 || r.Torn && !r.begun)
}

// index finds the lines.
func (r *Report) index(file io.Reader) error {
	in := bufio.NewReaderSize(file, maxHead)
	lines := 0
	for offset := int64(0); ; lines++ {
		head, length, err := readHead(in)
		if length > 0 {
			r.add(head, offset, length, err == nil)
		}
		offset += int64(length)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case lines > maxLines:
			return fmt.Errorf("more than %d lines", maxLines)
		}
	}
}

// readHead returns the beginning of the next line, until the next is read, and the length
// of all of it in bytes. The error is io.EOF where no newline ends it.
func readHead(in *bufio.Reader) (head []byte, length int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		full := errors.Is(err, bufio.ErrBufferFull)
		switch {
		case length == 0 && full: // what follows is read into the same place
			head = bytes.Clone(part)
		case length == 0:
			head = part
		}
		if length += len(part); !full {
			return head, length, err
		}
	}
}

// lineStart begins every line of a report.
var lineStart = []byte(`{"schema":"paperfit.report/`)

// add adds a line by its head.
func (r *Report) add(data []byte, offset int64, length int, whole bool) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return
	case !whole:
		r.Torn, r.begun = true, bytes.HasPrefix(data, lineStart[:min(len(data), len(lineStart))])
		return
	case length > maxLine:
		r.Foreign++
		return
	}
	h, last, err := parseHead(data)
	switch {
	case err != nil:
		r.Foreign++
	case last != nil:
		r.Last = append(r.Last, Last{r.shared(h.Origin), last.Summary})
	default:
		r.Entries = append(r.Entries, Entry{r.shared(h.Origin), h.path, h.sum, h.verdict, h.category, r, offset, length})
	}
}

// shared returns the one copy of an origin.
func (r *Report) shared(o Origin) *Origin {
	if r.origins[o] == nil {
		r.origins[o] = &o
	}
	return r.origins[o]
}

// head is what a line says before its measures.
type head struct {
	Origin
	path, sum, category string
	verdict             report.Verdict
}

var errHead = errors.New("no line of a report")

// parseHead reads the members of a line up to its measures; of a last line, all.
func parseHead(data []byte) (head, *report.LastLine, error) {
	var h head
	var other any // which only the whole line is read for
	members := map[string]any{
		"schema": &h.Schema, "tool": &h.Tool, "profile": &h.Profile,
		"path": &h.path, "sha256": &h.sum, "bytes": &other, "verdict": &h.verdict, "category": &h.category, "submission": &other, "program": &other,
	}
	in := json.NewDecoder(bytes.NewReader(data))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return head{}, nil, errHead
	}
	for {
		token, err := in.Token()
		name, ok := token.(string)
		switch {
		case err != nil || !ok:
			return head{}, nil, errHead
		case name == "measured" && h.Schema != "" && h.path != "":
			return h, nil, nil
		case name == "summary":
			last, err := parseLast(data)
			return h, last, err
		case members[name] == nil:
			return head{}, nil, errHead
		}
		if err := in.Decode(members[name]); err != nil {
			return head{}, nil, errHead
		}
	}
}

// parseLast reads a last line, strictly: a report in JSON may be one line too.
func parseLast(data []byte) (*report.LastLine, error) {
	in := json.NewDecoder(bytes.NewReader(data))
	in.DisallowUnknownFields()
	var last report.LastLine
	if err := in.Decode(&last); err != nil {
		return nil, errHead
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return nil, errHead
	}
	return &last, nil
}

// rooms hold lines while they are read.
var rooms = sync.Pool{New: func() any { return new([maxHead]byte) }}

// room returns room for a line of so many bytes, until it is released.
func room(length int) (data []byte, release func()) {
	if length > maxHead {
		return make([]byte, length), func() {}
	}
	whole := rooms.Get().(*[maxHead]byte)
	return whole[:length], func() { rooms.Put(whole) }
}

// Read reads the entry, strictly. The file may have changed since it was opened.
func (e *Entry) Read() (report.File, error) {
	file, err := os.Open(e.from.Name)
	if err != nil {
		return report.File{}, err
	}
	defer file.Close()
	data, release := room(e.length)
	defer release()
	if _, err := file.ReadAt(data, e.offset); err != nil {
		return report.File{}, err
	}
	line, err := report.ReadLine(data)
	if err == nil && (line.Path != e.Path || line.SHA256 != e.SHA256 || line.Verdict != e.Verdict) {
		err = errors.New("the file was changed while it was read")
	}
	return line.File, err
}

// From returns the name of the report that the entry stands in.
func (e *Entry) From() string { return e.from.Name }

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

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// Caps on what a file claims to be a report.
const (
	maxLine    = 64 << 20 // bytes
	maxHead    = 64 << 10 // bytes of a line up to its measures
	maxEntries = 4_000_000
)

// Report is a report in JSON Lines whose lines can be read one by one.
type Report struct {
	Name    string // as it can be printed
	Entries []Entry
	Last    []report.LastLine // what its runs say at their ends
	Torn    bool              // its last line is not whole
	Foreign int               // lines that are none of a report

	file *os.File
}

// Entry is a line about one file.
type Entry struct {
	Head
	from   *Report
	offset int64
	length int
}

// Head is what a line says before its measures.
type Head struct {
	Schema   string
	Tool     report.Tool
	Profile  report.Profile
	Path     string
	SHA256   string
	Bytes    int64
	Verdict  report.Verdict
	Category string

	Submission *report.SubmissionRef
	Program    report.Program
}

// Open opens a report and finds its lines. Close it when its lines are read. The error
// is fs.ErrNotExist where there is no such file.
func Open(name string) (*Report, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	r := &Report{Name: batch.Shown(name), file: file}
	if err := r.index(); err != nil {
		file.Close()
		return nil, err
	}
	return r, nil
}

// Close closes the file.
func (r *Report) Close() error { return r.file.Close() }

// index finds the lines.
func (r *Report) index() error {
	in := bufio.NewReaderSize(r.file, maxHead)
	for offset := int64(0); ; {
		head, length, err := readHead(in)
		if length > 0 {
			r.add(head, offset, length, err == nil)
		}
		offset += int64(length)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return batch.Reason(err)
		case len(r.Entries) > maxEntries:
			return fmt.Errorf("more than %d lines", maxEntries)
		}
	}
}

// readHead returns the beginning of the next line, and the length of all of it in
// bytes. The error is io.EOF where no newline ends it.
func readHead(in *bufio.Reader) (head []byte, length int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if length == 0 {
			head = bytes.Clone(part)
		}
		length += len(part)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return head, length, err
		}
	}
}

// add adds a line by its head.
func (r *Report) add(data []byte, offset int64, length int, whole bool) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return
	case !whole:
		r.Torn = true
		return
	case length > maxLine:
		r.Foreign++
		return
	}
	head, last, err := parseHead(data)
	switch {
	case err != nil:
		r.Foreign++
	case last != nil:
		r.Last = append(r.Last, *last)
	default:
		r.Entries = append(r.Entries, Entry{head, r, offset, length})
	}
}

var errHead = errors.New("no line of a report")

// parseHead reads the members of a line up to its measures; of a last line, all.
func parseHead(data []byte) (Head, *report.LastLine, error) {
	var h Head
	members := map[string]any{
		"schema": &h.Schema, "tool": &h.Tool, "profile": &h.Profile, "path": &h.Path, "sha256": &h.SHA256, "bytes": &h.Bytes,
		"verdict": &h.Verdict, "category": &h.Category, "submission": &h.Submission, "program": &h.Program,
	}
	in := json.NewDecoder(bytes.NewReader(data))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return Head{}, nil, errHead
	}
	for {
		token, err := in.Token()
		name, ok := token.(string)
		switch {
		case err != nil || !ok:
			return Head{}, nil, errHead
		case name == "measured":
			if h.Schema == "" || h.Path == "" {
				return Head{}, nil, errHead
			}
			return h, nil, nil
		case name == "summary":
			var last report.LastLine
			err := json.Unmarshal(data, &last)
			return h, &last, err
		case members[name] == nil:
			return Head{}, nil, errHead
		}
		if err := in.Decode(members[name]); err != nil {
			return Head{}, nil, errHead
		}
	}
}

// Read reads the entry, strictly.
func (e *Entry) Read() (report.File, error) {
	data := make([]byte, e.length)
	if _, err := e.from.file.ReadAt(data, e.offset); err != nil {
		return report.File{}, batch.Reason(err)
	}
	line, err := report.ReadLine(data)
	return line.File, err
}

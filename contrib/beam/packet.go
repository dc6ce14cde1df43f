package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"github.com/paperfit/paperfit/pkg/report"
)

// maxLine caps a line of the report, in bytes: no more is unpacked.
const maxLine = 64 << 20

var (
	packer   = must(zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithLowerEncoderMem(true)))
	unpacker = must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxLine), zstd.WithDecoderLowmem(true)))
)

// must returns what was made of options that are known to be right.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

// entry is what is counted of a paper, or, with Skipped, what was passed over in an
// archive.
type entry struct {
	Path    string         `json:"path"`
	SHA256  string         `json:"sha256,omitempty"`
	Verdict report.Verdict `json:"verdict,omitempty"`
	Checks  []entryCheck   `json:"checks,omitempty"`
	Notes   int            `json:"notes,omitempty"`
	Unread  string         `json:"unread,omitempty"` // why it could not be read
	Skipped report.Skipped `json:"skipped,omitempty"`
}

type entryCheck struct {
	Rule   string        `json:"rule"`
	Status report.Status `json:"status"`
}

func newEntry(f *report.File) entry {
	e := entry{Path: f.Path, SHA256: f.SHA256, Verdict: f.Verdict, Notes: len(f.Notes)}
	for _, c := range f.Checks {
		e.Checks = append(e.Checks, entryCheck{c.Rule, c.Status})
	}
	if f.Verdict == report.Error && len(f.Findings) > 0 {
		e.Unread = f.Findings[0].Message
	}
	return e
}

// pack returns an entry with the paper's line as they travel to the machine that writes
// the line: compressed, since engines keep them all, and move them. Nobody has to read
// the line to count the paper.
func pack(e entry, line []byte) ([]byte, error) {
	head, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("packing the line of %s: %w", e.Path, err)
	}
	return packer.EncodeAll(line, append(head, '\n')), nil
}

// unpack is the reverse of pack.
func unpack(packet []byte) (e entry, line []byte, err error) {
	head, packed, _ := bytes.Cut(packet, []byte("\n"))
	if err = json.Unmarshal(head, &e); err == nil {
		line, err = unpacker.DecodeAll(packed, nil)
	}
	if err != nil {
		return entry{}, nil, fmt.Errorf("unpacking a line: %w", err)
	}
	return e, line, nil
}

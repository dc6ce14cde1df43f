package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Unread returns the entry of a file that is not there or cannot be read.
func (c *Checker) Unread(path string, err error) report.File {
	var said *wording.Error
	if errors.As(err, &said) {
		return c.failed(path, nil, said.Sentence).File
	}
	return c.failed(path, nil, report.Say(wording.OtherFault, report.Args{"fault": err.Error()})).File
}

// failed returns the entry of a file that could not be checked.
func (c *Checker) failed(name string, data []byte, why report.Sentence) Result {
	f := report.File{Path: name, Verdict: report.Error, Bytes: int64(len(data))}
	if data != nil {
		sum := sha256.Sum256(data)
		f.SHA256 = hex.EncodeToString(sum[:])
	}
	f.Checks, f.Findings = c.Unreadable(why)
	return Result{File: f}
}

// exceeded returns the entry of a file that took more than it may.
func (c *Checker) exceeded(name string, data []byte, limit string) Result {
	return c.failed(name, data, c.Limits.exceeded(limit).Sentence)
}

// exceeded returns the error of a limit that was exceeded.
func (l Limits) exceeded(limit string) *wording.Error {
	l = l.orDefault()
	switch limit {
	case limitTimeout:
		return wording.NewError(wording.TimeExceeded, report.Args{"limit": l.Timeout.String()})
	case limitMemory:
		return wording.NewError(wording.MemoryExceeded, report.Args{"limit": int(l.MaxMemory >> 20)})
	}
	return wording.NewError(wording.ReplyExceeded, report.Args{"limit": maxReply >> 20})
}

// notAnnotated says in a sentence that annotating exceeded a limit, and the remedy.
func (l Limits) notAnnotated(limit string) string {
	remedy := ""
	if limit == limitTimeout || limit == limitMemory {
		remedy = "; allow more with --" + limit
	}
	return fmt.Sprintf("annotating exceeded the %s%s", l.named(limit), remedy)
}

// named returns a limit with its name and value.
func (l Limits) named(limit string) string {
	most := ""
	switch limit {
	case limitTimeout:
		most = l.Timeout.String()
	case limitMemory:
		most = fmt.Sprintf("%d MB", l.MaxMemory>>20)
	default:
		limit, most = limitReply, fmt.Sprintf("%d MB", maxReply>>20)
	}
	return fmt.Sprintf("limit %s of %s", limit, most)
}

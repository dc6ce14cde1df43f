package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/rules"
	"github.com/paperfit/paperfit/pkg/report"
)

// Unread returns the entry of a file that is not there or cannot be read.
func (c *Checker) Unread(path string, err error) report.File {
	return c.failed(path, nil, err.Error(), "").File // the remedy is in the error
}

// failed returns the entry of a file that could not be checked.
func (c *Checker) failed(name string, data []byte, why, remedy string) Result {
	f := report.File{Path: name, Verdict: report.Error, Bytes: int64(len(data))}
	if data != nil {
		sum := sha256.Sum256(data)
		f.SHA256 = hex.EncodeToString(sum[:])
	}
	f.Checks, f.Findings = rules.Unreadable(c.Profile, why, remedy)
	return Result{File: f}
}

// exceeded returns the entry of a file that took more than it may.
func (c *Checker) exceeded(name string, data []byte, limit string) Result {
	remedy := ""
	switch limit {
	case limitTimeout:
		remedy = "look for a figure with very many elements and include it as an image, or allow more time with --timeout"
	case limitMemory:
		remedy = "look for a figure with very many elements and include it as an image, or allow more memory with --max-memory"
	}
	return c.failed(name, data, c.Limits.exceeded(limit), remedy)
}

// exceeded says in a sentence that a limit was exceeded.
func (l Limits) exceeded(limit string) string {
	return fmt.Sprintf("stopped: %s exceeded; no paper needs so much", l.named(limit))
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

package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/paperfit/paperfit/pkg/report"
	"github.com/paperfit/paperfit/pkg/rules"
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
	most, remedy := "", ""
	switch limit {
	case limitTimeout:
		most = c.Limits.Timeout.String()
		remedy = "look for a figure of very many parts and put it in as a picture; a paper that is sound gets more time with --timeout"
	case limitMemory:
		most = fmt.Sprintf("%d MB", c.Limits.MaxMemory>>20)
		remedy = "look for a figure of very many parts and put it in as a picture; a paper that is sound gets more memory with --max-memory"
	default:
		limit, most = limitReply, fmt.Sprintf("%d MB", maxReply>>20)
	}
	return c.failed(name, data, fmt.Sprintf("checking was given up: limit %s of %s exceeded; no paper needs so much", limit, most), remedy)
}

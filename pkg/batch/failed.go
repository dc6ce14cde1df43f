package batch

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Unread returns the entry of a file that is not there or cannot be read.
func (c *Checker) Unread(path string, err error) report.File {
	return c.Unchecked(path, nil, err)
}

// failed returns the entry of a file that could not be checked.
func (c *Checker) failed(name string, data []byte, why error) Result {
	return Result{File: c.Unchecked(name, data, why)}
}

// exceeded returns the entry of a file that took more than it may.
func (c *Checker) exceeded(name string, data []byte, limit string) Result {
	return c.failed(name, data, c.Limits.exceeded(limit))
}

// exceeded returns the error of a limit that was exceeded.
func (l Limits) exceeded(limit string) error {
	l = l.orDefault()
	switch limit {
	case limitTimeout:
		return check.TimeExceeded(l.Timeout)
	case limitMemory:
		return check.MemoryExceeded(l.MaxMemory)
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

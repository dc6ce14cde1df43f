package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/internal/hotcrp"
)

// BanalForm is what an answer in place of banal is written as.
type BanalForm uint8

// The forms of an answer. HotCRP reads JSON, so that is the default.
const (
	BanalJSON BanalForm = iota
	BanalReport
	BanalStats
	BanalGrep
)

// BanalTimeout is the time limit for a file; HotCRP itself would wait for ever. It is
// below the time after which HotCRP considers a check lost.
const BanalTimeout = 20 * time.Second

// BanalOptions set what is answered in place of banal.
type BanalOptions struct {
	hotcrp.Options // except the version and the time, which each answer gets
	Form           BanalForm
	Grep           string // what to look for: unsafe, error or problem
	Timed          bool   // the answer has its time
	Limits         batch.Limits
	Files          []string

	// Given are the options as they were written. The process that answers is
	// started with them.
	Given []string
}

// Banal answers for each file. The status is the one that banal, or grep, would
// have; an error means that an answer could not be written.
func Banal(ctx context.Context, streams system.Streams, o BanalOptions) (Status, error) {
	if len(o.Files) == 0 {
		return o.Refuse(streams, errors.New("no file given; name a PDF")), nil
	}
	return o.answerAll(ctx, streams)
}

// Refuse reports why there is no answer, in the form of the answer too.
func (o BanalOptions) Refuse(streams system.Streams, why error) Status {
	fmt.Fprintf(streams.Err, "paperfit banal: %v\n", why)
	if o.Form == BanalJSON {
		_ = o.failed(why).JSON(streams.Out)
	}
	return ExitFail
}

func (o BanalOptions) failed(err error) *hotcrp.Answer {
	return hotcrp.Failed(err.Error(), o.now())
}

// now returns the options with the time of the answer and the version of the program.
func (o BanalOptions) now() hotcrp.Options {
	out := o.Options
	out.Version = version.Version
	if o.Timed {
		out.At = time.Now().Unix()
	}
	return out
}

func (o BanalOptions) answerAll(ctx context.Context, streams system.Streams) (Status, error) {
	measured, found, failed := false, false, false
	for i, file := range o.Files {
		if ctx.Err() != nil {
			break
		}
		shown := batch.Paper(file, nil).Path
		answer, err := o.answerApart(ctx, streams, file, shown, i == len(o.Files)-1)
		if err == nil {
			_, err = io.WriteString(streams.Out, answer.Text)
		}
		if err != nil {
			return ExitBroke, fmt.Errorf("cannot write the answer: %w", batch.Reason(err))
		}
		if answer.Why != "" {
			failed = true
			fmt.Fprintf(streams.Err, "paperfit banal: %s: %s\n", shown, answer.Why)
		} else {
			measured = true
		}
		found = found || answer.Found
	}
	if ctx.Err() != nil {
		return ExitInterrupted, nil
	}
	return o.status(measured, found, failed), nil
}

// status returns the exit status that banal, or grep, would have.
func (o BanalOptions) status(measured, found, failed bool) Status {
	switch {
	case o.Form == BanalGrep && found:
		return 0
	case o.Form == BanalGrep && failed:
		return 2 // as grep does
	case o.Form != BanalGrep && measured:
		return 0
	}
	return 1
}

// write writes the answer for one file. It reports whether grep matches.
func (o BanalOptions) write(w io.Writer, file string, a *hotcrp.Answer) (found bool, err error) {
	switch o.Form {
	case BanalReport:
		return false, a.Report(w, file)
	case BanalStats:
		return false, a.Stats(w, file)
	case BanalGrep:
		found = o.Grep != "error" && len(a.Unsafe) > 0 || o.Grep != "unsafe" && a.Error
		if found {
			_, err = fmt.Fprintln(w, file)
		}
		return found, err
	}
	return false, a.JSON(w)
}

package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/watch"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// lookEvery is how often files are examined. Polling is used instead of file system
// notifications, because editors replace files and network drives do not notify.
const lookEvery = 250 * time.Millisecond

// WatchOptions set what is watched and by which rules it is judged.
type WatchOptions struct {
	Name    string // a file, which need not exist yet, or a folder
	Limits  Limits
	Judging judging.Options
	Color   system.Color
}

// Watch checks papers whenever they are saved, and shows the verdicts, until the
// context ends.
func Watch(ctx context.Context, streams system.Streams, o WatchOptions) (Status, error) {
	if err := o.Limits.validate(); err != nil {
		return ExitUsage, err
	}
	if o.Name == batch.Stdin {
		return ExitUsage, errors.New("cannot watch standard input; name a file or a folder")
	}
	by, err := o.Judging.Load()
	if err != nil {
		return ExitUsage, err
	}
	streams.ListenToInterrupts()
	j := newJob(streams, o.Limits, by, false, false)
	j.sources = &sources{names: []string{o.Name}, warn: io.Discard} // a screen has no room for what is missing while LaTeX runs
	defer j.workers.close()
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	info, err := os.Stat(o.Name)
	w := watch.Watch{
		Name: o.Name, Folder: err == nil && info.IsDir(), Now: streams.Clock(), Ticks: ticker.C,
		Look: func() iter.Seq[batch.Input] { return batch.Named([]string{o.Name}, nil, nil) },
		Check: func(ctx context.Context, inputs []batch.Input) iter.Seq[report.File] {
			return j.watched(ctx, stop, inputs)
		},
		Size: streams.Size,
		Show: func(files []report.File, news, notes []string) error {
			opt := render.Options{Text: streams.Text(o.Color, streams.Terminal), FailOnWarning: by.FailOnWarning}
			return showWatched(streams, j.report(files), news, notes, opt)
		},
	}
	err = w.Run(ctx)
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, batch.ErrNoWorker):
		return ExitBroke, cause
	case errors.Is(err, context.Canceled):
		return ExitInterrupted, nil
	}
	return ExitBroke, err
}

// watched checks files that were saved, in worker processes. Without workers the
// watch stops.
func (j *job) watched(ctx context.Context, stop context.CancelCauseFunc, inputs []batch.Input) iter.Seq[report.File] {
	return batch.Run(ctx, slices.Values(inputs), j.limits.Jobs, func(ctx context.Context, in batch.Input) (report.File, error) {
		file, err := j.check(ctx, in, j.workers.by)
		if errors.Is(err, batch.ErrNoWorker) {
			stop(err)
		}
		return file, err
	})
}

// clearScreen clears a terminal and its scrollback, and moves the cursor to the top
// (ECMA-48, xterm).
const clearScreen = "\x1b[H\x1b[2J\x1b[3J"

// showWatched redraws the verdicts, on a terminal within one screen.
func showWatched(streams system.Streams, r *report.Report, news, notes []string, opt render.Options) error {
	var text bytes.Buffer
	for _, line := range news {
		text.WriteString(line + "\n")
	}
	if len(news) > 0 {
		text.WriteByte('\n')
	}
	if len(r.Files) > 0 {
		if err := render.Formats()[0].Write(&text, r, opt); err != nil {
			return err
		}
	}
	var below strings.Builder
	for _, note := range notes {
		below.WriteString("\n" + note + "\n")
	}
	screen := text.String() + below.String()
	if streams.Terminal && streams.Getenv("TERM") != "dumb" {
		size := streams.Size()
		screen = clearScreen + watch.Fit(text.String(), below.String(), size[0], size[1])
	}
	_, err := io.WriteString(streams.Out, screen)
	return err
}

package main

import (
	"bytes"
	"context"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

func init() {
	register.DoFn4x1[context.Context, string, func(*int) bool, func(int, []byte), error](&checkFn{})
	register.Iter1[int]()
	register.Emitter2[int, []byte]()
}

// Progress, as runners show it.
var (
	papers   = beam.NewCounter("paperfit", "papers")
	verdicts = map[report.Verdict]beam.Counter{}
	sizes    = beam.NewDistribution("paperfit", "bytes")
	elapsed  = beam.NewDistribution("paperfit", "milliseconds")
)

func init() {
	for _, v := range []report.Verdict{report.Pass, report.Fail, report.Unknown, report.Error} {
		verdicts[v] = beam.NewCounter("paperfit", string(v))
	}
}

// checkFn checks papers and archives, several at a time within a bundle: results are
// emitted as they come, the last ones at its end.
type checkFn struct {
	Settings string

	desk *desk
	crew *crew
}

// Setup finds the workers of this process.
func (f *checkFn) Setup() (err error) {
	f.desk, err = deskOf(f.Settings)
	return err
}

// StartBundle has nobody at work yet.
func (f *checkFn) StartBundle(ctx context.Context, _ func(int, []byte)) {
	f.crew = newCrew(ctx, f.desk)
}

// ProcessElement checks what is at a path. The error is no paper's.
func (f *checkFn) ProcessElement(ctx context.Context, path string, _ func(*int) bool, emit func(int, []byte)) error {
	err := f.process(ctx, path, emit)
	if err != nil {
		f.crew.close()
	}
	return err
}

func (f *checkFn) process(ctx context.Context, path string, emit func(int, []byte)) error {
	tell := func(file report.File) error { return f.tell(ctx, file, emit) }
	if isRemote(path) && strings.HasSuffix(strings.ToLower(path), ".pdf") {
		return f.crew.do(task{path: path}, tell)
	}
	place, done, err := f.desk.place(ctx, path)
	if err != nil {
		return tell(f.desk.pool.Unread(batch.Shown(path), err))
	}
	defer done()
	skips := new(batch.Skips)
	for in := range batch.Named([]string{place}, nil, skips) {
		in.Path = batch.Shown(path) + strings.TrimPrefix(in.Path, batch.Shown(place))
		if err := f.crew.do(task{in: in}, tell); err != nil {
			return err
		}
	}
	if counts := skips.Counts(); counts != nil {
		packet, err := pack(entry{Path: path, Skipped: counts}, nil)
		if err != nil {
			return err
		}
		emit(f.desk.shardOf(path), packet)
	}
	if place != path { // it is removed
		return f.crew.wait(tell)
	}
	return nil
}

// FinishBundle emits what is still at work.
func (f *checkFn) FinishBundle(ctx context.Context, emit func(int, []byte)) error {
	defer f.crew.close()
	return f.crew.wait(func(file report.File) error { return f.tell(ctx, file, emit) })
}

// tell emits the line of a file, and counts it.
func (f *checkFn) tell(ctx context.Context, file report.File, emit func(int, []byte)) error {
	papers.Inc(ctx, 1)
	verdicts[file.Verdict].Inc(ctx, 1)
	sizes.Update(ctx, file.Bytes)
	if file.ElapsedMS != nil {
		elapsed.Update(ctx, int64(*file.ElapsedMS))
	}
	var line bytes.Buffer
	if err := f.desk.lines(&line).File(file); err != nil {
		return err
	}
	packet, err := pack(newEntry(&file), line.Bytes())
	if err != nil {
		return err
	}
	emit(f.desk.shardOf(file.Path), packet)
	return nil
}

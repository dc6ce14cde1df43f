// Package batch checks many files, of which any may be broken or hostile: none
// stops, slows, hides or fakes another's result.
//
// Named and Listed say which files: PDFs, folders, archives. Run checks several at
// a time and yields their entries in the order of the inputs. What it checks
// them with is a Pool of worker processes: this program again, under another
// command, which calls Serve. Pool.Check checks one file, as a handler of uploads
// does. The program reads a file and hands its bytes over
// by a pipe; it never parses them. A worker gives up files, connections and
// memory at its start (pkg/internal/confine) and is used for file after file.
//
// Each file has a time and an amount of memory. The time is kept by the program,
// which kills a worker that takes longer. The memory is kept three times: by a
// watch inside the worker, which can still tell of it, and on Linux by the
// program, which looks at the worker's pages, and by the system. A single file
// is checked by Checker.Alone, in this process, with the watch alone.
package batch

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/crosscheck"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Pool has files checked by worker processes: a file that hangs, crashes or
// grows takes its worker with it and nothing else. A worker is used for file
// after file. A Pool may be used by several goroutines at once; Close ends it.
//
// Profile, Program and Args must be set. Program is usually the program itself, whose
// main function calls Serve for these Args before it does anything else:
//
//	if len(os.Args) == 2 && os.Args[1] == "worker" {
//		if err := batch.Serve(os.Stdin, os.Stdout, version); err != nil {
//			os.Exit(1)
//		}
//		return
//	}
//	program, err := os.Executable()
//	…
//	pool := &batch.Pool{Program: program, Args: []string{"worker"}, Version: version, Jobs: runtime.GOMAXPROCS(0)}
//	pool.Profile = venue
//	defer pool.Close()
type Pool struct {
	Checker
	// Program and Args start a worker: a program that calls Serve. Version is its
	// version.
	Program string
	Args    []string
	Version string
	// Jobs is how many workers there are at most; 0 means 1. Check may be called
	// more often at a time, so that files are read and answers understood while
	// the workers work.
	Jobs int

	once  sync.Once
	works atomic.Bool   // a worker was ready once
	slots chan struct{} // one for each worker that works
	mutex sync.Mutex
	idle  []*worker
	crowd crowd
}

// Checker says how files are checked. What check.Options.Rules judge in a worker is
// what the worker gave Serve; in this process they are those of the Checker.
type Checker struct {
	check.Checker
	Limits  Limits // of time and memory; those of package check are Options.Limits
	Reading bool   // results have the Reading that a cross-check needs
}

// Limits are the caps on what one file may take. A file that takes more has the verdict
// error, and its message names the limit.
type Limits struct {
	Timeout   time.Duration // 0: DefaultTimeout
	MaxMemory int64         // bytes, LeastMemory or more; 0: DefaultMaxMemory
}

// orDefault returns the limits with the defaults for what is not set.
func (l Limits) orDefault() Limits {
	return Limits{Timeout: cmp.Or(l.Timeout, DefaultTimeout), MaxMemory: cmp.Or(l.MaxMemory, DefaultMaxMemory)}
}

// Defaults and least values of the limits: the program itself needs something.
const (
	DefaultTimeout   = 10 * time.Second
	DefaultMaxMemory = 512 << 20
	LeastMemory      = 96 << 20
)

// The names of the limits in reports.
const (
	limitTimeout = "timeout"
	limitMemory  = "max-memory"
	limitReply   = "maxReply"
)

// Result is what was found in one file.
type Result struct {
	File    report.File
	Reading *crosscheck.Reading // nil: nobody asked for it, or the file could not be checked
}

// ErrNoWorker says that not one worker process could be made ready.
var ErrNoWorker = errors.New("no worker process could be started; check that paperfit may run itself and was not replaced while it ran")

// Check has a file checked. The error is that of the context, or ErrNoWorker, of
// which no file is to blame.
func (p *Pool) Check(ctx context.Context, name string, data []byte) (Result, error) {
	w, answer, short, err := p.answer(ctx, request{data: data, about: p.aboutOf(name)})
	switch {
	case err != nil:
		return Result{}, err
	case short.limit != "":
		return p.exceeded(name, data, short.limit), nil
	case short.why != nil:
		return p.failed(name, data, short.why), nil
	}
	return p.accept(name, data, answer, w), nil
}

// CheckInput reads a file and has it checked: a CheckFunc for Run.
func (p *Pool) CheckInput(ctx context.Context, in Input) (report.File, error) {
	p.begin()
	data, err := in.ReadWithin(ctx, p.Limits)
	switch {
	case ctx.Err() != nil:
		return report.File{}, ctx.Err()
	case err != nil:
		return p.Unread(in.Path, err), nil
	}
	r, err := p.Check(ctx, in.Path, data)
	return r.File, err
}

// shortfall is why no worker did what it had to: the limit that the file exceeded, or
// something else. It is zero when one did.
type shortfall struct {
	limit string
	why   *wording.Error
}

// answer has a worker answer a request. The error is that of the context, or
// ErrNoWorker.
func (p *Pool) answer(ctx context.Context, q request) (w *worker, answer reply, f shortfall, err error) {
	// A worker that dies for no reason of ours, such as one that somebody kills,
	// is no fault of the file: it gets a second one.
	var cause error
	for range 2 {
		w, answer, err = p.ask(ctx, q)
		if errors.Is(err, errCrowded) && ctx.Err() == nil {
			w, answer, err = p.askAlone(ctx, q)
		}
		switch {
		case ctx.Err() != nil:
			return nil, reply{}, shortfall{}, ctx.Err()
		case err != nil && !p.works.Load():
			cause = notReady(err)
			continue
		case w == nil:
			return nil, reply{}, shortfall{why: workerFailed(fmt.Errorf("it cannot be started: %w", Reason(err)))}, nil
		case err == nil:
			return w, answer, shortfall{limit: answer.Limit}, nil
		case errors.Is(err, errTimeout):
			return nil, reply{}, shortfall{limit: limitTimeout}, nil
		case errors.Is(err, errMemory), w.stderr.outOfMemory():
			return nil, reply{}, shortfall{limit: limitMemory}, nil
		case errors.Is(err, errProtocol):
			return nil, reply{}, shortfall{why: workerFailed(err)}, nil
		}
	}
	switch {
	case cause != nil && !p.works.Load():
		return nil, reply{}, shortfall{}, cause
	case w == nil:
		return nil, reply{}, shortfall{why: workerFailed(cause)}, nil
	}
	died := report.Args{"fault": fmt.Sprintf("the worker process died twice: %v", w.ended)}
	return nil, reply{}, shortfall{why: wording.NewError(wording.Bug, died)}, nil
}

// workerFailed returns the error of a worker process that could not be started or
// kept to no protocol.
func workerFailed(err error) *wording.Error {
	return wording.NewError(wording.WorkerFailed, report.Args{"fault": err.Error()})
}

// notReady returns ErrNoWorker with what kept a worker from getting ready.
func notReady(err error) error {
	why := Reason(err)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		why = errors.New("it exited before it was ready")
	}
	return fmt.Errorf("%w (%w)", ErrNoWorker, why)
}

// ask has a worker look at a file, beside others. The worker is nil when none could
// be started; after an error, or a limit, it has ended.
func (p *Pool) ask(ctx context.Context, q request) (*worker, reply, error) {
	p.crowd.together.RLock()
	defer p.crowd.together.RUnlock()
	return p.askOne(ctx, q)
}

// askAlone is ask while no other worker is there.
func (p *Pool) askAlone(ctx context.Context, q request) (*worker, reply, error) {
	p.crowd.together.Lock()
	defer p.crowd.together.Unlock()
	p.Close()
	return p.askOne(ctx, q)
}

// begin readies the pool, once.
func (p *Pool) begin() {
	p.once.Do(func() {
		p.Limits = p.Limits.orDefault()
		p.slots = make(chan struct{}, max(p.Jobs, 1))
	})
}

func (p *Pool) askOne(ctx context.Context, q request) (*worker, reply, error) {
	p.begin()
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, reply{}, ctx.Err()
	}
	w, err := p.take()
	if err != nil {
		return nil, reply{}, err
	}
	answer, err := w.ask(ctx, p, q)
	if err == nil && answer.Limit == "" {
		p.give(w)
	} else {
		w.ended = w.end()
	}
	return w, answer, err
}

// accept returns the result that a worker told. By then it may be at the next
// file; one that told what cannot be is ended, and that file gets another.
func (p *Pool) accept(name string, data []byte, answer reply, w *worker) Result {
	r, err := p.result(name, data, answer)
	if err != nil {
		_ = w.cmd.Process.Kill() // it may have ended already
		return p.failed(name, data, workerFailed(err))
	}
	return r
}

// take returns a worker that waits, or a new one.
func (p *Pool) take() (*worker, error) {
	p.mutex.Lock()
	if n := len(p.idle); n > 0 {
		w := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mutex.Unlock()
		return w, nil
	}
	p.mutex.Unlock()
	return p.start()
}

// give takes a worker back.
func (p *Pool) give(w *worker) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.idle = append(p.idle, w)
}

// Close ends the workers that wait.
func (p *Pool) Close() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, w := range p.idle {
		_ = w.end() // it is killed, of which its error tells
	}
	p.idle = nil
}

func (p *Pool) setup() setup {
	return setup{
		Profile: p.Profile, FailOnWarning: p.FailOnWarning, Sketch: p.Sketch,
		Reading: p.Reading, MaxMemory: p.Limits.MaxMemory, Limits: p.Options.Limits,
	}
}

// result holds a worker's answer against what an answer for this file can be.
func (p *Pool) result(name string, data []byte, answer reply) (Result, error) {
	f, err := report.ReadFile(answer.File)
	if err != nil {
		return Result{}, fmt.Errorf("%w: a reply cannot be read", errProtocol)
	}
	checks := p.asked(f.Checks)
	switch {
	case len(checks) != len(p.Profile.Rules):
		return Result{}, fmt.Errorf("%w: %d checks for %d rules", errProtocol, len(checks), len(p.Profile.Rules))
	case f.Verdict != report.VerdictOf(f.Checks, p.FailOnWarning):
		return Result{}, fmt.Errorf("%w: a verdict of %s, which the checks do not give", errProtocol, f.Verdict)
	}
	for i, c := range checks {
		if c.Rule != p.Profile.Rules[i].ID {
			return Result{}, fmt.Errorf("%w: a check of another rule than %s", errProtocol, p.Profile.Rules[i].ID)
		}
	}
	f.Path, f.Bytes = name, int64(len(data))
	out := Result{File: f}
	if answer.Reading != nil {
		out.Reading = new(crosscheck.Reading)
		if err := json.Unmarshal(answer.Reading, out.Reading); err != nil {
			return Result{}, fmt.Errorf("%w: a reply cannot be read", errProtocol)
		}
	}
	return out, nil
}

// asked returns the checks that the profile asks for: one that does not ask
// whether a file is readable is told where it is not.
func (p *Pool) asked(checks []report.Check) []report.Check {
	asks := func(r profile.Rule) bool { return r.ID == report.RuleReadable }
	if len(checks) > 0 && checks[0].Rule == report.RuleReadable && !slices.ContainsFunc(p.Profile.Rules, asks) {
		return checks[1:]
	}
	return checks
}

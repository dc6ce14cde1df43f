package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Caps on a worker that are no limits of a file.
const (
	startTime     = 20 * time.Second       // that a worker may take until it says hello
	maxStderrHead = 4 << 10                // bytes kept of what it writes to standard error
	killDelay     = 500 * time.Millisecond // that a killed worker has to close its output
	watchEvery    = 20 * time.Millisecond  // between two looks at its memory
)

// kept are the variables that a worker gets of the program's environment: the
// others are none of its business.
var kept = []string{"GORACE", "GOCOVERDIR", "GODEBUG", "SYSTEMROOT"}

// worker is one worker process.
type worker struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     io.ReadCloser
	stderr  *stderrHead
	greeted bool
	holds   atomic.Int64 // bytes of memory at the last look
	ended   error        // how it ended
}

// start starts a worker.
func (p *Pool) start() (*worker, error) {
	cmd := exec.Command(p.Program, p.Args...)
	cmd.Args[0] = "paperfit"
	cmd.Env = append(environment(p.Limits.MaxMemory), "GOMAXPROCS=1") // there is one worker for each core
	cmd.WaitDelay = killDelay
	w := &worker{cmd: cmd, stderr: &stderrHead{}}
	cmd.Stderr = w.stderr
	var err error
	if w.in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if w.out, err = cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return w, nil
}

// environment is that of a worker, which collects garbage when there is some
// worth it.
func environment(maxMemory int64) []string {
	out := []string{"GOGC=400", fmt.Sprintf("GOMEMLIMIT=%d", collectAt(maxMemory)), "GOTRACEBACK=none"}
	for _, name := range kept {
		if value, ok := os.LookupEnv(name); ok {
			out = append(out, name+"="+value)
		}
	}
	return out
}

// end kills the worker and waits for its end. It returns how it ended.
func (w *worker) end() error {
	_ = w.cmd.Process.Kill() // it may have ended already
	w.in.Close()
	return w.cmd.Wait()
}

// Errors of a worker that is of no more use.
var (
	errTimeout = errors.New("time limit exceeded")
	errMemory  = errors.New("memory limit exceeded")
	errCrowded = errors.New("other files need the memory")
)

// ask has a file checked or annotated. After an error the worker is of no more use.
func (w *worker) ask(ctx context.Context, p *Pool, q request) (reply, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if !w.greeted {
		if err := w.greet(ctx, p); err != nil {
			return reply{}, err
		}
	}
	defer deadline(p.Limits.Timeout, func() { cancel(errTimeout) })()
	defer p.watch(w, p.Limits.besideHeld(len(q.data)), cancel)()
	var answer reply
	err := w.talk(ctx, func() error {
		// A worker that answers before it has read everything is none of ours, but
		// it may end while it reads, and then its answer describes why.
		writing := q.write(w.in)
		return errors.Join(q.read(w.out, &answer), writing)
	})
	if answer.Limit != "" {
		return answer, nil
	}
	return answer, err
}

// greet tells the worker how to check and reads its hello.
func (w *worker) greet(ctx context.Context, p *Pool) error {
	ctx, cancel := context.WithTimeout(ctx, startTime)
	defer cancel()
	var h hello
	err := w.talk(ctx, func() error {
		if err := writeJSON(w.in, frameSetup, p.setup()); err != nil {
			return err
		}
		return readJSON(w.out, frameHello, maxHello, &h)
	})
	if err != nil {
		return err
	}
	if h.Protocol != protocol || h.Version != p.Version {
		return fmt.Errorf("%w: it is of version %q with protocol %d; was paperfit replaced while it ran?", errProtocol, h.Version, h.Protocol)
	}
	w.greeted = true
	p.works.Store(true)
	return nil
}

// talk does something with the worker's pipes. When the context ends, the worker
// is killed, which ends it.
func (w *worker) talk(ctx context.Context, do func() error) error {
	stop := context.AfterFunc(ctx, func() { _ = w.cmd.Process.Kill() })
	err := do()
	if !stop() && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// stderrHead stores the beginning of what a worker writes to standard error, which
// is how Go describes what cannot be caught.
type stderrHead struct {
	mutex sync.Mutex
	data  []byte
}

// Write keeps what there is room for.
func (c *stderrHead) Write(data []byte) (int, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.data = append(c.data, data[:min(len(data), maxStderrHead-len(c.data))]...)
	return len(data), nil
}

// outOfMemory reports whether the system refused memory to the process.
func (c *stderrHead) outOfMemory() bool {
	return c.mentions("out of memory", "annot allocate memory", "pthread_create failed", "failed to create new OS thread")
}

// mentions reports whether one of some phrases is in it.
func (c *stderrHead) mentions(phrases ...string) bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(string(c.data), phrase) })
}

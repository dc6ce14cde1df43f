// Package system gives the program access to the system: standard streams and
// terminals, the environment, the clock, and confinement. Tests pass their own.
package system

import (
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"github.com/paperfit/paperfit/pkg/internal/confine"
)

// Streams connects the program with its user, so that a test can replace the
// terminal.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Terminal bool       // whether Out is a terminal
	Width    func() int // of the terminal in characters, 0 if unknown
	Height   func() int // of the terminal in lines, 0 if unknown; nil: it is not

	ErrTerminal bool             // whether Err is a terminal
	ErrWidth    func() int       // of Err's terminal
	Now         func() time.Time // nil: the system's clock

	// Confine confines this process permanently (see confine.Process); nil: not at
	// all. All files are open by then.
	Confine func()

	// Interruptible has an interrupt end the context of the run from now on; before, it
	// may end the process. nil: it ends the context already.
	Interruptible func()
}

// ListenToInterrupts makes sure that an interrupt ends the context of the run: for one
// that takes longer than a moment, and before a file is opened or a process started that
// would be left behind.
func (s Streams) ListenToInterrupts() {
	if s.Interruptible != nil {
		s.Interruptible()
	}
}

// ConfineProcess confines this process before it parses untrusted files: it permanently
// drops access to files, programs and the network.
func (s Streams) ConfineProcess() {
	if s.Confine != nil {
		s.Confine()
	}
}

// Clock returns the clock.
func (s Streams) Clock() func() time.Time {
	if s.Now == nil {
		return time.Now
	}
	return s.Now
}

// Process returns the streams of this process.
func Process() Streams {
	out, err := int(os.Stdout.Fd()), int(os.Stderr.Fd())
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv:      os.Getenv,
		Terminal:    term.IsTerminal(out),
		Width:       func() int { return widthOf(out) },
		Height:      func() int { return heightOf(out) },
		ErrTerminal: term.IsTerminal(err),
		ErrWidth:    func() int { return widthOf(err) },
		Confine:     func() { confine.Process(confine.Limits{Output: true}) },
	}
}

// heightOf returns the height of a terminal in lines, 0 if unknown.
func heightOf(terminal int) int {
	_, height, err := term.GetSize(terminal)
	if err != nil {
		return 0
	}
	return height
}

// Size returns the columns and lines of the terminal, 0 where Out is none or they are
// unknown.
func (s Streams) Size() [2]int {
	var out [2]int
	if s.Terminal && s.Width != nil {
		out[0] = s.Width()
	}
	if s.Terminal && s.Height != nil {
		out[1] = s.Height()
	}
	return out
}

// widthOf returns the width of a terminal in characters, 0 if unknown.
func widthOf(terminal int) int {
	width, _, err := term.GetSize(terminal)
	if err != nil {
		return 0
	}
	return width
}

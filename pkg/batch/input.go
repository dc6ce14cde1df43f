package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Input is a file to check, or why there is none at its path.
type Input struct {
	// Path is how reports name the file. It can be printed on a terminal.
	Path string
	Err  error
	file string // its path on disk, "" when it is not a file there
	size int64  // of what is none there, in bytes, 0 when it is not known
	read func(room int64) ([]byte, error)

	release func() // lets go of the archive that it is in; nil: it is in none
}

// Discard lets go of a file that is not read.
func (in Input) Discard() {
	if in.release != nil {
		in.release()
	}
}

// File returns the path of the file on disk, which cannot always be printed; "" for
// what is none there.
func (in Input) File() string { return in.file }

// Inputs is a sequence of files, in the order of the report.
type Inputs = iter.Seq[Input]

// Paper is the input of one paper: a file, or standard input.
func Paper(name string, in io.Reader) Input {
	return Input{Path: Shown(name), read: func(room int64) ([]byte, error) { return readPaper(name, in, room) }}
}

// Read returns the bytes of the file. A reader that never ends does not outlast
// the context.
func (in Input) Read(ctx context.Context) ([]byte, error) { return in.ReadWithin(ctx, Limits{}) }

// ReadWithin is Read within limits, where they are not 0. A pipe that was named
// has the time of a file. Standard input may take longer, as long as somebody
// holds it open: what writes to it may still be at work.
func (in Input) ReadWithin(ctx context.Context, l Limits) ([]byte, error) {
	if in.Err != nil {
		return nil, in.Err
	}
	if in.file != "" && l.Timeout > 0 && isPipe(in.file) {
		limited, cancel := context.WithCancelCause(ctx)
		defer cancel(nil)
		defer deadline(l.Timeout, func() { cancel(errTimeout) })()
		data, err := in.readUntil(limited, l.room())
		if errors.Is(context.Cause(limited), errTimeout) && err != nil {
			return nil, errSilent(l.Timeout)
		}
		return data, err
	}
	return in.readUntil(ctx, l.room())
}

// readUntil reads the file where it leaves the room, until the context ends.
func (in Input) readUntil(ctx context.Context, room int64) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		data, err := in.read(room)
		done <- result{data, err}
	}()
	select {
	case r := <-done:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// fault is the input of what cannot be read.
func fault(path string, err error) Input { return Input{Path: Shown(path), Err: err} }

// Shown returns a path as it can be printed: a name may hold anything, and what
// moves a terminal's cursor or turns its direction could fake a line of the
// report. Different names stay different.
func Shown(path string) string { return escaped(path, escapeOf) }

// Line returns a sentence, which may hold names, as one line that can be printed.
func Line(text string) string {
	return escaped(text, func(r rune, size int, first byte) string {
		if r == '\\' {
			return ""
		}
		return escapeOf(r, size, first)
	})
}

// Some lists the first of some names, at most so many, and counts the others.
func Some(names []string, most int) string {
	text := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// escaped returns a text with what stands for some of its characters.
func escaped(path string, escapeOf func(r rune, size int, first byte) string) string {
	var out []byte // nil as long as nothing is to be changed
	for i := 0; i < len(path); {
		r, size := utf8.DecodeRuneInString(path[i:])
		escape := escapeOf(r, size, path[i])
		if escape != "" && out == nil {
			out = append(make([]byte, 0, len(path)+8), path[:i]...)
		}
		switch {
		case escape != "":
			out = append(out, escape...)
		case out != nil:
			out = append(out, path[i:i+size]...)
		}
		i += size
	}
	if out == nil {
		return path
	}
	return string(out)
}

// escapeOf returns what stands for a character that is not printed, "" for any
// other.
func escapeOf(r rune, size int, first byte) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf(`\x%02x`, first)
	case r == '\\' && !os.IsPathSeparator('\\'):
		return `\\`
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
		quoted := strconv.QuoteRuneToASCII(r)
		return quoted[1 : len(quoted)-1]
	}
	return ""
}

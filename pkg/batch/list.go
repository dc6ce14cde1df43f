package batch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxName caps the bytes of a name in a list: no system opens a longer one.
const maxName = 64 << 10

// The faults of lists, which take the place of the files that they do not name.
var (
	errNoNames  = wording.NewError(wording.ListEmpty, nil)
	errNULs     = wording.NewError(wording.ListNUL, nil)
	errLongName = wording.NewError(wording.ListNameLong, report.Args{"most": maxName})
)

// Listed yields the files that a list names, which is a file, or in when its name
// is Stdin: one on each line, or, as find -print0 writes them, each ended by a
// NUL. The list is read while its files are checked, and may still be written
// then. What is wrong with it is an input of its own. The error says in a
// sentence why it cannot be opened.
func Listed(name string, in io.Reader, null bool, skips *Skips) (Inputs, error) {
	if name != Stdin {
		file, err := openList(name)
		if err != nil {
			return nil, fmt.Errorf("list of files %s: %w", Shown(name), err)
		}
		in = file
	}
	l := list{in: bufio.NewReaderSize(in, maxName), end: '\n'}
	if null {
		l.end = 0
	}
	return func(yield func(Input) bool) {
		if file, ok := in.(*os.File); ok && name != Stdin {
			defer file.Close()
		}
		if err := l.each(func(file string) bool { return yieldNamed(file, skips, yield) }); err != nil {
			yield(fault(name, err))
		}
	}, nil
}

func openList(name string) (*os.File, error) {
	file, err := openWithin(name, openTime)
	if err != nil {
		return nil, Reason(err)
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		file.Close()
		return nil, errors.New("it is a folder; use a file, or check the folder itself")
	}
	return file, nil
}

// openTime is how long somebody has to open a pipe for writing that is to give a
// list.
const openTime = 10 * time.Second

// openWithin opens a file. A pipe that nobody writes to does not outlast the time.
func openWithin(name string, timeout time.Duration) (*os.File, error) {
	if !isPipe(name) {
		return openFile(name)
	}
	file, err := open(context.Background(), Limits{Timeout: timeout, MaxMemory: math.MaxInt64}, name)
	if err == nil {
		return file, nil
	}
	return nil, fmt.Errorf("no program wrote to this pipe within %v (limit openTime); use a file", timeout)
}

// list is a list of names that is being read.
type list struct {
	in  *bufio.Reader
	end byte // of a name
}

// each gives the names until one is refused. The error says why there are no more.
func (l *list) each(give func(name string) bool) error {
	for some := false; ; {
		name, err := l.next()
		last := errors.Is(err, io.EOF)
		switch {
		case err != nil && !last:
			return err
		case len(name) > 0:
			some = true
			if !give(name) {
				return nil
			}
		}
		switch {
		case last && !some:
			return errNoNames
		case last:
			return nil
		}
	}
}

// next reads a name, with io.EOF where it is the last.
func (l *list) next() (string, error) {
	name, err := l.in.ReadSlice(l.end)
	name = bytes.TrimSuffix(name, []byte{l.end})
	if l.end == '\n' {
		name = bytes.TrimSuffix(name, []byte("\r"))
	}
	switch {
	case bytes.IndexByte(name, 0) >= 0:
		return "", errNULs
	case errors.Is(err, bufio.ErrBufferFull):
		return "", errLongName
	case err != nil && !errors.Is(err, io.EOF):
		return "", wording.NewError(wording.ListBroken, report.Args{"fault": Reason(err).Error()})
	}
	if string(name) == Stdin { // here it is a file's name
		return "./" + Stdin, err
	}
	return string(name), err
}

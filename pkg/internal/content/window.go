package content

import (
	"bytes"
	"io"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// window is the part of a stream that is in memory while its operators are
// carried out one after the other: a page may draw tens of megabytes.
type window struct {
	data   []byte      // from the operator that is being read on
	memory []byte      // that data is in
	source *pdf.Reader // of what comes after data; nil when that is all
	read   int         // bytes of the stream so far
	lex    syntax.Lexer
}

// Sizes of windows in bytes.
const (
	usualWindow   = 64 << 10
	maxKeptWindow = 1 << 20 // a larger one is given back after its stream
)

// cutReserve is how many bytes before the end of a window that is not whole a
// token has to end. One that ends later may be cut off.
const cutReserve = 2

// whole reports whether the window has all that is left of its stream.
func (w *window) whole() bool { return w.source == nil }

// edge returns the offset behind which no token may end.
func (w *window) edge() int {
	if w.whole() {
		return len(w.data)
	}
	return len(w.data) - cutReserve
}

// move lets the window begin at an offset in data and fills it up, with all that
// is left on request.
func (w *window) move(at int, all bool) error {
	for first := true; first || all && !w.whole(); first, at = false, 0 {
		if err := w.fill(at); err != nil {
			return err
		}
	}
	return nil
}

// fill reads as much as there is room for behind the data from an offset on. A
// window that is full of data is made twice as long.
func (w *window) fill(at int) error {
	rest := w.data[at:]
	if size := max(usualWindow, len(w.memory)); len(rest) == size {
		w.memory = make([]byte, 2*size)
	} else if w.memory == nil {
		w.memory = make([]byte, size)
	}
	n := copy(w.memory, rest)
	var err error
	for n < len(w.memory) && err == nil {
		var k int
		k, err = w.source.Read(w.memory[n:])
		n += k
		w.read += k
	}
	w.data = w.memory[:n]
	if err != nil {
		w.close()
	}
	if err == io.EOF {
		return nil
	}
	return err
}

func (w *window) close() {
	if w.source != nil {
		w.source.Close()
		w.source = nil
	}
}

// play carries out the operators of a stream and returns how many bytes it read.
// A stream that cannot be decoded is damage.
func (r *run) play(s pdf.Value, complaint string) (size int) {
	source, err := s.Open()
	if err != nil {
		r.complain(err, complaint)
		return 0
	}
	w := r.windows.take()
	if w == nil {
		w = &window{}
	}
	w.data, w.source, w.read = nil, source, 0
	if err := w.fill(0); err != nil {
		r.complain(err, complaint)
	}
	before := r.stream(w)
	w.close()
	r.args.keep(before)
	if len(w.memory) > maxKeptWindow {
		w.memory = nil
	}
	r.windows.give(w)
	return w.read
}

// keep lets the operands that wait for an operator outlive their window, those from
// one on: what is before them has outlived another one.
func (o *operands) keep(from int) {
	for i := from; i < len(o.list); i++ {
		switch t := &o.list[i]; t.Kind {
		case syntax.Name, syntax.String, syntax.Keyword:
			t.Bytes = bytes.Clone(t.Bytes)
		default: // they are of a token that was in this place
			t.Bytes = nil
		}
	}
}

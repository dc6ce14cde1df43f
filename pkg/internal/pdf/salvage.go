package pdf

import (
	"bytes"
	"context"
	"errors"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// errOverlap tells that objects overlap so much that reading them all would take
// no end.
var errOverlap = errors.New("objects overlap")

// salvage reads what can be read of a file that pdfcpu refuses: over a table that
// is rebuilt from the objects, without those that cannot be parsed.
func salvage(ctx context.Context, table []byte, limits Limits, damage []Damage) (*Document, error) {
	if table == nil {
		return nil, errIrregular
	}
	d := newDocument(limits, damage)
	r := newRegular(ctx, table, limits)
	r.lenient = true
	if err := guard(r.read); err != nil {
		return nil, err
	}
	d.objects, d.frame, d.cipher = r.out, r.frame, r.cipher
	if err := d.collectPages(ctx); err != nil {
		return nil, err
	}
	d.note(wording.TableRebuilt, nil)
	if r.lost.Load() {
		d.note(wording.ObjectsUnreadable, nil)
	}
	return d, nil
}

// tolerate does a piece of work on a slot. Where reading is lenient an object that
// cannot be read is null.
func (r *regular) tolerate(s *slot, work func(*slot) error) error {
	if !r.lenient {
		return work(s)
	}
	err := guard(func() error { return work(s) })
	if err == nil || r.ctx.Err() != nil || errors.Is(err, errOverlap) {
		return err
	}
	s.kind = lost
	r.lost.Store(true)
	return nil
}

// lenientBodyEnd is bodyEnd for bodies that may hold comments or break off.
func lenientBodyEnd(data []byte, from int) (end int, stream bool) {
	for i := from; i < len(data); i++ {
		switch data[i] {
		case '%':
			line := bytes.IndexAny(data[i:], "\r\n")
			if line < 0 {
				return len(data), false
			}
			i += line
		case '(':
			if i = literalEnd(data, i); i < 0 {
				return len(data), false
			}
		case 'e':
			if bytes.HasPrefix(data[i:], []byte("endobj")) {
				return i, false
			}
		case 's':
			if bytes.HasPrefix(data[i:], []byte("stream")) {
				return i, true
			}
		}
	}
	return len(data), false
}

// searchedEnd returns where the data of a stream ends that has no length, or a
// wrong one: before the next endstream or endobj.
func (r *regular) searchedEnd(s *slot) int {
	rest := r.data[s.stream:]
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		end = bytes.Index(rest, []byte("endobj"))
	}
	if end < 0 {
		return len(r.data)
	}
	rest = bytes.TrimSuffix(bytes.TrimSuffix(rest[:end], []byte("\n")), []byte("\r"))
	return s.stream + len(rest)
}

// streamStart returns where the data behind the word stream begins. Some writers
// put spaces behind it, or no end of line.
func streamStart(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\t') {
		at++
	}
	if at < len(data) && data[at] == '\r' {
		at++
	}
	if at < len(data) && data[at] == '\n' {
		at++
	}
	return at
}

// lenientBodyAt is bodyAt for any white space between the words.
func (r *regular) lenientBodyAt(s *slot) (from int, ok bool) {
	l := syntax.NewLexer(r.data[s.offset:])
	number, generation, word := l.Next(), l.Next(), l.Next()
	if number.Kind != syntax.Number || generation.Kind != syntax.Number || int(number.Num) != s.number ||
		word.Kind != syntax.Keyword || !bytes.HasPrefix(word.Bytes, []byte("obj")) {
		return 0, false
	}
	return s.offset + l.Pos() - len(word.Bytes) + len("obj"), true
}

package pdf

import (
	"bytes"
	"context"
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// repairs make a file readable whose cross-reference table is wrong and which
// pdfcpu cannot mend, by appending a new table. What several of them need is found
// once, until the context ends.
type repairs struct {
	ctx    context.Context
	data   []byte
	limits Limits

	objects []object
	scanned bool
	rebuilt []byte
	tried   bool
}

// all yields the file with a table that points to the last one found in it, then
// with one that is rebuilt from the objects themselves. More are not made than
// are looked at.
func (r *repairs) all(yield func(mended []byte) bool) {
	if mended := r.pointToLastTable(); mended != nil && !yield(mended) {
		return
	}
	if mended := r.table(); mended != nil {
		yield(mended)
	}
}

// scan finds what looks like an object, in the file's order.
func (r *repairs) scan() []object {
	if !r.scanned {
		r.objects, r.scanned = scanObjects(r.ctx, r.data), true
	}
	return r.objects
}

// table returns the file with a table that is rebuilt from its objects, nil when
// there is nothing to make it of.
func (r *repairs) table() []byte {
	if !r.tried {
		r.tried = true
		if r.rebuilt = r.rebuildTable(); r.ctx.Err() != nil {
			r.rebuilt = nil
		}
	}
	return r.rebuilt
}

// pointToLastTable appends a pointer to the last cross-reference table or stream.
func (r *repairs) pointToLastTable() []byte {
	at, data := -1, r.data
	for from := len(data); from > 0 && r.ctx.Err() == nil; {
		i := bytes.LastIndex(data[:from], []byte("xref"))
		if i < 0 {
			break
		}
		if i < 5 || !bytes.Equal(data[i-5:i], []byte("start")) {
			at = i
			break
		}
		from = i
	}
	for _, o := range r.scan() {
		if r.ctx.Err() != nil {
			return nil
		}
		if o.offset > at && isType(data[o.body:], "XRef") {
			at = o.offset
		}
	}
	if at < 0 {
		return nil
	}
	return fmt.Appendf(bytes.Clone(data), "\nstartxref\n%d\n%%%%EOF\n", at)
}

// rebuildTable appends a cross-reference stream over all objects found, those in
// object streams too. Later objects replace earlier ones of the same number.
func (r *repairs) rebuildTable() []byte {
	entries := map[int]entry{}
	trailer := ""
	for _, o := range r.scan() {
		if r.ctx.Err() != nil {
			return nil
		}
		body := r.data[o.body:]
		entries[o.number] = entry{1, o.offset, o.generation}
		switch typeOf(body) {
		case "ObjStm":
			for i, n := range objectStreamNumbers(body, r.limits.StreamBytes) {
				entries[n] = entry{2, o.number, i}
			}
		case "XRef":
			trailer = trailerKeys(body, trailer)
		case "Catalog":
			if trailer == "" {
				trailer = fmt.Sprintf("/Root %d %d R", o.number, o.generation)
			}
		}
	}
	for from := 0; r.ctx.Err() == nil; {
		i := bytes.Index(r.data[from:], []byte("trailer"))
		if i < 0 {
			break
		}
		from += i + len("trailer")
		trailer = trailerKeys(r.data[from:], trailer)
	}
	if trailer == "" {
		trailer = r.catalogInStreams()
	}
	if len(entries) == 0 || len(entries) > r.limits.Objects || trailer == "" {
		return nil
	}
	return appendTable(r.data, entries, trailer)
}

// catalogInStreams looks for the catalog among the objects in object streams.
func (r *repairs) catalogInStreams() string {
	for _, o := range r.scan() {
		if r.ctx.Err() != nil {
			break
		}
		body := r.data[o.body:]
		if !isType(body, "ObjStm") {
			continue
		}
		plain := streamData(body, r.limits.StreamBytes)
		first := int(dictEntry(body, "First").Num)
		l := syntax.NewLexer(plain)
		for range min(int(dictEntry(body, "N").Num), maxScannedObjects) {
			number, offset := l.Next(), l.Next()
			at := first + int(offset.Num)
			if number.Kind != syntax.Number || at < 0 || at >= len(plain) {
				break
			}
			if isType(plain[at:], "Catalog") {
				return fmt.Sprintf("/Root %d 0 R", int(number.Num))
			}
		}
	}
	return ""
}

package pdf

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"context"
	"fmt"
	"testing"
)

// packed returns Flate data of so many zero bytes.
func packed(n int) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(make([]byte, n))
	z.Close()
	return out.Bytes()
}

// stored returns the head of Flate data that hold text as it stands and do not end.
func stored(text []byte) []byte {
	out := bytes.NewBuffer([]byte{0x78, 0x9c})
	w, _ := flate.NewWriter(out, flate.NoCompression)
	w.Write(text)
	w.Flush()
	return out.Bytes()
}

// TestLookAheadRemembers: of a file that grows, what was looked at to its end is not
// looked at again; what the end cut off is.
func TestLookAheadRemembers(t *testing.T) {
	const limit = 1 << 20
	const large = 8 * limit
	stream := func(data []byte) []byte {
		return fmt.Appendf(nil, "<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(data), data)
	}
	filler := bytes.Repeat([]byte("filler "), limit/mostDeflated)
	small := append(stream(packed(limit/2)), filler...)
	whole := stream(packed(large))
	endless := append([]byte("stream\n"), stored(append([]byte("endstream "), filler...))...)
	for name, test := range map[string]struct {
		file, more []byte
		want       [2]bool
		from       int // where the second look begins
	}{
		"nothing new":             {small, []byte("startxref\n1\n"), [2]bool{}, len(small) - len("stream")},
		"a new stream":            {small, whole, [2]bool{false, true}, len(small) - len("stream")},
		"a word that is cut off":  {append(bytes.Clone(small), "str"...), append([]byte("eam "), packed(large)...), [2]bool{false, true}, len(small) + len("str") - len("stream")},
		"data that are cut off":   {append(bytes.Clone(small), whole[:len(whole)/16]...), whole[len(whole)/16:], [2]bool{false, true}, len(small) + bytes.Index(whole, []byte("stream"))},
		"data without an end":     {append(bytes.Clone(small), endless...), packed(large)[2:], [2]bool{false, true}, len(small)},
		"large already":           {append(bytes.Clone(whole), small...), nil, [2]bool{true, true}, len(whole) + len(small) - len("stream")},
		"a length beyond the end": {append(bytes.Clone(small), "<</Length 9999999>>stream\nx\nendstream"...), nil, [2]bool{}, len(small) + len("<</Length 9999999>>")},
	} {
		look := new(lookAhead)
		for i, data := range [][]byte{test.file, append(bytes.Clone(test.file), test.more...)} {
			got, err := look.oversized(context.Background(), data, limit)
			if err != nil || got != test.want[i] {
				t.Errorf("%s, look %d: %v %v, want %v", name, i, got, err, test.want[i])
			}
			if i == 0 && !got && look.from != test.from {
				t.Errorf("%s: the second look begins at %d, want %d", name, look.from, test.from)
			}
		}
	}
}

// TestLookAheadGoesOn: what lies before the place where it ended is not read again.
func TestLookAheadGoesOn(t *testing.T) {
	large := append([]byte("stream\n"), packed(8<<20)...)
	look := &lookAhead{from: len(large)}
	if beyond, err := look.oversized(context.Background(), append(large, "startxref"...), 1<<20); beyond || err != nil {
		t.Errorf("it looks back: %v %v", beyond, err)
	}
}

// expiring is a context that ends when it was looked at so often.
type expiring struct {
	context.Context
	looks int
}

func (e *expiring) Err() error {
	if e.looks--; e.looks < 0 {
		return context.Canceled
	}
	return nil
}

// TestRepairsEndWithTheContext: each walk over a file's objects, and each stream that
// is looked through, stops where the context ends.
func TestRepairsEndWithTheContext(t *testing.T) {
	var file []byte
	const objects = 1000
	for i := range objects {
		file = fmt.Appendf(file, "%d 0 obj\n<< /Type /ObjStm /N 1 >>\nstream\n7 0\nendstream\nendobj\n", i+1)
	}
	for looks := range 3 {
		if n := len(scanObjects(&expiring{context.Background(), looks}, file)); n > looks {
			t.Errorf("%d objects are found after %d looks at the context", n, looks)
		}
	}
	found := scanObjects(context.Background(), file)
	if len(found) != objects {
		t.Fatalf("%d objects", len(found))
	}
	for name, walk := range map[string]func(*repairs){
		"last table": func(r *repairs) { r.pointToLastTable() }, "table": func(r *repairs) { r.rebuildTable() }, "catalog": func(r *repairs) { r.catalogInStreams() },
	} {
		ctx := &expiring{context.Background(), 10}
		walk(&repairs{ctx: ctx, data: file, limits: DefaultLimits(), objects: found, scanned: true})
		if looks := 10 - ctx.looks; looks < 11 || looks > 13 {
			t.Errorf("%s: the context is looked at %d times, and ends at the 11th", name, looks)
		}
	}
	hex := bytes.Repeat([]byte("30"), 8<<20)
	ctx := &expiring{context.Background(), 3}
	if large, err := decodesBeyond(ctx, []byte("/Filter /ASCIIHexDecode "), hex, 1<<20); large || err == nil || ctx.looks < -4 {
		t.Errorf("a stream is decoded on: %v %v after %d looks", large, err, 3-ctx.looks)
	}
}

// TestCommentsThatNeverEnd: such a one reaches to the end of the file, whatever it
// holds, and is looked through once.
func TestCommentsThatNeverEnd(t *testing.T) {
	data := []byte("<< >> % endobj stream %%%")
	if end, stream := lenientBodyEnd(data, 0); end != len(data) || stream {
		t.Errorf("the body ends at %d of %d, stream %v", end, len(data), stream)
	}
}

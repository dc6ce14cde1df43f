package pdf

import (
	"os"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// wantProbed fails when a body is probed in vain, or when the probe is sure of something
// that parsing does not find. It returns whether it is sure.
func wantProbed(t *testing.T, data []byte, from int) bool {
	t.Helper()
	r := newRegular(t.Context(), data, DefaultLimits())
	at, seen, ok := r.probe(from)
	if !ok {
		return false
	}
	text := data[from:min(len(data), from+100)]
	end, stream, whole := bodyEnd(data, from, at)
	wantEnd, wantStream, wantWhole := bodyEnd(data, from, from)
	if whole != wantWhole || whole && (end != wantEnd || stream != wantStream) {
		t.Errorf("%q ends at %d (%v, %v), want %d (%v, %v)", text, end, stream, whole, wantEnd, wantStream, wantWhole)
	}
	b := body{from: from, end: end}
	if !whole {
		return true
	}
	err := r.outlineOf(&b)
	o, _ := parseBody(t.Context(), data[from:end], r.limits.MaxRecursionDepth)
	d, _ := o.(types.Dict)
	_, hasLength := d["Length"]
	b.bare = d["Filter"] == types.Name("FlateDecode") && (len(d) == 1 || len(d) == 2 && hasLength)
	if err != nil || b.outline != seen {
		t.Errorf("%q: the probe sees %+v, parsing %+v, %v", text, seen, b.outline, err)
	}
	return true
}

// What is sound is probed; what is odd never is.
func TestProbeKnowsSoundObjects(t *testing.T) {
	for _, text := range soundObjects {
		if !wantProbed(t, []byte(text+"\nendobj\n"), 0) {
			t.Errorf("%q is probed in vain", text)
		}
	}
	for _, text := range oddObjects {
		if wantProbed(t, []byte(text+"\nendobj\n"), 0) {
			t.Errorf("the probe is sure of %q", text)
		}
	}
	for _, text := range []string{"(a stream)", "(endobj)", "/Bitstream", "<</Linearized 1>>", "<</Length 1.5>>", "<</Length (12)>>"} {
		if wantProbed(t, []byte(text+"\nendobj\n"), 0) {
			t.Errorf("the probe is sure of %q", text)
		}
	}
}

// In the objects of files the probe sees what parsing does, and it is sure of nearly all.
func TestProbeSeesWhatParsingDoes(t *testing.T) {
	objects, sure := 0, 0
	for _, path := range pdftest.Corpus(t, 4, "papers", "cases", "odd") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range scanObjects(t.Context(), data) {
			objects++
			if wantProbed(t, data, o.body) {
				sure++
			}
		}
	}
	if sure*100 < objects*90 {
		t.Errorf("the probe is sure of %d of %d objects", sure, objects)
	}
}

// Attack: each object is a long string which the probe reads in vain, to the end of the
// file, before it ends at a word.
func TestProbingInVainIsBounded(t *testing.T) {
	data := make([]byte, 0, 1<<20)
	for range 1000 {
		data = append(data, "/endobj ("...)
	}
	r := newRegular(t.Context(), data, DefaultLimits())
	for at := 0; at < len(data); at += len("/endobj (") {
		if _, _, ok := r.probe(at); ok {
			t.Fatal("the probe is sure")
		}
	}
	if most := int64(3 * len(data)); r.inVain.Load() > most {
		t.Errorf("%d bytes of %d are probed", r.inVain.Load(), len(data))
	}
}

func FuzzProbe(f *testing.F) {
	for _, text := range append(oddObjects, soundObjects...) {
		f.Add([]byte(text + "\nendobj\n"))
		f.Add([]byte(text + "\nstream\n"))
	}
	f.Fuzz(func(t *testing.T, data []byte) { wantProbed(t, data, 0) })
}

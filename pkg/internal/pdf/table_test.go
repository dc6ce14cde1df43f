package pdf

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// manyObjects is a regular file with so many arrays of some bytes, from number 3 on.
func manyObjects(n, size int) []byte {
	b := pdftest.New()
	for i := range n {
		b.Object(fmt.Sprintf("[%d (%s)]", i, strings.Repeat("x", size)))
	}
	return b.Bytes()
}

// readTable returns the table of a regular file.
func readTable(t *testing.T, data []byte) *table {
	t.Helper()
	r, ok := tryRegular(data, DefaultLimits())
	if !ok {
		t.Fatal("the file is not regular")
	}
	return r.out
}

// ask fails when the object of a number is not the array that manyObjects has there.
func ask(t *testing.T, from *table, number int) {
	t.Helper()
	o, err := from.object(number)
	a, ok := o.(types.Array)
	if err != nil || !ok || len(a) != 2 || a[0] != types.Integer(number-3) {
		t.Fatalf("object %d: %v, %v", number, o, err)
	}
}

// eachRegular calls do for each regular file of a sample of papers.
func eachRegular(t *testing.T, do func(path string, r *regular)) {
	t.Helper()
	found := 0
	for _, path := range pdftest.Corpus(t, 9, "papers", "cases", "odd") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if r, ok := tryRegular(data, DefaultLimits()); ok {
			found++
			do(path, r)
		}
	}
	if found == 0 {
		t.Error("no file is regular")
	}
}

// Whatever the order in which several goroutines ask for the objects of a file, and
// however often, they get the same.
func TestObjectsAreTheSameTimeAndAgain(t *testing.T) {
	eachRegular(t, func(path string, r *regular) {
		want := make([]types.Object, len(r.out.slots))
		for i, s := range r.out.slots {
			want[i], _ = r.out.object(s.number)
		}
		r.out.memory = objectMemory{most: 100 * len(r.data)}
		r.out.memory.expect(7)
		var readers sync.WaitGroup
		for reader := range 3 {
			readers.Go(func() {
				for i := range want {
					i = (i*(reader+1) + reader) % len(want)
					if got, _ := r.out.object(r.out.slots[i].number); !reflect.DeepEqual(got, want[i]) {
						t.Errorf("%s, object %d: got %v, want %v", path, r.out.slots[i].number, got, want[i])
					}
				}
			})
		}
		readers.Wait()
	})
}

// Of a long file few objects are kept, and all of a short one.
func TestObjectsAreForgotten(t *testing.T) {
	const n = 10 * lateObjects
	long := readTable(t, manyObjects(n, 10))
	for i := range n {
		ask(t, long, 3+i)
	}
	if m := &long.memory; len(m.late) != lateObjects || len(m.kept) > 0 {
		t.Errorf("%d objects have a place, and %d are kept for good", len(m.late), len(m.kept))
	}
	short := readTable(t, manyObjects(lateObjects/2, 10))
	for range 2 {
		for i := range lateObjects / 2 {
			ask(t, short, 3+i)
		}
	}
	if spent, most := short.memory.spent, len(short.data)+objectCost*len(short.slots); spent > most {
		t.Errorf("%d bytes are parsed of a short file, want at most %d", spent, most)
	}
}

// Attack: objects that push each other out are asked for in turns, and large ones are.
func TestParsingAgainIsBounded(t *testing.T) {
	small := readTable(t, manyObjects(2*lateObjects, largeObject/2))
	for i := range 100_000 {
		ask(t, small, 3+i%7+i%2*lateObjects)
	}
	if m := &small.memory; m.spent > m.most+20*largeObject {
		t.Errorf("%d bytes are parsed of a file of %d", m.spent, len(small.data))
	}
	large := readTable(t, manyObjects(2*lateObjects, largeObject))
	for i := range 100_000 {
		ask(t, large, 3+i%7+i%2*lateObjects)
	}
	if m := &large.memory; m.spent > 20*largeObject {
		t.Errorf("%d bytes are parsed of a few large objects", m.spent)
	}
}

// An object in an object stream that cannot be read is no less damage when it is asked
// for again.
func TestUnreadableObjectsAreRemembered(t *testing.T) {
	data := []byte("%PDF-1.5\n" + strings.Repeat(" ", headerLine) + "\n")
	var offsets [5]int
	add := func(number int, body string) {
		offsets[number] = len(data)
		data = fmt.Appendf(data, "%d 0 obj\n%s\nendobj\n", number, body)
	}
	add(1, "<< /Type /Catalog /Pages 2 0 R >>")
	add(2, "<< /Type /Pages /Kids [] /Count 0 >>")
	const head = "5 0 6 16 "
	packed := head + "<< /Length 3 >> [1]"
	add(3, fmt.Sprintf("<< /Type /ObjStm /N 2 /First %d /Length %d >>\nstream\n%s\nendstream", len(head), len(packed), packed))
	offsets[4] = len(data)
	var rows bytes.Buffer
	for number := range 7 {
		switch {
		case number == 0:
			rows.Write([]byte{0, 0, 0, 0})
		case number < 5:
			rows.Write([]byte{1, byte(offsets[number] >> 8), byte(offsets[number]), 0})
		default:
			rows.Write([]byte{2, 0, 3, byte(number - 5)})
		}
	}
	data = fmt.Appendf(data, "4 0 obj\n<< /Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", rows.Len(), rows.Bytes(), offsets[4])
	from := readTable(t, data)
	for range 2 {
		if o, err := from.object(5); err == nil {
			t.Errorf("the first object is %v", o)
		}
		if o, err := from.object(6); err != nil || !reflect.DeepEqual(o, types.Array{types.Integer(1)}) {
			t.Errorf("the second object is %v, %v", o, err)
		}
	}
	if o, _ := from.object(3); !reflect.DeepEqual(o, types.ObjectStreamDict{}) {
		t.Errorf("the object stream is %v", o)
	}
}

// A stream without its dictionary has the data and the filters of the whole one, and its
// dictionary when that is asked for.
func TestBareStreamsAreStreams(t *testing.T) {
	bare := 0
	eachRegular(t, func(path string, r *regular) {
		for _, s := range r.out.slots {
			v := r.doc.resolve(*types.NewIndirectRef(s.number, 0))
			if _, ok := v.obj.(bareStream); !ok {
				continue
			}
			bare++
			whole, _ := r.out.whole(s.number)
			want, _ := Value{doc: r.doc, obj: whole}.stream()
			got, ok := v.stream()
			if !ok || !bytes.Equal(got.Raw, want.Raw) || !reflect.DeepEqual(got.FilterPipeline, want.FilterPipeline) {
				t.Errorf("%s, object %d: %d bytes through %v, want %d through %v", path, s.number, len(got.Raw), got.FilterPipeline, len(want.Raw), want.FilterPipeline)
			}
			if !v.IsStream() || !v.IsDict() || v.IsNull() || v.Key("Filter").Name() != "FlateDecode" || len(v.Keys()) != len(want.Dict) {
				t.Errorf("%s, object %d has the keys %v", path, s.number, v.Keys())
			}
		}
	})
	if bare == 0 {
		t.Error("there is none")
	}
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// firstPacked is the first number of those that are in the object stream of packedFile.
const firstPacked = 6

// packedFile is a regular file of one page with an object stream of some objects, whose data
// are packed by a filter. Its table sends the numbers from firstPacked on to places in that.
func packedFile(texts []string, places []int, filter string, pack func(string) string) []byte {
	data := []byte("%PDF-1.5\n" + strings.Repeat(" ", headerLine) + "\n")
	var rows []byte
	row := func(kind byte, a, b int) {
		rows = binary.BigEndian.AppendUint32(append(rows, kind), uint32(a))
		rows = binary.BigEndian.AppendUint16(rows, uint16(b))
	}
	add := func(body string) {
		row(1, len(data), 0)
		data = fmt.Appendf(data, "%d 0 obj\n%s\nendobj\n", len(rows)/7, body)
	}
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	add("<< /Type /Page /MediaBox [0 0 612 792] >>")
	head, body := "", ""
	for i, text := range texts {
		head += fmt.Sprintf("%d %d ", firstPacked+i, len(body))
		body += text + " "
	}
	packed := pack(head + body)
	add(fmt.Sprintf("<< /Type /ObjStm /N %d /First %d %s /Length %d >>\nstream\n%s\nendstream", len(texts), len(head), filter, len(packed), packed))
	row(1, len(data), 0)
	for _, place := range places {
		row(2, 4, place)
	}
	return fmt.Appendf(data, "5 0 obj\n<< /Type /XRef /Index [1 %d] /Size %d /W [1 4 2] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		firstPacked+len(places)-1, firstPacked+len(places), len(rows), rows, len(data))
}

// unpacked and deflated are what packs an object stream.
func unpacked(s string) string { return s }

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

// damaged returns a file that is left to pdfcpu.
func damaged(regular []byte) []byte {
	return bytes.Replace(regular, []byte("%PDF-1.5"), []byte("%PDF-9.x"), 1)
}

// openPacked opens a file, which pdfcpu has to read where it is damaged.
func openPacked(t *testing.T, data []byte) *Document {
	t.Helper()
	doc, err := Open(t.Context(), data, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if byPdfcpu := doc.ctx != nil; byPdfcpu != (len(doc.damage) > 0) {
		t.Fatalf("read by pdfcpu: %v", byPdfcpu)
	}
	return doc
}

// Attack: a table sends many numbers to one place of an object stream, where a long object
// is.
func TestNumbersOfOnePlaceShareAnObject(t *testing.T) {
	regular := packedFile([]string{"[1]", "[" + strings.Repeat("0 ", largeObject) + "]"}, []int{0, 1, 1, 1}, "", unpacked)
	for name, data := range map[string][]byte{"regular": regular, "damaged": damaged(regular)} {
		t.Run(name, func(t *testing.T) {
			doc := openPacked(t, data)
			array := func(number int) types.Array {
				o, err := doc.objects.object(number)
				a, ok := o.(types.Array)
				if err != nil || !ok {
					t.Fatalf("object %d is %v, %v", number, o, err)
				}
				return a
			}
			if n := len(array(firstPacked)); n != 1 {
				t.Errorf("the array in the first place has %d elements", n)
			}
			first := array(firstPacked + 1)
			if len(first) != largeObject {
				t.Errorf("the array in the second place has %d elements", len(first))
			}
			for number := firstPacked + 2; number < firstPacked+4; number++ {
				if a := array(number); &a[0] != &first[0] {
					t.Errorf("object %d was parsed again", number)
				}
			}
		})
	}
}

// Attack: objects of an object stream begin at one place, or within each other, and each
// would be read to the end of them all.
func TestPackedObjectsDoNotOverlap(t *testing.T) {
	const text = "[ 0 [ 0 [ 0 ] ] ]"
	for list, want := range map[string][]string{
		"6 0 7 0 8 0 ":  {"", "", text},
		"6 0 7 4 8 8 ":  {"[ 0 ", "[ 0 ", "[ 0 ] ] ]"},
		"6 0 7 8 8 4 ":  {"[ 0 [ 0 "}, // of a list in disorder, what comes before
		"6 0 7 17 8 0 ": {text},
	} {
		found, _ := findObjects([]byte(list+text), len(list), 100)
		var got []string
		for i := range len(found.starts) - 1 {
			got = append(got, string(found.content[found.starts[i]:found.starts[i+1]]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", list, got, want)
		}
	}
}

// Attack: long objects of an object stream that cannot be read, or a long object stream that
// cannot be decoded, are asked for again and again.
func TestUnreadablePackedObjectsAreTriedOnce(t *testing.T) {
	deep := strings.Repeat("[", 200) // each parse makes an error of its own of it
	wrongSum := func(s string) string {
		packed := []byte(deflated(s))
		packed[len(packed)-1]++
		return string(packed)
	}
	for name, test := range map[string]struct {
		filter string
		pack   func(string) string
		shared bool // both objects fail for one reason
	}{
		"objects": {"", unpacked, false},
		"stream":  {"/Filter /FlateDecode", wrongSum, true},
	} {
		t.Run(name, func(t *testing.T) {
			doc := openPacked(t, damaged(packedFile([]string{deep, deep}, []int{0, 1}, test.filter, test.pack)))
			var failures []error
			for _, number := range []int{firstPacked, firstPacked, firstPacked + 1} {
				o, err := doc.objects.object(number)
				if err == nil {
					t.Fatalf("object %d is %v", number, o)
				}
				failures = append(failures, err)
			}
			if failures[0] != failures[1] {
				t.Error("an object was tried again")
			}
			if (failures[1] == failures[2]) != test.shared {
				t.Errorf("the objects fail for %v and %v", failures[1], failures[2])
			}
		})
	}
}

// Several goroutines ask for objects of a stream that is not decoded yet, which the race
// detector watches.
func TestPackedObjectsOfPdfcpuAtOnce(t *testing.T) {
	doc := openPacked(t, damaged(packedFile([]string{"[0]", "[1]"}, []int{0, 1}, "/Filter /FlateDecode", deflated)))
	var all sync.WaitGroup
	for i := range 2 {
		all.Go(func() {
			if o, err := doc.objects.object(firstPacked + i); err != nil || !reflect.DeepEqual(o, types.Array{types.Integer(i)}) {
				t.Errorf("object %d is %v, %v", firstPacked+i, o, err)
			}
		})
	}
	all.Wait()
}

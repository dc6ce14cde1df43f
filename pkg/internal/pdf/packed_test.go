package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// firstPacked is the first number of those that are in the object stream of packedFile.
const firstPacked = 6

// packedFile is a regular file of one page with an object stream of some objects. Its table
// sends the numbers from firstPacked on to places in that.
func packedFile(texts []string, places []int) []byte {
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
	add(fmt.Sprintf("<< /Type /ObjStm /N %d /First %d /Length %d >>\nstream\n%s\nendstream", len(texts), len(head), len(head+body), head+body))
	row(1, len(data), 0)
	for _, place := range places {
		row(2, 4, place)
	}
	return fmt.Appendf(data, "5 0 obj\n<< /Type /XRef /Index [1 %d] /Size %d /W [1 4 2] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		firstPacked+len(places)-1, firstPacked+len(places), len(rows), rows, len(data))
}

// Attack: a table sends many numbers to one place of an object stream, where a long object
// is.
func TestNumbersOfOnePlaceShareAnObject(t *testing.T) {
	regular := packedFile([]string{"[1]", "[" + strings.Repeat("0 ", largeObject) + "]"}, []int{0, 1, 1, 1})
	for name, data := range map[string][]byte{
		"regular": regular,
		"damaged": bytes.Replace(regular, []byte("%PDF-1.5"), []byte("%PDF-9.x"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Open(t.Context(), data, DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if byPdfcpu := doc.ctx != nil; byPdfcpu != (name == "damaged") {
				t.Fatalf("read by pdfcpu: %v", byPdfcpu)
			}
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

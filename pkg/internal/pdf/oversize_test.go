package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// deflated packs bytes.
func deflated(pieces ...[]byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	for _, piece := range pieces {
		z.Write(piece)
	}
	z.Close()
	return out.Bytes()
}

// withTable gives a file a cross-reference stream in the place of its table.
func withTable(entries string, data []byte) []byte {
	file := pdftest.OnePage("BT /F1 10 Tf 72 700 Td (a line) Tj ET")
	out := bytes.Clone(file[:bytes.LastIndex(file, []byte("xref\n0 "))])
	start := len(out)
	if !strings.Contains(entries, "/Type") {
		entries = "/Type /XRef " + entries
	}
	out = fmt.Appendf(out, "9 0 obj\n<< %s /Root 1 0 R /Length %d >>\nstream\n", entries, len(data))
	out = append(out, data...)
	return fmt.Appendf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
}

// A cross-reference stream that inflates to more than any table is not decoded in
// one piece; the file is read without it.
func TestOversizedTable(t *testing.T) {
	if testing.Short() {
		t.Skip("it packs many bytes")
	}
	const size = 128 << 20
	flat := deflated(slices.Repeat([][]byte{make([]byte, 1<<20)}, size>>20)...)
	twice := deflated(flat)
	tables := map[string][]byte{
		"wide rows":       withTable("/Size 2147483647 /W [8 8 8] /Filter /FlateDecode", flat),
		"a huge index":    withTable("/Size 2147483647 /W [1 4 2] /Index [0 2147483647] /Filter /FlateDecode", flat),
		"a predictor":     withTable("/Size 9 /W [1 4 2] /DecodeParms << /Predictor 12 /Columns 7 >> /Filter /FlateDecode", flat),
		"packed twice":    withTable("/Size 9 /W [1 4 2] /Filter [/FlateDecode /FlateDecode]", twice),
		"no size at all":  withTable("/Filter /FlateDecode /W [1 4 2]", flat),
		"another type":    withTable("/Type /Metadata /Size 9 /W [1 4 2] /Filter /FlateDecode", flat),
		"a false image":   withTable("/Type /XRef /Size 9 /W [1 4 2] /Filter /FlateDecode %endobj\n8 0 obj << /Type /XObject /Subtype /Image\n", flat),
		"a false stream":  withTable("%stream\n/Size 9 /W [1 4 2] /Filter /FlateDecode", flat),
		"a false end":     withTable("/Size 9 /W [1 4 2] /Filter /FlateDecode", slices.Concat(flat[:2], []byte("\x00\x09\x00\xf6\xffendstream"), flat[2:])),
		"a long table":    withTable("/Size 9 /W [1 4 2] /Filter /FlateDecode /Pad ("+strings.Repeat("x", 100<<10)+")", flat),
		"packed as text":  withTable("/Size 9 /W [1 4 2] /Filter [/ASCIIHexDecode /FlateDecode]", fmt.Appendf(nil, "%x>", flat)),
		"run lengths":     withTable("/Size 9 /W [1 4 2] /Filter /RunLengthDecode", bytes.Repeat([]byte{0x81, 0}, size/128)),
		"filters in abbr": withTable("/Size 9 /W [1 4 2] /Filter [/Fl]", flat),
	}
	for _, name := range pdftest.Sample(t, slices.Sorted(maps.Keys(tables)), 4) {
		t.Run(name, func(t *testing.T) {
			data := tables[name]
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; took > 2*size {
				t.Errorf("%d MB were taken", took>>20)
			}
			var limit *pdf.LimitError
			switch {
			case errors.As(err, &limit) && limit.Limit == "StreamBytes":
			case err != nil || len(doc.Pages()) != 1:
				t.Errorf("%v", err)
			}
		})
	}
}

// Attack: more objects than a file may have, under a table that cannot be used. The
// file is refused before it is repaired, which takes time for each object, even of
// one number.
func TestTooManyObjectsAreNotRepaired(t *testing.T) {
	limits := pdf.DefaultLimits()
	limits.Objects = 1000
	torn := bytes.ReplaceAll(pdftest.OnePage("BT /F1 10 Tf 72 700 Td (a line) Tj ET"), []byte("xref"), []byte("xerf"))
	with := func(objects int) []byte {
		return append(bytes.Clone(torn), bytes.Repeat([]byte("\n99 0 obj\nnull\nendobj"), objects)...)
	}
	if _, err := pdf.Open(context.Background(), with(900), limits); err != nil {
		t.Errorf("900 objects: %v", err)
	}
	var limit *pdf.LimitError
	if _, err := pdf.Open(context.Background(), with(1100), limits); !errors.As(err, &limit) || limit.Limit != "Objects" {
		t.Errorf("1100 objects: %v", err)
	}
}

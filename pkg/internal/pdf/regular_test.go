package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// tryRegular reads data as a regular file, when it is one.
func tryRegular(data []byte, limits Limits) (*regular, bool) {
	if precheck(data, limits) != nil || len(inspectFrame(data)) > 0 {
		return nil, false
	}
	if _, patched := patchHeader(data); patched != "" {
		return nil, false
	}
	out, err := readRegular(context.Background(), data, limits)
	return out, err == nil
}

// comparable reports whether a file is in clear and its streams have the filters that
// their dictionaries plainly say: others pdfcpu decrypts or mends while it reads.
func comparable(r *regular) bool {
	for _, s := range r.out.slots {
		o, _ := r.out.whole(s.number)
		if sd, ok := o.(types.StreamDict); ok {
			if _, plain := filtersOf(sd.Dict); !plain {
				return false
			}
		}
	}
	return r.cipher == nil
}

// sameAsPdfcpu reads data with pdfcpu's reader, which is the oracle, and compares
// all objects with those of a regular file.
func sameAsPdfcpu(t *testing.T, data []byte, got *regular, limits Limits) {
	t.Helper()
	var want *model.Context
	err := guard(func() (err error) {
		want, err = pdfcpu.ReadWithContext(context.Background(), bytes.NewReader(data), (&Document{limits: limits}).configuration())
		return err
	})
	if err != nil {
		t.Fatalf("pdfcpu cannot read what is regular: %v", err)
	}
	same := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
	whole := &pdfcpuObjects{ctx: want}
	same("frame", got.frame, whole.frame())
	for number := range got.frame.next {
		w, ok := content(whole, number)
		if ok {
			g, _ := content(got.out, number)
			same(fmt.Sprintf("object %d", number), g, w)
		}
	}
}

// content returns an object in a form that can be compared; ok is false for a stream of
// the file's frame, to which nothing refers.
func content(from objects, number int) (c any, ok bool) {
	o, err := from.whole(number)
	if err != nil {
		return "unreadable", true
	}
	switch o := o.(type) {
	case types.StreamDict:
		return &[]any{o.Dict, string(o.Raw), o.FilterPipeline, *o.StreamLength, from.generation(number)}, true
	case types.ObjectStreamDict, types.XRefStreamDict:
		return nil, false
	case nil:
		return nil, true // free, or not there
	}
	return []any{o, from.generation(number)}, true
}

func TestRegularIsWhatPdfcpuReads(t *testing.T) {
	for pattern, test := range map[string]struct {
		every int // files to one that is read
		least int // how many of 100 are regular
	}{
		"../../../testdata/papers/*.pdf":    {4, 95},
		"../../../../shared/papers/*.pdf":   {4, 95},
		"../../../../shared/cases/*.pdf":    {4, 80},
		"../../../../shared/odd/[a-p]*.pdf": {4, 50},
	} {
		t.Run(filepath.Base(filepath.Dir(pattern)), func(t *testing.T) {
			files, _ := filepath.Glob(pattern)
			if len(files) == 0 {
				t.Skipf("there is nothing in %s", pattern)
			}
			files = pdftest.Sample(t, files, test.every)
			regular := 0
			for _, file := range files {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if got, ok := tryRegular(data, DefaultLimits()); ok && comparable(got) {
					regular++
					t.Run(filepath.Base(file), func(t *testing.T) { sameAsPdfcpu(t, data, got, DefaultLimits()) })
				}
			}
			if regular*100 < test.least*len(files) {
				t.Errorf("%d of %d files are regular, want %d %%", regular, len(files), test.least)
			}
		})
	}
}

// classic is a regular file with a stream, and with a string that holds keywords.
func classic() []byte {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: "BT (endobj) Tj ET", Entries: `/Note (a \) stream endobj)`})
	return b.Bytes()
}

func TestIrregularFilesAreLeftToPdfcpu(t *testing.T) {
	if _, ok := tryRegular(classic(), DefaultLimits()); !ok {
		t.Fatal("the file all others are made of is not regular")
	}
	for name, change := range map[string][2]string{
		"comment":          {"/Type /Pages", "/Type%Pages\n"},
		"other number":     {"3 0 obj", "9 0 obj"},
		"longer stream":    {"/Length 17", "/Length 19"},
		"shorter stream":   {"/Length 17", "/Length 11"},
		"no length":        {"/Length 17", "/Langth 17"},
		"no keyword":       {"stream\nBT", "straem\nBT"},
		"wrong offset":     {"0000000015 00000 n", "0000000016 00000 n"},
		"torn row":         {" 00000 n \n", " 00000 x \n"},
		"encrypted":        {"/Root 1 0 R ", "/Encrypt 1 0 R /Root 1 0 R "},
		"hybrid":           {"/Root 1 0 R ", "/XRefStm 99 /Root 1 0 R "},
		"circle of tables": {"/Root 1 0 R ", "/Prev 9999 /Root 1 0 R "},
	} {
		t.Run(name, func(t *testing.T) {
			data := bytes.Replace(classic(), []byte(change[0]), []byte(change[1]), 1)
			if bytes.Equal(data, classic()) {
				t.Fatal("nothing was changed")
			}
			if _, ok := tryRegular(data, DefaultLimits()); ok {
				t.Error("the file passes for regular")
			}
		})
	}
}

// Attack: a table whose older section is itself.
func TestTableInACircle(t *testing.T) {
	data := classic()
	at := bytes.LastIndex(data, []byte("\nxref")) + 1
	data = bytes.Replace(data, []byte("/Root"), fmt.Appendf(nil, "/Prev %d /Root", at), 1)
	if _, ok := tryRegular(data, DefaultLimits()); ok {
		t.Error("the file passes for regular")
	}
}

// Attack: objects one inside the other, each of which would be read to the end
// of them all.
func TestOverlappingObjects(t *testing.T) {
	const n = 3000
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n")
	offsets := []int{9, bytes.Index(b.Bytes(), []byte("2 0 obj"))}
	for i := 3; i <= n; i++ {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", i)
	}
	b.WriteString("null\nendobj\n")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", n+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", n+1, start)
	if _, ok := tryRegular(b.Bytes(), DefaultLimits()); ok {
		t.Error("the file passes for regular")
	}
}

// Attack: object streams that are small in the file and large in memory.
func TestUnpackingIsBounded(t *testing.T) {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	fmt.Fprint(w, "4 0 ", "null", strings.Repeat(" ", maxUnpacked))
	w.Close()
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
	two := b.Len()
	b.WriteString("2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n")
	three := b.Len()
	fmt.Fprintf(&b, "3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n", packed.Len(), packed.Bytes())
	five := b.Len()
	rows := []byte{0, 0, 0, 0, 1, 0, 9, 0, 1, byte(two >> 8), byte(two), 0, 1, byte(three >> 8), byte(three), 0, 2, 0, 3, 0, 1, byte(five >> 8), byte(five), 0}
	fmt.Fprintf(&b, "5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", len(rows), rows, five)
	if _, ok := tryRegular(b.Bytes(), DefaultLimits()); ok {
		t.Error("the file passes for regular")
	}
	small := bytes.ReplaceAll(b.Bytes(), packed.Bytes(), fmt.Appendf(nil, "%-*s", packed.Len(), "4 0 null"))
	small = bytes.Replace(small, []byte("/Filter /FlateDecode"), []byte("/Falter /FlateDecode"), 1)
	if _, ok := tryRegular(small, DefaultLimits()); !ok {
		t.Error("the same file with a small object stream is not regular")
	}
}

// FuzzRegular: whatever passes for regular is what pdfcpu reads.
func FuzzRegular(f *testing.F) {
	f.Add(classic())
	f.Add(pdftest.OnePage("BT ET"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := DefaultLimits()
		limits.StreamBytes, limits.Objects = 1<<20, 10_000
		if got, ok := tryRegular(data, limits); ok && comparable(got) {
			sameAsPdfcpu(t, data, got, limits)
		}
	})
}

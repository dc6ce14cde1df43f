package pdf

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// One object that cannot be parsed, or a length that is wrong, costs no more than
// itself.
func TestOneBadObjectIsLeftOut(t *testing.T) {
	whole := pdftest.New()
	whole.Object("<< /Torn (and) >>")
	whole.AddPage(pdftest.Page{Content: "BT (words) Tj ET"})
	for name, change := range map[string][2]string{
		"dictionary that does not end": {"<< /Torn (and) >>", "<< /Torn << [ ) >"},
		"string that does not end":     {"(and)", "(and "},
		"length that is too long":      {"/Length 16", "/Length 99"},
		"length that is no number":     {"/Length 16", "/Length /X"},
	} {
		t.Run(name, func(t *testing.T) {
			data := bytes.Replace(whole.Bytes(), []byte(change[0]), []byte(change[1]), 1)
			if bytes.Equal(data, whole.Bytes()) {
				t.Fatal("nothing was changed")
			}
			doc, err := salvage(context.Background(), data, DefaultLimits(), nil)
			if err != nil {
				t.Fatal(err)
			}
			content, err := doc.Pages()[0].Contents()[0].Decode()
			if err != nil || string(bytes.TrimSpace(content)) != "BT (words) Tj ET" {
				t.Errorf("%q, %v", content, err)
			}
		})
	}
}

// Of an object stream whose list of objects is torn, those before the tear are found, and
// the last start is where one of them ends.
func TestTornListsKeepWhatCameBefore(t *testing.T) {
	const list = "2 0 3 6 4 12 5 x "
	found, err := findObjects([]byte(list+"<<>>  <<>>  <<>>  <<>>"), len(list), 100)
	if want := []int{len(list), len(list) + 6, len(list) + 12}; !errors.Is(err, errIrregular) || found == nil || !slices.Equal(found.starts, want) {
		t.Errorf("%+v, %v; want %v", found, err, want)
	}
}

// FuzzSalvage: whatever is salvaged has pages whose streams can be read.
func FuzzSalvage(f *testing.F) {
	f.Add(classic())
	f.Add(pdftest.OnePage("BT ET")[9:])
	f.Add(bytes.Replace(classic(), []byte("trailer\n<<"), []byte("trailer\n<</Encrypt<</V 4/R 4/Filter/Standard>>"), 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := DefaultLimits()
		limits.StreamBytes, limits.Objects = 1<<20, 10_000
		doc, err := salvage(context.Background(), data, limits, nil)
		if err != nil {
			return
		}
		for _, p := range doc.Pages() {
			for _, s := range p.Contents() {
				s.Decode()
			}
		}
	})
}

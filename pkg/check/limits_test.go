package check_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// rich is a file that uses a little of everything that a limit bounds.
func rich() []byte {
	b := pdftest.New()
	inner := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", []byte("0 0 9 9 re f"))
	form := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /In "+ref(inner)+" >> >>", []byte("/In Do /In Do"))
	page := columns(0) + "q q /Fm Do /Fm Do Q Q 1 2 m 3 4 l 5 6 l 7 8 l S [1 2 3 4] 0 d\n" +
		"BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 61626364> EI\n" + strings.Repeat("n\n", 1024) + pdftest.Text("F4", 10, 60, 30, "under a box") + "0.9 g 50 20 200 30 re f 50 20 100 30 re f\n"
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write([]byte(page)); err != nil {
		panic(err)
	}
	z.Close()
	for range 3 {
		contents := b.Stream("/Filter /FlateDecode", packed.Bytes())
		note := "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 9 9] /AP << /N " + ref(inner) + " >> >>"
		b.AddPage(pdftest.Page{Resources: pdftest.Fonts + " /XObject << /Fm " + ref(form) + " >>", Content: page,
			Entries: fmt.Sprintf("/Annots [%s %s] /Contents %s", note, note, ref(contents))})
	}
	return b.Bytes()
}

// tinyLimit returns a cap that the file exceeds: its pages lie one deep in the
// tree, of everything else it has two.
func tinyLimit(name string) int64 {
	if name == "TreeDepth" {
		return 0
	}
	return 1
}

// wantDoubt fails a test unless checks of a file are unknown because it is not
// known what can be seen.
func wantDoubt(t *testing.T, file report.File) {
	t.Helper()
	for _, c := range file.Checks {
		if c.Status == report.StatusUnknown && c.Kind == wording.PageUncertain {
			return
		}
	}
	t.Errorf("verdict %s without a doubt", file.Verdict)
}

// Each cap, made tiny, ends in an error that names it.
func TestEveryLimitIsNamed(t *testing.T) {
	if file := opml(t).Check(context.Background(), "rich.pdf", rich()); file.Verdict == report.Error {
		t.Fatalf("the file is within the default limits: %s", why(t, file))
	}
	for _, part := range []string{"PDF", "Content"} {
		group, _ := reflect.TypeFor[check.Limits]().FieldByName(part)
		for i := range group.Type.NumField() {
			name := group.Type.Field(i).Name
			t.Run(part+"/"+name, func(t *testing.T) {
				limits := check.DefaultLimits()
				reflect.ValueOf(&limits).Elem().FieldByName(part).Field(i).SetInt(tinyLimit(name))
				checker := opml(t)
				checker.Limits = &limits
				file := checker.Check(context.Background(), "rich.pdf", rich())
				if name == "CoverTests" { // the one cap that costs a paper only what is in doubt
					wantDoubt(t, file)
					return
				}
				message := why(t, file)
				if !strings.Contains(message, name) {
					t.Errorf("the message does not name %s: %q", name, message)
				}
				wantSentence(t, message)
			})
		}
	}
}

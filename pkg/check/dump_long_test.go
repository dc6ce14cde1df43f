package check_test

import (
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// TestDumpOfALongPaper: a paper of which the memory is freed as it is checked can be
// dumped all the same.
func TestDumpOfALongPaper(t *testing.T) {
	b := pdftest.New()
	for i := range 200 {
		b.AddPage(pdftest.Page{Content: set(54, 712, pdftest.Prose(200)[i%100:][:20]...)})
	}
	text, differs, err := opml(t).Dump(context.Background(), b.Bytes())
	if err != nil || len(text) == 0 || len(differs) > 0 {
		t.Errorf("%d bytes that differ in %v, error %v", len(text), differs, err)
	}
}

package pdf_test

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// What was forgotten is there when it is asked for again, by several goroutines at once:
// of files in the clear, encrypted and repaired.
func TestForgottenObjectsAreReadAgain(t *testing.T) {
	for _, path := range pdftest.Corpus(t, 9, "cases", "papers", "odd") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := pdf.Open(t.Context(), data, pdf.DefaultLimits())
		if err != nil {
			continue
		}
		var before [][]byte
		for _, p := range doc.Pages() {
			for _, s := range p.Contents() {
				text, _ := s.Decode()
				before = append(before, text)
			}
		}
		doc.Forget()
		var readers sync.WaitGroup
		for range 2 {
			readers.Go(func() {
				i := 0
				for _, p := range doc.Pages() {
					for _, s := range p.Contents() {
						if text, _ := s.Decode(); !bytes.Equal(text, before[i]) {
							t.Errorf("%s, page %d: %d bytes, want %d", path, p.Number, len(text), len(before[i]))
						}
						i++
					}
				}
				if i != len(before) {
					t.Errorf("%s: %d content streams, want %d", path, i, len(before))
				}
			})
		}
		readers.Wait()
	}
}

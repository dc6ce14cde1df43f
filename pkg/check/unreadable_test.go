package check_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// unreadable returns a file for each reason why one cannot be opened.
func unreadable(t *testing.T) map[pdf.Reason][]byte {
	deep := pdftest.New()
	for range 3 {
		deep.AddPage(pdftest.Page{})
	}
	cipher := pdftest.New()
	cipher.AddPage(pdftest.Page{})
	n := cipher.Object("<< /Filter /OwnCipher /V 9 /R 9 >>")
	cipher.Trailer = "/Encrypt " + ref(n) + " /ID [<00> <00>]"
	return map[pdf.Reason][]byte{
		pdf.ReasonEmpty:    {},
		pdf.ReasonNotPDF:   []byte("Dear committee, …"),
		pdf.ReasonPassword: readFile(t, "bad", "user-password.pdf"),
		pdf.ReasonCipher:   cipher.Bytes(),
		pdf.ReasonDamaged:  []byte("%PDF-1.7\n"),
		pdf.ReasonNoPages:  pdftest.New().Bytes(),
		pdf.ReasonLimit:    deep.Bytes(),
	}
}

// Every reason is reported in one clear sentence, with what helps.
func TestReasonsAreReported(t *testing.T) {
	words := map[pdf.Reason]string{
		pdf.ReasonEmpty: "empty", pdf.ReasonNotPDF: "not a PDF", pdf.ReasonPassword: "password", pdf.ReasonCipher: "encrypted",
		pdf.ReasonDamaged: "damaged", pdf.ReasonNoPages: "no pages", pdf.ReasonLimit: "Pages",
	}
	limits := check.DefaultLimits()
	limits.PDF.Pages = 2
	for reason, data := range unreadable(t) {
		t.Run(string(reason), func(t *testing.T) {
			var open *pdf.OpenError
			if _, err := check.Measure(context.Background(), data, check.Options{Limits: &limits}); !errors.As(err, &open) || open.Reason != reason {
				t.Fatalf("the error is %v, want the reason %s", err, reason)
			}
			checker := opml(t)
			checker.Limits = &limits
			file := checker.Check(context.Background(), "paper.pdf", data)
			message := why(t, file)
			wantSentence(t, message)
			if !strings.Contains(message, words[reason]) {
				t.Errorf("%q does not say %q", message, words[reason])
			}
			if told := strings.Contains(message, "; "); reason != pdf.ReasonLimit && file.Findings[0].Hint == "" && !told {
				t.Error("nothing is said of what helps")
			}
		})
	}
}

// Files cut short at any place, and files with a byte that is wrong, get a
// verdict.
func TestAnyPartOfAFile(t *testing.T) {
	data := compliant("")
	checker := opml(t)
	for n := 0; n < len(data); n += 97 {
		if file := checker.Check(context.Background(), "cut.pdf", data[:n]); file.Verdict == "" || file.Bytes != int64(n) {
			t.Fatalf("%d bytes: %+v", n, file)
		}
	}
	for at := 0; at < len(data); at += 997 {
		wrong := bytes.Clone(data)
		wrong[at] ^= 0x55
		if file := checker.Check(context.Background(), "wrong.pdf", wrong); file.Verdict == "" {
			t.Fatalf("byte %d: %+v", at, file)
		}
	}
}

package batch

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/annotate"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// certified is a paper that is signed against changes.
func certified() []byte {
	b := pdftest.New()
	b.Catalog = "/Perms << /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >> >>"
	b.AddPage(pdftest.Page{})
	return b.Bytes()
}

// A worker makes the same copy as this process would.
func TestAnnotateInWorker(t *testing.T) {
	p := pool(t)
	p.Sketch = true
	checked, err := p.Check(t.Context(), "paper.pdf", onePage)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Annotate(t.Context(), checked.File, onePage)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := annotate.Write(t.Context(), &want, onePage, checked.File); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) || !bytes.Contains(got, []byte("/T (paperfit)")) {
		t.Errorf("a copy of %d bytes, want %d", len(got), want.Len())
	}
	_, err = p.Annotate(t.Context(), checked.File, certified())
	if !errors.Is(err, pdf.ErrForbidden) || !strings.Contains(err.Error(), "signed against changes") {
		t.Errorf("a certified paper: %v", err)
	}
}

// A paper that hangs, crashes or grows while it is annotated takes its worker
// with it; the next one gets its copy.
func TestAnnotateWithinLimits(t *testing.T) {
	checked, err := pool(t).Check(t.Context(), "paper.pdf", onePage)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"hang":             "annotating exceeded the limit timeout of 1s; allow more with --timeout",
		"grow":             "annotating exceeded the limit max-memory of 128 MB; allow more with --max-memory",
		"crash":            "the worker process died twice",
		"babble":           "worker protocol error",
		"promise a copy":   "worker protocol error",
		"refuse in colour": `no \x1bcopy`,
	} {
		t.Run(word, func(t *testing.T) {
			t.Parallel()
			p := pool(t)
			p.Limits.MaxMemory = 128 << 20
			if word == "hang" {
				p.Limits.Timeout = time.Second
			}
			_, err := p.Annotate(t.Context(), checked.File, []byte(word+"\n"))
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("the error is %v", err)
			}
			p.Limits.Timeout = time.Minute
			if _, err := p.Annotate(t.Context(), checked.File, onePage); err != nil {
				t.Errorf("the next paper: %v", err)
			}
		})
	}
}

func TestAnnotateEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := pool(t).Annotate(ctx, report.File{Verdict: report.Pass}, onePage); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

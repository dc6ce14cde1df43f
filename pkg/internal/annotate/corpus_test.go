package annotate

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// checked returns the report of a paper with its sketches.
func checked(t testing.TB, data []byte) report.File {
	t.Helper()
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	checker := &check.Checker{Profile: p, Options: check.Options{Sketch: true}}
	return checker.Check(context.Background(), "paper.pdf", data)
}

// eachShared calls do with a sample of our papers, and of the files of the shared folders
// where they are there; with all in a thorough run.
func eachShared(t *testing.T, do func(t *testing.T, name string, data []byte)) {
	for _, path := range pdftest.Corpus(t, 18, "cases", "papers", "odd") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(path), func(t *testing.T) { do(t, filepath.Base(path), data) })
	}
}

// Every file gets a copy that our reader finds as sound as the original, with
// the same pages and text, or one sentence why not.
func TestAnnotateShared(t *testing.T) {
	copies, refused := 0, 0
	eachShared(t, func(t *testing.T, name string, data []byte) {
		file := checked(t, data)
		var out bytes.Buffer
		err := Write(context.Background(), &out, data, file)
		if err != nil {
			if strings.Contains(err.Error(), "\n") || out.Len() > 0 {
				t.Errorf("%d bytes and the error %q", out.Len(), err)
			}
			refused++
			return
		}
		copies++
		sameDocument(t, data, out.Bytes())
		if copies%sampled == 0 {
			sound(t, data, out.Bytes())
		}
	})
	t.Logf("%d copies, %d refused", copies, refused)
}

// sameDocument compares the copy with its original, as our reader sees them.
func sameDocument(t *testing.T, original, copied []byte) {
	t.Helper()
	before, err := pdf.Open(context.Background(), original, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	after, err := pdf.Open(context.Background(), copied, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if len(before.Pages()) != len(after.Pages()) {
		t.Fatalf("%d pages, the original has %d", len(after.Pages()), len(before.Pages()))
	}
	for i, p := range before.Pages() {
		q := after.Pages()[i]
		if p.Size != q.Size || p.ToPage != q.ToPage || q.Dict.Key("Annots").Len() < p.Dict.Key("Annots").Len() {
			t.Errorf("page %d differs", p.Number)
		}
		if len(p.Contents()) != len(q.Contents()) {
			t.Errorf("page %d has other contents", p.Number)
		}
		for k, s := range p.Contents() {
			a, errA := s.Decode()
			b, errB := q.Contents()[k].Decode()
			if !bytes.Equal(a, b) || (errA == nil) != (errB == nil) {
				t.Errorf("page %d has other contents", p.Number)
			}
		}
	}
	if n := len(after.Damage()); n > len(before.Damage()) {
		t.Errorf("damage %v, the original has %v", after.Damage(), before.Damage())
	}
}

// sampled is how many copies there are to one that is compared with qpdf, which
// takes its time.
const sampled = 8

// sound runs qpdf's check over a copy whose original is sound.
func sound(t *testing.T, original, copied []byte) {
	t.Helper()
	if _, err := exec.LookPath("qpdf"); err != nil {
		return
	}
	dir := t.TempDir()
	if out, err := qpdfCheck(t, filepath.Join(dir, "a.pdf"), original); err != nil || strings.Contains(out, "WARNING") {
		return
	}
	if out, err := qpdfCheck(t, filepath.Join(dir, "b.pdf"), copied); err != nil || strings.Contains(out, "WARNING") {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

func qpdfCheck(t *testing.T, path string, data []byte) (string, error) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("qpdf", "--check", path).CombinedOutput()
	return string(out), err
}

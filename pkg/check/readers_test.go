package check_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// everyOdd is how many of our papers and of the shared odd files there are to one that is tried,
// unless the run is thorough.
const everyOdd = 60

// No file is refused that two of qpdf, MuPDF and poppler open, one of them with
// text, except for passwords and caps.
func TestNothingIsRefusedThatReadersOpen(t *testing.T) {
	for _, tool := range []string{"qpdf", "mutool", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	if testing.Short() {
		t.Skip("comparisons with other programs take long")
	}
	for name, data := range headless(t) {
		path := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		tryAgainstReaders(t, path)
	}
	for _, path := range pdftest.Corpus(t, everyOdd, "odd") {
		tryAgainstReaders(t, path)
	}
}

// headless are variations of a paper whose header or table is not in its place.
func headless(t *testing.T) map[string][]byte {
	whole := readFile(t, "papers", "ok-plain.pdf")
	line := bytes.IndexAny(whole, "\r\n")
	body := whole[line:]
	return map[string][]byte{
		"without-header":   body[1:],
		"blank-header":     append(bytes.Repeat([]byte(" "), line), body...),
		"lower-case":       append(bytes.ToLower(whole[:line]), body...),
		"postscript":       append([]byte("%!PS-Adobe-3.0 PDF-1.4"), body...),
		"no-version":       append([]byte("%PDF-"), body...),
		"behind-100-bytes": append(bytes.Repeat([]byte("x"), 100), whole...),
		"behind-5000":      append(bytes.Repeat([]byte("HTTP/1.1 200 OK\n"), 313), whole...),
		"objects-alone":    bytes.Join(regexp.MustCompile(`(?s)\d+ 0 obj.*?endobj`).FindAll(whole, -1), []byte("\n")),
		"zeroed-head":      append(make([]byte, 1100), whole[1100:]...),
		"cut-tail":         whole[:len(whole)-30],
	}
}

func tryAgainstReaders(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	file := opml(t).Check(ctx, path, data)
	if file.Verdict != report.Error {
		return
	}
	told := why(t, file)
	if strings.Contains(told, "password") || strings.Contains(told, "limit ") {
		return
	}
	inMuPDF := hasLetters(t, "mutool", "draw", "-q", "-F", "txt", path)
	inPoppler := hasLetters(t, "pdftotext", path, "-")
	if inMuPDF && inPoppler || (inMuPDF || inPoppler) && opensInQPDF(t, path) {
		t.Errorf("%s: %s; MuPDF shows text: %t, poppler: %t", filepath.Base(path), told, inMuPDF, inPoppler)
	}
}

// readerPatience is how long another program may take.
const readerPatience = 20 * time.Second

func hasLetters(t *testing.T, tool string, args ...string) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), readerPatience)
	defer cancel()
	out, _ := exec.CommandContext(ctx, tool, args...).Output() // it may print text and fail
	return bytes.IndexFunc(out, unicode.IsLetter) >= 0
}

// opensInQPDF reports whether qpdf reads a file, with warnings perhaps (status 3).
func opensInQPDF(t *testing.T, path string) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), readerPatience)
	defer cancel()
	err := exec.CommandContext(ctx, "qpdf", "--check", path).Run()
	var exit *exec.ExitError
	return err == nil || errors.As(err, &exit) && exit.ExitCode() == 3
}

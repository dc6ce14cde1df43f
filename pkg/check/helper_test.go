package check_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// testdata is the repository's, seen from this package.
const testdata = "../../testdata"

func readFile(t testing.TB, elements ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{testdata}, elements...)...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// opml returns a checker for the default venue.
func opml(t testing.TB) *check.Checker {
	t.Helper()
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	return &check.Checker{Profile: p}
}

// set returns lines of Times, 10 on 12.
func set(x, y float64, lines ...string) string {
	return pdftest.Column{Size: 10, Leading: 12, X: x, Y: y}.Set(lines...)
}

// columns returns a page that meets OpML's format: two columns of 240 points
// with 24 between them, 54 lines deep.
func columns(page int) string {
	prose := pdftest.Prose(200)[5*page:]
	return set(54, 712, prose[:54]...) + set(318, 712, prose[13:67]...)
}

// compliant returns a file of one page that meets every rule except that of embedded
// fonts, with more content on it.
func compliant(more string) []byte {
	title := pdftest.Text("F2", 17, 150, 700, "Analytical Engines that Weave") + set(270, 680, "Ada Lovelace", "University of London")
	prose := pdftest.Prose(120)
	return pdftest.OnePage(title + set(54, 640, prose[:48]...) + set(318, 640, prose[13:61]...) + more)
}

// statuses returns the statuses of a file's checks by rule.
func statuses(f report.File) map[string]report.Status {
	out := map[string]report.Status{}
	for _, c := range f.Checks {
		out[c.Rule] = c.Status
	}
	return out
}

// why returns what the report says of an unreadable file.
func why(t testing.TB, f report.File) string {
	t.Helper()
	if f.Verdict != report.Error || len(f.Checks) == 0 || f.Checks[0].Rule != report.RuleReadable || f.Checks[0].Status != report.StatusFail {
		t.Fatalf("verdict %s, checks %+v; want an error and readable broken", f.Verdict, f.Checks)
	}
	for _, c := range f.Checks[1:] {
		if c.Status != report.StatusUnknown || c.Message == "" {
			t.Errorf("%s is %s (%q) in a file that could not be read", c.Rule, c.Status, c.Message)
		}
	}
	if len(f.Findings) != 1 || f.Findings[0].Message != f.Checks[0].Message {
		t.Fatalf("findings %+v, want one that says %q", f.Findings, f.Checks[0].Message)
	}
	return f.Findings[0].Message
}

// wantSentence checks that a message is one clear sentence for people.
func wantSentence(t testing.TB, message string) {
	t.Helper()
	for _, bad := range []string{"\n", "%!", "<nil>", "panic", "goroutine", "0x", ": :", "runtime"} {
		if strings.Contains(message, bad) {
			t.Errorf("the message %q holds %q", message, bad)
		}
	}
	if n := len(message); n < 15 || n > 200 {
		t.Errorf("the message has %d bytes: %q", n, message)
	}
}

// checkPage checks a page of these content operators.
func checkPage(t testing.TB, content string) report.File {
	t.Helper()
	return opml(t).Check(context.Background(), "page.pdf", pdftest.OnePage(content))
}

// ref returns a reference to an object.
func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

package machine

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestGitHub(t *testing.T) {
	golden(t, "github.log", func(w io.Writer) error {
		return GitHubFormat().Write(w, sample(failing(), passing(), scanned(), unreadable()), Options{})
	})
}

// commands returns the workflow commands in a log, as a runner finds them.
func commands(t *testing.T, opt Options, files ...report.File) (found []command, rest string) {
	t.Helper()
	var out bytes.Buffer
	if err := GitHubFormat().Write(&out, sample(files...), opt); err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`^::(error|warning) file=([^,:\r\n]+),title=([^,:\r\n]+)::([^\r\n]*)\n$`)
	unescape := strings.NewReplacer("%0A", "\n", "%0D", "\r", "%3A", ":", "%2C", ",", "%25", "%").Replace
	for line := range strings.Lines(out.String()) {
		parts := form.FindStringSubmatch(line)
		if parts == nil {
			rest += line
			continue
		}
		found = append(found, command{parts[1], unescape(parts[2]), unescape(parts[3]), unescape(parts[4])})
	}
	return found, rest
}

type command struct{ level, file, title, message string }

func TestGitHubAnnotates(t *testing.T) {
	got, rest := commands(t, Options{}, failing(), passing(), scanned(), unreadable())
	for _, want := range []command{
		{"error", "draft.pdf", "paperfit: page-limit", "page 3: Content runs onto page 3 (limit: 2 pages): 11 lines before the references."},
		{"error", "draft.pdf", "paperfit: text-block", "left column, top: 3 lines"},
		{"error", "draft.pdf", "paperfit: text-block", "\npage 2, right column, 4th line from the top: 1 line"},
		{"error", "draft.pdf", "paperfit: text-block", "\n→ Word processor: Set the left and right margins"},
		{"warning", "draft.pdf", "paperfit: page-numbers", "page 1, foot: The page has a page number"},
		{"warning", "draft.pdf", "paperfit: readable", "The cross-reference table could not be used"},
		{"error", "draft.pdf", "paperfit: not measured", "rules: columns"},
		{"error", "scan\ufffd[2J\ufffd.pdf", "paperfit: not measured", "with text as text.\nrules: body-font-size"},
		{"warning", "scan\ufffd[2J\ufffd.pdf", "paperfit: not measured", "could not be measured\nrules: font-family"},
		{"error", "standard input", "paperfit: readable", "The file needs a password to open."},
	} {
		found := false
		for _, c := range got {
			found = found || c.level == want.level && c.file == want.file && c.title == want.title && strings.Contains(c.message, want.message)
		}
		if !found {
			t.Errorf("there is no %q", want)
		}
	}
	for _, c := range got {
		if c.file == "papers/fine.pdf" {
			t.Errorf("a paper that keeps every rule gets %q", c)
		}
	}
	if !strings.HasSuffix(rest, "paperfit: 4 files: 1 pass · 1 fail · 1 unknown · 1 error\n") {
		t.Errorf("the log ends without a summary: %q", rest)
	}
	harsh, _ := commands(t, Options{FailOnWarning: true}, failing())
	for _, c := range harsh {
		if c.level != "error" {
			t.Errorf("warnings fail, but %q is none", c)
		}
	}
}

// TestGitHubTakesNoCommandFromAPaper: names and words of a paper cannot end a
// command, begin another or steer the log.
func TestGitHubTakesNoCommandFromAPaper(t *testing.T) {
	got, rest := commands(t, Options{}, hostile())
	if len(got) != 2 {
		t.Errorf("%d annotations, want 2: %q", len(got), got)
	}
	for line := range strings.Lines(rest) {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Errorf("a runner takes %q for a command", line)
		}
	}
	if all := rest + fmt.Sprint(got); strings.ContainsAny(all, "\x1b\u009b\u202e\x00\a\r") {
		t.Errorf("control characters reach the log: %q", all)
	}
}

// A file that could not be read takes one of the ten annotations that GitHub
// shows, not two.
func TestGitHubTellsOnceThatAFileCannotBeRead(t *testing.T) {
	f := report.File{Path: "broken.pdf", Verdict: report.Error, Checks: []report.Check{
		{Rule: report.RuleReadable, Severity: report.SeverityError, Status: report.StatusFail, Message: "it is cut short"},
		{Rule: "columns", Severity: report.SeverityError, Status: report.StatusUnknown, Message: "the file could not be read"},
	}}
	var out bytes.Buffer
	if err := GitHubFormat().Write(&out, sample(f), Options{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "::error"); n != 1 || !strings.Contains(out.String(), "it is cut short") {
		t.Errorf("%d annotations in %q", n, out.String())
	}
}

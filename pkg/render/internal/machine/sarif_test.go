package machine

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // brings the schema of OASIS

	"github.com/paperfit/paperfit/pkg/report"
)

// documented are options with the documentation of a rule.
func documented() Options {
	rules := []report.RuleDoc{
		{
			Rule: "page-limit", Title: "pages of content", Severity: report.SeverityError, Want: 2, Unit: "pages",
			Why: "Reviewers read so many pages.", Measured: "Counted are the pages that hold anything besides references.",
			By:  []report.Source{{Name: "USENIX OpML '20", URL: "https://www.usenix.org/conference/opml20/requirements-authors"}},
			Fix: report.Guides{LaTeX: report.Guide{Text: "shorten the text.", Code: `\looseness=-1`}, Word: report.Guide{Text: "shorten the text."}},
		},
		{Rule: "off", Title: "a rule that is off", Why: "-", Measured: "-"},
	}
	return Options{Rules: func() []report.RuleDoc { return rules }}
}

func TestSARIF(t *testing.T) {
	golden(t, "report.sarif", func(w io.Writer) error {
		return SARIF(w, sample(failing(), passing(), scanned(), unreadable()), documented())
	})
}

// oasisSchema returns the schema of OASIS from the module that carries it.
func oasisSchema(t *testing.T) []byte {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	path := filepath.Join(strings.TrimSpace(string(dir)), "pkg", "report", "v210", "sarif", "schema.go")
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if value, ok := n.(*ast.BasicLit); ok && value.Kind == token.STRING {
			text, err = strconv.Unquote(value.Value)
		}
		return true
	})
	if err != nil || !strings.Contains(text, sarifSchema) {
		t.Fatalf("%s does not hold the schema %s: %v", path, sarifSchema, err)
	}
	return []byte(text)
}

// writtenSARIF returns a report as it is written and as it is read.
func writtenSARIF(t *testing.T, opt Options, files ...report.File) ([]byte, sarifLog) {
	t.Helper()
	var out bytes.Buffer
	if err := SARIF(&out, sample(files...), opt); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), log
}

func TestSARIFIsValid(t *testing.T) {
	schema := compiled(t, oasisSchema(t))
	for _, files := range [][]report.File{{}, {passing()}, {failing(), passing(), scanned(), unreadable()}, {hostile()}} {
		data, _ := writtenSARIF(t, documented(), files...)
		if err := validate(schema, data); err != nil {
			t.Errorf("%v in\n%s", err, data)
		}
	}
	data, _ := writtenSARIF(t, documented(), failing())
	for _, change := range [][2]string{{`"level": "error"`, `"level": "fail"`}, {`"startLine": 3`, `"startLine": 0`}, {`"ruleId"`, `"rule"`}, {`"version": "2.1.0"`, `"version": "2.0"`}} {
		if broken := strings.ReplaceAll(string(data), change[0], change[1]); validate(schema, []byte(broken)) == nil {
			t.Errorf("the schema takes %s", change[1])
		}
	}
}

// TestSARIFHasWhatGitHubNeeds: the fields that GitHub's documentation calls
// required, and what makes its alerts stable.
func TestSARIFHasWhatGitHubNeeds(t *testing.T) {
	_, log := writtenSARIF(t, documented(), failing(), passing(), scanned(), unreadable())
	run := log.Runs[0]
	driver := run.Tool.Driver
	if len(log.Runs) != 1 || driver.Name != "paperfit" || driver.Version != "0.1.0" || driver.InformationURI == "" {
		t.Errorf("the tool is %+v", driver)
	}
	var ids []string
	for _, rule := range driver.Rules {
		ids = append(ids, rule.ID)
		if rule.Short.Text == "" || rule.Full.Text == "" || rule.Help.Text == "" || rule.Help.Markdown == "" || !isLevel(rule.Configuration.Level) {
			t.Errorf("GitHub shows nothing of %+v", rule)
		}
	}
	if slices.Contains(ids, "off") || ids[0] != "page-limit" {
		t.Errorf("the rules are %v", ids)
	}
	fingerprints := map[string]bool{}
	for _, result := range run.Results {
		if result.RuleIndex >= len(ids) || ids[result.RuleIndex] != result.RuleID || result.Message.Text == "" || !isLevel(result.Level) || len(result.Locations) != 1 {
			t.Errorf("GitHub refuses %+v", result)
			continue
		}
		at := result.Locations[0].Physical
		if at.Region == nil || at.Region.StartLine < 1 || at.Artifact.URI != run.Artifacts[at.Artifact.Index].Location.URI {
			t.Errorf("GitHub finds no place for %+v", result)
		}
		print := result.Fingerprints["primaryLocationLineHash"]
		if print == "" || fingerprints[print] {
			t.Errorf("the fingerprint of %+v is none", result)
		}
		fingerprints[print] = true
	}
}

func isLevel(level string) bool { return level == "error" || level == "warning" || level == "note" }

func TestSARIFTellsWhatWasFound(t *testing.T) {
	_, log := writtenSARIF(t, documented(), failing(), passing(), scanned(), unreadable())
	run := log.Runs[0]
	for _, want := range []struct {
		uri, rule, level string
		page             int
		text             string
	}{
		{"draft.pdf", "page-limit", "error", 3, "page 3: Content runs onto page 3"},
		{"draft.pdf", "text-block", "error", 2, "page 2, right column, 4th line from the top: 1 line extends"},
		{"draft.pdf", "page-numbers", "warning", 1, "page 1, foot: The page has a page number"},
		{"draft.pdf", "readable", "warning", 1, "The cross-reference table could not be used"},
		{"draft.pdf", "columns", "error", 1, "Not measured: The text of page 3 is not upright"},
		{"draft.pdf", "comments", "note", 2, "page 2, left column, top: The PDF still has a highlight"},
		{"draft.pdf", "todo-marks", "note", 1, "Not measured: The text of page 3"},
		{"scan%1B%5B2J%E2%80%AE.pdf", "body-font-size", "error", 1, "Not measured: No text found"},
		{"scan%1B%5B2J%E2%80%AE.pdf", "font-family", "warning", 1, "Not measured"},
		{"standard%20input", "readable", "error", 1, "The file needs a password to open.\nSave the paper without"},
		{"standard%20input", "page-limit", "error", 1, "Not measured: The file could not be read"},
	} {
		if !slices.ContainsFunc(run.Results, func(r sarifResult) bool {
			at := r.Locations[0].Physical
			return at.Artifact.URI == want.uri && r.RuleID == want.rule && r.Level == want.level && at.Region.StartLine == want.page && strings.HasPrefix(r.Message.Text, want.text)
		}) {
			t.Errorf("there is no result %+v", want)
		}
	}
	if run.Invocations[0].ExecutionSuccessful || len(run.Invocations[0].Notifications) != 2 {
		t.Errorf("files that could not be read or measured are told as %+v", run.Invocations[0])
	}
	_, log = writtenSARIF(t, Options{FailOnWarning: true}, failing(), passing())
	if !log.Runs[0].Invocations[0].ExecutionSuccessful {
		t.Error("a broken rule is told as a failure of the tool")
	}
	for _, r := range log.Runs[0].Results {
		if isNote := r.RuleID == "comments" || r.RuleID == "todo-marks"; r.Level != map[bool]string{true: "note", false: "error"}[isNote] {
			t.Errorf("warnings fail, but %s is told as %s", r.RuleID, r.Level)
		}
	}
}

// TestSARIFFingerprintsOutliveADraft: a result keeps its fingerprint when its
// numbers change, and does not lend it to another.
func TestSARIFFingerprintsOutliveADraft(t *testing.T) {
	prints := func(f report.File) (out []string) {
		_, log := writtenSARIF(t, Options{}, f)
		for _, r := range log.Runs[0].Results {
			out = append(out, r.Fingerprints["primaryLocationLineHash"])
		}
		return out
	}
	draft := failing()
	draft.SHA256, draft.Findings[1].Message, draft.Findings[1].Got = strings.Repeat("0", 64), "2 lines extend 0.1 in beyond", 7.1
	if a, b := prints(failing()), prints(draft); !slices.Equal(a, b) {
		t.Errorf("the fingerprints change from %v to %v", a, b)
	}
	other := failing()
	other.Path = "other.pdf"
	for _, print := range prints(other) {
		if slices.Contains(prints(failing()), print) {
			t.Errorf("two files share %s", print)
		}
	}
}

// TestFileURI holds the URIs of files against net/url.
func TestFileURI(t *testing.T) {
	for name, want := range map[string]string{
		"draft.pdf": "draft.pdf", "./a b/ü.pdf": "a%20b/%C3%BC.pdf", "../x.pdf": "../x.pdf", "/tmp/x.pdf": "file:///tmp/x.pdf",
		"http://x.pdf": "http%3A/x.pdf", "a#b?c%20.pdf": "a%23b%3Fc%2520.pdf", "\xff\n.pdf": "%FF%0A.pdf", "a//b.pdf": "a/b.pdf",
	} {
		got := fileURI(name)
		if got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
		parsed, err := url.Parse(got)
		if err != nil || strings.TrimPrefix(parsed.Path, "/") != strings.TrimPrefix(filepath.Clean(name), "/") {
			t.Errorf("%s is read as %q, %v", got, parsed.Path, err)
		}
	}
}

// TestSarifOfLongPapers: a result has all of its pages, of which GitHub shows the
// first.
func TestSarifOfLongPapers(t *testing.T) {
	var out bytes.Buffer
	if err := SARIF(&out, sample(long()), Options{}); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Results []struct {
				Locations, RelatedLocations []struct {
					PhysicalLocation struct{ Region struct{ StartLine int } }
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if n := len(log.Runs[0].Results); n != 2 {
		t.Fatalf("%d results, want one for each rule", n)
	}
	for _, r := range log.Runs[0].Results {
		var pages []int
		for _, l := range append(r.Locations, r.RelatedLocations...) {
			pages = append(pages, l.PhysicalLocation.Region.StartLine)
		}
		if len(r.Locations) != 1 || len(pages) != 39 || pages[0] != 1 || pages[38] != 39 {
			t.Errorf("the pages are %v", pages)
		}
	}
}

// TestSarifOfAnInterruptedRun: it did not succeed, and the note without a file
// survives where results are left out.
func TestSarifOfAnInterruptedRun(t *testing.T) {
	r := stopped(364, passing())
	for _, most := range []int{1, 1000} {
		run := newSarifRun(r, Options{})
		run.kept.most = most
		for _, f := range append(slices.Clone(r.Files), failing()) {
			if err := run.addFile(f, Options{}); err != nil {
				t.Fatal(err)
			}
		}
		run.fail(noFile, sarifNotification{Level: "error", Message: sarifText{Text: Interruption(r.Summary)}})
		var log sarifLog
		if err := json.Unmarshal(written(t, run, maxSarifBytes), &log); err != nil {
			t.Fatal(err)
		}
		invocation := log.Runs[0].Invocations[0]
		told := func(n sarifNotification) bool {
			return n.Level == "error" && strings.HasPrefix(n.Message.Text, "interrupted: 1 of 364")
		}
		if invocation.ExecutionSuccessful || !slices.ContainsFunc(invocation.Notifications, told) {
			t.Errorf("%+v", invocation)
		}
	}
}

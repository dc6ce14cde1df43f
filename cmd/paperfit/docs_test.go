package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// TestRulesPageIsTheRules: docs/rules.md is what "paperfit rules --format
// markdown" prints (-update rewrites it).
func TestRulesPageIsTheRules(t *testing.T) {
	var got, complaint bytes.Buffer
	streams := system.Streams{Out: &got, Err: &complaint, Getenv: func(string) string { return "" }}
	if status := run([]string{"rules", "--format", "markdown"}, streams); status != 0 {
		t.Fatalf("exit status %d: %s", status, complaint.String())
	}
	page := filepath.Join(root, "docs", "rules.md")
	if *update {
		if err := os.WriteFile(page, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("docs/rules.md differs from the rules; go test ./cmd/paperfit -run RulesPage -update (-page +rules):\n%s", diff)
	}
}

// TestProfilesPageHoldsTheKeys: docs/profiles.md holds a row for each key of the
// language, and names the rules that need none (-update writes them).
func TestProfilesPageHoldsTheKeys(t *testing.T) {
	var table strings.Builder
	table.WriteString("| key | meaning | rule |\n|---|---|---|\n")
	keyed := map[string]bool{}
	for _, k := range profile.Keys() {
		for _, rule := range k.Rules {
			keyed[rule] = true
		}
		fmt.Fprintf(&table, "| `%s` | %s | %s |\n", k.Word, k.Says, codes(k.Rules))
	}
	free := slices.DeleteFunc(profile.RuleIDs(), func(id string) bool { return keyed[id] })
	fmt.Fprintf(&table, "\n[The rules](rules.md) describes how each is measured. These rules need no key: %s.\n", codes(free))
	holdPart(t, filepath.Join(root, "docs", "profiles.md"), "keys", table.String())
}

// TestProfilesPageHoldsTheParts: docs/profiles.md holds the headings by which each part
// of a paper is recognized (-update writes them).
func TestProfilesPageHoldsTheParts(t *testing.T) {
	var table strings.Builder
	table.WriteString("| part | headings |\n|---|---|\n")
	for _, part := range profile.Parts() {
		fmt.Fprintf(&table, "| `%s` | %s |\n", part, strings.Join((&profile.Profile{}).HeadingsOf(part), ", "))
	}
	holdPart(t, filepath.Join(root, "docs", "profiles.md"), "parts", table.String())
}

// callWords matches the cells of a line of the table from the words of calls to keys.
var callWords = regexp.MustCompile(`^\| “.*\| (.*) \| (.*) \|$`)

// TestProfilesPageTranslatesCalls: the keys that docs/profiles.md has for the words of
// calls are valid with the rules beside them.
func TestProfilesPageTranslatesCalls(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "profiles.md"))
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.SplitSeq(string(page), "\n") {
		cells := callWords.FindStringSubmatch(line)
		if cells == nil || strings.Contains(line, "extends:") || strings.Count(cells[1], "numbering:")+strings.Count(cells[1], "paper:")+strings.Count(cells[1], "forbid:") > 1 {
			continue
		}
		lines++
		text := "title: T\n"
		for _, key := range backticked.FindAllStringSubmatch(cells[1], -1) {
			text += key[1] + "\n"
		}
		text += "rules:\n"
		for _, rule := range backticked.FindAllStringSubmatch(cells[2], -1) {
			text += "  " + rule[1] + ": error\n"
		}
		if strings.Contains(text, "quiet") {
			text = strings.Replace(text, "rules:", "columns: 2\nrules:", 1)
		}
		if _, err := profile.Parse("table", []byte(text)); err != nil {
			t.Errorf("%s: %v\n%s", line, profile.Mistakes(err), text)
		}
	}
	if lines < 20 {
		t.Errorf("%d lines translated", lines)
	}
}

// TestReadmeHoldsTheFormats: the README has a row for each format of a report
// (-update writes them).
func TestReadmeHoldsTheFormats(t *testing.T) {
	var table strings.Builder
	table.WriteString("| `--format`, `--report FORMAT=FILE` | |\n|---|---|\n")
	for _, f := range render.Formats() {
		fmt.Fprintf(&table, "| `%s` | %s |\n", f.Name, f.About)
	}
	holdPart(t, filepath.Join(root, "README.md"), "formats", table.String())
}

// codes lists words as code.
func codes(words []string) string {
	var out []string
	for _, w := range words {
		out = append(out, "`"+w+"`")
	}
	return strings.Join(out, ", ")
}

// holdPart compares the part of a page between the comments "name" and "end of
// name" with what it should be, or writes it there.
func holdPart(t *testing.T, page, name, want string) {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->"
	head, rest, begun := strings.Cut(string(data), begin)
	got, tail, ended := strings.Cut(rest, end)
	if !begun || !ended {
		t.Fatalf("%s does not hold %q and %q", page, begin, end)
	}
	if *update {
		if err := os.WriteFile(page, []byte(head+begin+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s differs; go test ./cmd/paperfit -run %s -update (-want +page):\n%s", page, t.Name(), diff)
	}
}

// TestRulesDocumentTheLimitsOfChecks: the limit, tolerance and unit that explain
// reports are those of the checks of every paper.
func TestRulesDocumentTheLimitsOfChecks(t *testing.T) {
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]report.RuleDoc{}
	for _, doc := range app.Documents(p) {
		docs[doc.Rule] = doc
	}
	compared := 0
	for _, paper := range []string{"ok-plain.pdf", "bad-page-limit.pdf", "bad-leading.pdf", "bad-body-font-size.pdf"} {
		for _, check := range checkFile(t, filepath.Join(folder("papers"), paper)).Checks {
			doc := docs[check.Rule].Check()
			if doc.Want == nil || check.Want == nil {
				continue
			}
			compared++
			required := report.Check{Rule: check.Rule, Severity: check.Severity, Want: check.Want, Tolerance: check.Tolerance, Unit: check.Unit}
			if diff := cmp.Diff(required, doc); diff != "" {
				t.Errorf("%s of %s (-check +rule):\n%s", check.Rule, paper, diff)
			}
		}
	}
	if compared < 28 {
		t.Errorf("only %d limits were compared", compared)
	}
}

// link is a link of Markdown to a file of this repository.
var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// TestLinksLeadSomewhere: what the documents link to is there.
func TestLinksLeadSomewhere(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, filepath.Join(root, "README.md"), filepath.Join(root, "CONTRIBUTING.md"), filepath.Join(root, "SECURITY.md")) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), string(found[1]))); err != nil {
				t.Errorf("%s links to %s, which is not there", page, found[1])
			}
		}
	}
}

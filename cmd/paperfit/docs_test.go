package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
	"github.com/paperfit/paperfit/pkg/rules"
)

// TestRulesPageIsTheRules: docs/rules.md is what "paperfit rules --format
// markdown" prints (-update writes it anew).
func TestRulesPageIsTheRules(t *testing.T) {
	var got, complaint bytes.Buffer
	streams := Streams{Out: &got, Err: &complaint, Getenv: func(string) string { return "" }}
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

// TestRulesDocumentWhatChecksAsk: the limit, tolerance and unit that explain
// tells are those of the checks of every paper.
func TestRulesDocumentWhatChecksAsk(t *testing.T) {
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, paper := range []string{"ok-plain.pdf", "bad-page-limit.pdf", "bad-leading.pdf", "bad-body-font-size.pdf"} {
		for _, check := range checkFile(t, filepath.Join(folder("papers"), paper)).Checks {
			rule, _ := rules.Find(check.Rule)
			doc := rule.Document(p).Check()
			if doc.Want == nil || check.Want == nil {
				continue
			}
			compared++
			asked := report.Check{Rule: check.Rule, Severity: check.Severity, Want: check.Want, Tolerance: check.Tolerance, Unit: check.Unit}
			if diff := cmp.Diff(asked, doc); diff != "" {
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
	for _, page := range append(pages, filepath.Join(root, "README.md")) {
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

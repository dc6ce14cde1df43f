package check_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// trial is a remedy, followed to the letter: a sound paper with a change that breaks
// a rule has a finding of the kind, and with what the remedy says in place of the
// change the rule is met.
type trial struct {
	kind   report.Kind
	says   string // words of the remedy that are followed
	asks   string // what the profile requires beyond opml20, in its language
	rule   string // where that is not the first of the kind's
	broken slots
	fixed  slots // the zero value: the change is taken back
}

// slots are texts of a sound paper by their names, to be replaced.
type slots map[string]string

// program is one that papers are written with.
type program struct {
	name   string
	sound  string // source of a paper that meets opml20, with «slots»
	slots  slots
	ending string // of its sources
	fix    func(report.Fix) string
	build  func(folder string, names []string) error // makes name.pdf of each name with the ending
	slow   bool                                      // to start: all papers are built at once
	has    func() error                              // why it cannot run
}

// try tries remedies, in a thorough run.
func (p *program) try(t *testing.T, trials []trial) {
	if err := p.has(); err != nil {
		t.Skipf("remedies for %s are not tried: %v", p.name, err)
	}
	if !pdftest.Thorough {
		t.Skip("this takes minutes: PAPERFIT_ORACLE=all")
	}
	folder := t.TempDir()
	var all []string
	for i := range trials {
		all = append(all, p.write(t, folder, i, &trials[i])...)
	}
	p.make(t, folder, all, p.slow)
	for i := range trials {
		t.Run(fmt.Sprint(trials[i].kind, " ", trials[i].says), func(t *testing.T) {
			p.make(t, folder, all[2*i:2*i+2], !p.slow)
			paper := func(name string) report.File {
				return trials[i].check(t, filepath.Join(folder, fmt.Sprint(name, i, ".pdf")))
			}
			p.compare(t, &trials[i], paper("broken"), paper("fixed"))
		})
	}
}

// write writes the sources of a trial and returns their names.
func (p *program) write(t *testing.T, folder string, i int, c *trial) []string {
	names := []string{fmt.Sprint("broken", i, p.ending), fmt.Sprint("fixed", i, p.ending)}
	for at, change := range []slots{c.broken, c.fixed} {
		if err := os.WriteFile(filepath.Join(folder, names[at]), []byte(p.source(t, change)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// make builds papers, if it is time for that.
func (p *program) make(t *testing.T, folder string, names []string, now bool) {
	t.Helper()
	if !now {
		return
	}
	if err := p.build(folder, names); err != nil {
		t.Fatal(err)
	}
}

// source returns the paper with a change.
func (p *program) source(t *testing.T, change slots) string {
	source := p.sound
	for name, text := range p.slots {
		if own, ok := change[name]; ok {
			text = own
		}
		source = strings.ReplaceAll(source, "«"+name+"»", text)
	}
	for name := range change {
		if _, ok := p.slots[name]; !ok {
			t.Fatalf("the paper has no place for %q", name)
		}
	}
	return source
}

// compare checks that the remedy of a finding before helped.
func (p *program) compare(t *testing.T, c *trial, before, after report.File) {
	all := before.Reported()
	i := slices.IndexFunc(all, func(f report.Finding) bool { return f.Kind == c.kind })
	if i < 0 {
		t.Fatalf("the paper has no finding %s, but %s", c.kind, messages(before))
	}
	if fix := p.fix(*all[i].Fix); !strings.Contains(fix, c.says) {
		t.Errorf("the remedy does not say %q: %s", c.says, fix)
	}
	if status := statuses(after)[all[i].Rule]; status != report.StatusPass {
		t.Errorf("with the remedy %s is %s: %s", all[i].Rule, status, messages(after))
	}
}

// messages lists the findings of a file.
func messages(f report.File) string {
	var out []string
	for _, found := range f.Reported() {
		out = append(out, fmt.Sprintf("%s: %s", found.Kind, found.Message))
	}
	return strings.Join(out, "\n")
}

// check checks a paper against opml20 with the rule of the trial.
func (c *trial) check(t *testing.T, path string) report.File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rule := c.rule
	if rule == "" {
		rule = wording.English().Entry(c.kind).Rules[0]
	}
	rules := rule + ": error"
	if rule == "anonymity" {
		rules += ", author-names: off"
	}
	p, err := profile.Parse("trial.yaml", []byte("extends: opml20\ntitle: Trial\n"+c.asks+"\nrules: {"+rules+"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	checker := &check.Checker{Profile: p}
	return checker.Check(context.Background(), "main.pdf", data)
}

// run runs a program in a folder.
func run(folder, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, out[max(0, len(out)-2000):])
	}
	return nil
}

package machine

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestJUnit(t *testing.T) {
	golden(t, "junit.xml", func(w io.Writer) error {
		return JUnit(w, sample(failing(), passing(), scanned(), unreadable()), Options{})
	})
}

// element is an element of XML with all that is in it.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// junitForm are the attributes and children that an element may have by the
// schema of Jenkins' xUnit plugin (junit-10.xsd); those with "!" it must have.
var junitForm = map[string]struct{ attrs, children string }{
	"testsuites": {"name time tests failures errors", "testsuite"},
	"testsuite":  {"name! tests! failures! errors! skipped time timestamp hostname id package file log url group", "testsuite properties testcase system-out system-err"},
	"properties": {"", "property"},
	"property":   {"name! value!", ""},
	"testcase":   {"name! classname time group", "skipped error failure system-out system-err"},
	"failure":    {"type message", ""},
	"error":      {"type message", ""},
	"skipped":    {"type message", ""},
	"system-out": {"", ""},
}

// secondsForm is how a time is written.
var secondsForm = regexp.MustCompile(`^[0-9]+(\.[0-9]{0,3})?$`)

// wantForm holds an element against junitForm.
func wantForm(t *testing.T, e element) {
	t.Helper()
	name := e.XMLName.Local
	form, ok := junitForm[name]
	if !ok {
		t.Errorf("there is no element %s", name)
	}
	attrs := " " + form.attrs + " "
	for _, a := range e.Attrs {
		if !strings.Contains(strings.ReplaceAll(attrs, "!", ""), " "+a.Name.Local+" ") {
			t.Errorf("%s may not have the attribute %s", name, a.Name.Local)
		}
	}
	for _, must := range strings.Fields(attrs) {
		if attr, required := strings.CutSuffix(must, "!"); required && e.attr(attr) == "" {
			t.Errorf("%s has no %s", name, attr)
		}
	}
	if time := e.attr("time"); time != "" && !secondsForm.MatchString(time) {
		t.Errorf("%s takes %q, which is refused", name, time)
	}
	for _, child := range e.Children {
		if !strings.Contains(" "+form.children+" ", " "+child.XMLName.Local+" ") {
			t.Errorf("%s may not stand in %s", child.XMLName.Local, name)
		}
		wantForm(t, child)
	}
}

// readJUnit reads a report back.
func readJUnit(t *testing.T, opt Options, files ...report.File) element {
	t.Helper()
	var out bytes.Buffer
	if err := JUnit(&out, sample(files...), opt); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(out.Bytes()) {
		t.Error("it is no UTF-8")
	}
	var root element
	if err := xml.Unmarshal(out.Bytes(), &root); err != nil {
		t.Fatalf("%v in\n%s", err, &out)
	}
	if root.XMLName.Local != "testsuites" {
		t.Errorf("the root is %s", root.XMLName.Local)
	}
	wantForm(t, root)
	return root
}

// cases returns the outcome of each case by suite and name, "" for a pass.
func cases(root element) map[string]string {
	out := map[string]string{}
	for _, suite := range root.Children {
		for _, c := range suite.Children {
			if c.XMLName.Local != "testcase" {
				continue
			}
			key := suite.attr("name") + " " + c.attr("name")
			out[key] = ""
			for _, outcome := range c.Children {
				out[key] += outcome.XMLName.Local
			}
		}
	}
	return out
}

func TestJUnitHasACaseForEachRule(t *testing.T) {
	files := []report.File{failing(), passing(), scanned(), unreadable()}
	root := readJUnit(t, Options{}, files...)
	got := cases(root)
	for key, want := range map[string]string{
		"draft.pdf readable": "system-out", "draft.pdf page-size": "", "draft.pdf text-block": "failure", "draft.pdf columns": "error",
		"draft.pdf page-numbers": "system-out", "draft.pdf type3-fonts": "skipped", "papers/fine.pdf page-limit": "",
		"scan\ufffd[2J\ufffd.pdf body-font-size": "error", "scan\ufffd[2J\ufffd.pdf font-family": "error",
		"standard input readable": "error", "standard input page-limit": "error",
	} {
		if outcome, ok := got[key]; !ok || outcome != want {
			t.Errorf("%s is %q, want %q", key, outcome, want)
		}
	}
	rules := 0
	for _, f := range files {
		rules += len(f.Checks)
	}
	if len(got) != rules {
		t.Errorf("%d cases for %d rules", len(got), rules)
	}
	harsh := cases(readJUnit(t, Options{FailOnWarning: true}, failing()))
	if harsh["draft.pdf page-numbers"] != "failure" {
		t.Errorf("warnings fail, but page-numbers is %q", harsh["draft.pdf page-numbers"])
	}
}

// TestJUnitCounts: the counts of a suite are those of its cases, the sums those
// of the suites.
func TestJUnitCounts(t *testing.T) {
	root := readJUnit(t, Options{}, failing(), passing(), scanned(), unreadable())
	all := map[string]int{}
	for _, suite := range root.Children {
		n := map[string]int{}
		for _, c := range suite.Children {
			if c.XMLName.Local == "testcase" {
				n["tests"]++
				for _, outcome := range c.Children {
					n[outcome.XMLName.Local]++
				}
			}
		}
		for attr, child := range map[string]string{"tests": "tests", "failures": "failure", "errors": "error", "skipped": "skipped"} {
			if got := suite.attr(attr); got != intCell(ptr(n[child])) {
				t.Errorf("%s: %s is %s, want %d", suite.attr("name"), attr, got, n[child])
			}
			all[attr] += n[child]
		}
	}
	for _, attr := range []string{"tests", "failures", "errors"} {
		if got := root.attr(attr); got != intCell(ptr(all[attr])) {
			t.Errorf("in all %s is %s, want %d", attr, got, all[attr])
		}
	}
}

// TestJUnitOfHostileWords: what XML does not allow is replaced, the rest arrives
// as words.
func TestJUnitOfHostileWords(t *testing.T) {
	root := readJUnit(t, Options{}, hostile())
	suite := root.Children[0]
	if name := suite.attr("name"); !strings.HasPrefix(name, "=cmd|' /C calc'!A0,\"") || strings.ContainsAny(name, "\x1b\a\n") {
		t.Errorf("the suite is %q", name)
	}
	for _, c := range suite.Children {
		for _, outcome := range c.Children {
			if text := outcome.attr("message") + outcome.Text; strings.ContainsAny(text, "\x1b\x00\u009b\u202e\ufffe") {
				t.Errorf("%q", text)
			}
		}
	}
}

// TestJUnitOfAnUnreadableFileIsAnError: also where no rule asks for its being
// readable.
func TestJUnitOfAnUnreadableFileIsAnError(t *testing.T) {
	f := report.File{Path: "x.pdf", Verdict: report.Error}
	if got := cases(readJUnit(t, Options{}, f)); got["x.pdf readable"] != "error" {
		t.Errorf("the cases are %v", got)
	}
}

package machine

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// JUnitFormat is JUnit XML.
func JUnitFormat() form.Format {
	return form.New(form.Format{
		Name: "junit", Ending: ".xml",
		About: "for CI systems: JUnit XML, a suite for each file and a case for each rule",
	}, openJUnit)
}

// JUnit writes the report as JUnit XML, in the form that Jenkins' xUnit plugin
// describes (junit-10.xsd) and GitLab, Azure and others read: a file is a suite,
// a rule is a case. Notes are the output of cases that pass. A rule that could not be measured, and a file that could not
// be read, are errors, and so is the end of an interrupted run, which has a suite
// of its own.
func JUnit(w io.Writer, r *report.Report, opt form.Options) error {
	return JUnitFormat().Write(w, r, opt)
}

// junitWriter keeps the suites until their counts, which stand before them, are known.
type junitWriter struct {
	w      io.Writer
	opt    form.Options
	made   *report.Report // without files
	root   junitSuites
	suites form.Spool
}

func openJUnit(w io.Writer, opt form.Options) form.Writer { return &junitWriter{w: w, opt: opt} }

// Begin keeps what the report is made with.
func (j *junitWriter) Begin(tool report.Tool, profile report.Profile) error {
	j.made = report.New(tool, profile, nil)
	j.root.Name = "paperfit " + profile.Name
	return nil
}

// File keeps the suite of a file.
func (j *junitWriter) File(f report.File) error { return j.add(newJunitSuite(f, j.made, j.opt)) }

// add keeps a suite, and counts it.
func (j *junitWriter) add(suite junitSuite) error {
	j.root.add(&suite)
	var data bytes.Buffer
	data.WriteByte('\n')
	encoder := xml.NewEncoder(&data)
	encoder.Indent("  ", "  ")
	if err := encoder.EncodeElement(suite, xml.StartElement{Name: xml.Name{Local: "testsuite"}}); err != nil {
		return err
	}
	_, err := data.WriteTo(&j.suites)
	return err
}

// End writes the report.
func (j *junitWriter) End(s report.Summary) error {
	if text := words.Interruption(s); text != "" {
		suite := junitSuite{Name: j.made.Tool.Name, Properties: runProperties(j.made)}
		suite.add(junitCase{Name: "complete run", Class: j.made.Tool.Name, Error: &junitOutcome{Type: "interrupted", Message: text}})
		if err := j.add(suite); err != nil {
			return err
		}
	}
	root, err := xml.Marshal(j.root)
	if err != nil {
		return err
	}
	const end = "</testsuites>"
	if _, err = fmt.Fprintf(j.w, "%s%s", xml.Header, bytes.TrimSuffix(root, []byte(end))); err != nil {
		return err
	}
	n, err := j.suites.WriteTo(j.w)
	if err != nil {
		return err
	}
	before := ""
	if n > 0 {
		before = "\n"
	}
	_, err = io.WriteString(j.w, before+end+"\n")
	return err
}

type junitSuites struct {
	XMLName  xml.Name `xml:"testsuites"`
	Name     string   `xml:"name,attr"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Errors   int      `xml:"errors,attr"`
}

// add counts a suite.
func (s *junitSuites) add(suite *junitSuite) {
	s.Tests += suite.Tests
	s.Failures += suite.Failures
	s.Errors += suite.Errors
}

type junitSuite struct {
	Name       string          `xml:"name,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Time       string          `xml:"time,attr,omitempty"` // seconds, with three decimals: more are refused
	Properties []junitProperty `xml:"properties>property"`
	Cases      []junitCase     `xml:"testcase"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	Class     string        `xml:"classname,attr"`
	Failure   *junitOutcome `xml:"failure"`
	Error     *junitOutcome `xml:"error"`
	Skipped   *junitOutcome `xml:"skipped"`
	SystemOut string        `xml:"system-out,omitempty"`
}

type junitOutcome struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// runProperties returns what every suite says of the run.
func runProperties(r *report.Report) []junitProperty {
	return []junitProperty{
		{"tool", r.Tool.Name + " " + r.Tool.Version},
		{"profile", r.Profile.Name},
		{"profile.digest", r.Profile.Digest},
	}
}

// newJunitSuite returns the suite of a file.
func newJunitSuite(f report.File, r *report.Report, opt form.Options) junitSuite {
	path := words.Printable(words.DisplayPath(f.Path))
	suite := junitSuite{Name: path, Properties: append(runProperties(r), junitProperty{"verdict", string(f.Verdict)})}
	if f.SHA256 != "" {
		suite.Properties = append(suite.Properties, junitProperty{"sha256", f.SHA256})
	}
	if f.ElapsedMS != nil {
		suite.Time = fmt.Sprintf("%.3f", *f.ElapsedMS/1000)
	}
	for _, ruling := range words.Rulings(opt, f) {
		suite.add(newJunitCase(path, ruling, f.Verdict, opt))
	}
	if f.Verdict == report.Error && suite.Errors == 0 {
		suite.add(junitCase{Name: report.RuleReadable, Class: path, Error: &junitOutcome{"error", "the file could not be read", ""}})
	}
	return suite
}

// add adds a case and counts it.
func (s *junitSuite) add(c junitCase) {
	s.Tests++
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Error != nil:
		s.Errors++
	case c.Skipped != nil:
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

// newJunitCase returns the case of a rule.
func newJunitCase(path string, r words.Ruling, verdict report.Verdict, opt form.Options) junitCase {
	c := junitCase{Name: r.Rule, Class: path}
	lines := r.Reasons()
	text := strings.Join(append(lines, r.Advice()...), "\n")
	outcome := &junitOutcome{Type: string(r.Status), Message: lines[0], Text: text}
	if len(lines) > 1 {
		outcome.Message += fmt.Sprintf(" (and %d more)", len(lines)-1)
	}
	switch {
	case r.Noted():
		c.SystemOut = "note: " + text
	case r.Status == report.StatusUnknown && r.Severity == report.SeverityNote:
		c.Skipped = &junitOutcome{Message: lines[0]}
	case r.Status == report.StatusUnknown:
		c.Error = outcome
	case r.Violated() && verdict == report.Error:
		outcome.Type = string(verdict)
		c.Error = outcome
	case r.Fails(opt):
		c.Failure = outcome
	case r.Status == report.StatusSkipped, r.Status == report.StatusWaived:
		c.Skipped = &junitOutcome{Message: lines[0]}
	case r.Violated():
		c.SystemOut = "warning: " + text
	}
	return c
}

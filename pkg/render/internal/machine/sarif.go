package machine

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/markdown"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// SARIFFormat is SARIF 2.1.0.
func SARIFFormat() form.Format {
	return form.New(form.Format{
		Name: "sarif", Ending: ".sarif",
		About: "for code scanning: SARIF 2.1.0, as GitHub reads it",
	}, openSARIF)
}

// Where the tool and the schema are described.
const (
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifToolURI = "https://github.com/paperfit/paperfit"
)

// SARIF writes the report as SARIF 2.1.0, with what GitHub's code scanning asks
// for beyond the standard (docs.github.com, "SARIF support for code scanning"):
// every result has a message, one location with a region, and a fingerprint.
//
// A PDF has no lines. The line of a region is the page, so that GitHub shows
// "draft.pdf:3" for the third page; what concerns the whole file stands on the
// first. What is the same on several pages is one result. A rule that could not be measured is a result like a broken one:
// SARIF's kind "open" would say it better, but asks for the level "none", which
// GitHub does not show.
func SARIF(w io.Writer, r *report.Report, opt form.Options) error {
	return SARIFFormat().Write(w, r, opt)
}

// sarifWriter makes a run file by file, and writes it at its end.
type sarifWriter struct {
	w   io.Writer
	opt form.Options
	run *sarifBuilder
}

func openSARIF(w io.Writer, opt form.Options) form.Writer { return &sarifWriter{w: w, opt: opt} }

// Begin begins the run with the rules that are documented.
func (s *sarifWriter) Begin(tool report.Tool, profile report.Profile) error {
	s.run = newSarifRun(report.New(tool, profile, nil), s.opt)
	return nil
}

// File adds a file to the run.
func (s *sarifWriter) File(f report.File) error { return s.run.addFile(f.ForWriting(), s.opt) }

// End writes the run.
func (s *sarifWriter) End(sum report.Summary) error {
	s.run.Properties.Summary = sum
	if text := words.Interruption(sum); text != "" {
		s.run.fail(noFile, sarifNotification{Level: "error", Message: sarifText{Text: text}})
	}
	return s.run.write(s.w, maxSarifBytes)
}

// sarifBuilder makes a run. What it has of each file is kept apart.
type sarifBuilder struct {
	sarifRun
	kept      sarifKept
	sentences *wording.Catalogue
	rules     map[string]int        // index of each rule
	seen      map[fingerprint]int32 // how many results have it
	file      *report.File          // that is added
}

// newSarifRun returns a run with the rules that are documented.
func newSarifRun(r *report.Report, opt form.Options) *sarifBuilder {
	run := &sarifBuilder{sentences: opt.Catalogue(), rules: map[string]int{}, seen: map[fingerprint]int32{}}
	run.kept.most = maxSarifResults
	run.Tool.Driver = sarifDriver{Name: r.Tool.Name, Version: r.Tool.Version, InformationURI: sarifToolURI, Messages: run.messages(""), Rules: []sarifRule{}}
	run.AutomationDetails.ID = "paperfit/" + r.Profile.Name + "/"
	run.ColumnKind = "unicodeCodePoints"
	run.Invocations = []sarifInvocation{{ExecutionSuccessful: true, Notifications: []sarifNotification{}}}
	run.Artifacts, run.Results = []sarifArtifact{}, []sarifResult{}
	run.Properties = sarifRunProperties{r.Profile, r.Summary}
	for _, d := range opt.RuleDocs() {
		if d.Severity != "" {
			run.addRule(d.Rule, newSarifRule(d, r.Profile))
		}
	}
	return run
}

func (run *sarifBuilder) addRule(id string, rule sarifRule) {
	run.rules[id] = len(run.Tool.Driver.Rules)
	rule.Messages = run.messages(id)
	run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
}

// messages returns the templates of the sentences of a rule, with "" of those that
// any rule may have.
func (run *sarifBuilder) messages(rule string) map[string]sarifText {
	var out map[string]sarifText
	for _, m := range run.sentences.Templates(rule) {
		if out == nil {
			out = map[string]sarifText{}
		}
		out[m.ID] = sarifText{Text: m.Template}
	}
	return out
}

// newSarifRule returns what is told of a rule, from its documentation.
func newSarifRule(d report.RuleDoc, p report.Profile) sarifRule {
	var help bytes.Buffer
	if d.Why != "" {
		markdown.Rule(&help, d, p)
	} else {
		help.WriteString(markdown.Escape(d.Title))
	}
	rule := sarifRule{
		ID: d.Rule, Short: sarifText{Text: d.Title}, Full: sarifText{Text: words.OrElse(d.Why, d.Title)}, HelpURI: p.Source,
		Help:          sarifText{Text: helpText(d), Markdown: help.String()},
		Configuration: sarifConfiguration{Level: string(d.Severity)},
		Properties:    sarifRuleProperties{Tags: []string{"paper-format"}, ProblemSeverity: problemSeverity(d.Severity)},
	}
	if len(d.By) > 0 {
		rule.HelpURI = d.By[0].URL
	}
	return rule
}

// problemSeverity returns a severity as code scanning calls it.
func problemSeverity(s report.Severity) string {
	if s == report.SeverityNote {
		return "recommendation"
	}
	return string(s)
}

// helpText tells in plain words what a rule asks and how a paper is mended.
func helpText(d report.RuleDoc) string {
	lines := []string{d.Title + ".", d.Why, d.Measured}
	for _, g := range words.Guides(d.Fix) {
		lines = append(lines, g.Program+": "+g.Text)
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

// ruleIndex returns the index of a rule. One without documentation is described
// by its name.
func (run *sarifBuilder) ruleIndex(c report.Check) int {
	if _, ok := run.rules[c.Rule]; !ok {
		run.addRule(c.Rule, newSarifRule(report.RuleDoc{Rule: c.Rule, Title: c.Rule, Severity: c.Severity}, run.Properties.Profile))
	}
	return run.rules[c.Rule]
}

// addFile adds what was found in a file. The error is that of keeping it.
func (run *sarifBuilder) addFile(f report.File, opt form.Options) error {
	run.file = &f
	location := sarifArtifactLocation{URI: fileURI(words.DisplayPath(f.Path)), Index: anyFile}
	artifact := sarifArtifact{Location: location, Length: f.Bytes, MimeType: "application/pdf"}
	if f.SHA256 != "" {
		artifact.Hashes = map[string]string{"sha-256": f.SHA256}
	}
	run.kept.addFile(artifact)
	for _, r := range words.Rulings(opt, f) {
		index := run.ruleIndex(r.Check)
		switch {
		case r.Status == report.StatusUnknown:
			run.addResult(r, index, location, nil, "Not measured: "+r.Reasons()[0], opt)
		case (r.Reported() || r.Noted()) && len(r.Series) == 0:
			run.addResult(r, index, location, nil, r.Reasons()[0], opt)
		case r.Reported(), r.Noted():
			reasons := r.Reasons()
			for i := range r.Series {
				run.addResult(r, index, location, &r.Series[i], reasons[i], opt)
			}
		}
	}
	run.notify(f, location)
	return run.kept.err
}

// notify tells that a file could not be read or measured.
func (run *sarifBuilder) notify(f report.File, at sarifArtifactLocation) {
	text, level := "", "error"
	switch f.Verdict {
	case report.Error:
		text = "the file could not be read, and nothing in it was checked"
	case report.Unknown:
		text, level = "not every rule could be measured in the file", "warning"
	default:
		return
	}
	run.fail(run.kept.lastFile(), sarifNotification{
		Level: level, Message: sarifText{Text: text}, Locations: []sarifLocation{{Physical: sarifPhysical{Artifact: at}}},
	})
}

// fail says that the run did not do all it should, for a file or for noFile, and why.
func (run *sarifBuilder) fail(file int32, why sarifNotification) {
	run.Invocations[0].ExecutionSuccessful = false
	run.kept.addNotification(file, why)
}

// addResult adds a series of findings; without one it is the whole file.
func (run *sarifBuilder) addResult(r words.Ruling, index int, at sarifArtifactLocation, found *words.Series, text string, opt form.Options) {
	result := sarifResult{
		RuleID: r.Rule, RuleIndex: index, Level: string(r.Level(opt)), Message: run.message(r.Sentence, nil, text),
		Properties: sarifResultProperties{Status: r.Status, Sentence: r.Sentence, Got: r.Got, Want: r.Want, Unit: r.Unit},
	}
	if w := r.Waiver; w != nil {
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: w.String()}}
	}
	page := 0
	if found != nil {
		result.Message = run.message(found.Sentence, found.Numbers, text)
		result.Properties.Sentence = found.Sentence
		for _, fix := range words.Fixes(opt, run.file, found.Findings) {
			result.Message.Text += "\n" + words.Printable(fix.String())
		}
		result.Properties.Got, result.Properties.Want, result.Properties.Unit = found.Got, found.Want, found.Unit
		result.Properties.Box, result.Properties.Fix = found.Box, found.Fix
		page = found.Page
		for _, f := range found.Findings[1:min(len(found.Findings), maxSarifPlaces)] {
			result.Related = append(result.Related, sarifPlace(at, f.Page))
		}
	}
	result.Locations = []sarifLocation{sarifPlace(at, page)}
	if found != nil && found.Source != nil {
		result.Related = append(result.Locations, result.Related...)
		result.Locations = []sarifLocation{run.source(found.Source)}
	}
	result.Fingerprints = map[string]string{"primaryLocationLineHash": run.fingerprint(r.Rule, at.URI, max(page, 1))}
	run.kept.addResult(result)
}

// message returns the message of a result: its text, and the sentence as data; of
// several pages that of them together.
func (run *sarifBuilder) message(s report.Sentence, numbers []string, text string) sarifMessage {
	m := run.sentences.Message(s, numbers)
	return sarifMessage{Text: text, ID: m.ID, Arguments: m.Arguments}
}

// maxSarifPlaces is how many places of a result GitHub shows.
const maxSarifPlaces = 100

// sarifPlace returns a page of a file, or with page 0 the whole file, which stands
// on the first.
func sarifPlace(at sarifArtifactLocation, page int) sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{Artifact: at}}
	if page > 0 {
		out.Logical = []sarifLogical{{Name: fmt.Sprintf("page %d", page), Kind: "page"}}
	}
	page = max(page, 1)
	out.Physical.Region = &sarifRegion{StartLine: page, StartColumn: 1, EndLine: page, EndColumn: 2}
	return out
}

// source returns lines of the source of the file.
func (run *sarifBuilder) source(s *report.SourceLines) sarifLocation {
	at := sarifArtifactLocation{URI: fileURI(words.SourcePath(run.file, s)), Index: notListed}
	return sarifLocation{Physical: sarifPhysical{Artifact: at, Region: &sarifRegion{StartLine: s.Line, StartColumn: 1, EndLine: max(s.Line, s.EndLine) + 1, EndColumn: 1}}}
}

// fingerprint is the hash of a rule, a file and a page.
type fingerprint [8]byte

// fingerprint returns what tells a result from all others and stays the same
// while the paper changes: rule, file, page, and which of its results on that
// page it is.
func (run *sarifBuilder) fingerprint(rule, uri string, page int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d", rule, uri, page))
	hash := fingerprint(sum[:8])
	run.seen[hash]++
	return fmt.Sprintf("%x:%d", hash, run.seen[hash])
}

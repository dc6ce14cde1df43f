// Package rules has the rules that papers are judged by. A rule is a value: it
// carries its own documentation and a function that checks the Facts of a paper
// against what the profile requires. The guides to fixing a paper are in the files
// guide_*.go; the sentences that rules report, with a short fix each, are in
// pkg/internal/wording.
//
// A new rule is
//
//   - a measure: a method of Facts in a file of its own where the facts hold what
//     it takes (as ContentPages does), else a field that Measure fills;
//   - its limit, if it has one: a field and a parameter in the file of its family
//     in pkg/profile (see parameter.go there);
//   - the Rule with its documentation and guides, in a file of its family here;
//   - its place in All.
//
// "make golden" then writes the rest: the names that profiles may list
// (pkg/profile/vocabulary.go), the schema of profiles, docs/rules.md and the keys
// in docs/profiles.md. Tests require two papers, one that meets the rule and one
// that fails it (testdata/papers).
package rules

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Rule is one rule. ID is its stable name in reports, profiles and URLs.
type Rule struct {
	ID        string
	Title     string                                     // what is required, in a few words
	Why       string                                     // why it is required
	By        []report.Source                            // who requires it
	Doc       string                                     // how it is measured
	Guides    *report.Guides                             // how to fix a paper, at length; words between « and » stand for what the profile requires, see Document
	otherwise func(*profile.Profile) (title, why string) // where the profile requires something else, or ""; nil: never
	limit     func(*profile.Profile) Limit               // nil: the rule has none
	judge     func(*measure.Facts, *profile.Profile) Outcome
	miss      func(*measure.Page, *profile.Profile) bool // whether a page misses the limit clearly; nil: the rule knows no lenience
}

// Limit is what a profile requires of a measure, as a Check reports it. Want is nil
// when the profile requires nothing.
type Limit struct {
	Want      any
	Tolerance float64
	Unit      string
}

// result is the outcome of a rule, before its severity is known.
type result uint8

const (
	met      result = iota
	violated        // fails at severity error, warns at severity warning, is a note at note
	minor           // violated, but no reason to reject: warns at severity error too
	unknown         // could not be measured
)

// Outcome is what a rule found. Got and Want are what the report prints.
type Outcome struct {
	result          result
	Got, Want       any
	Tolerance       float64
	Unit            string
	report.Sentence // why, above all where it is unknown
	Findings        []report.Finding
	dependsOn       []report.PaperLine // what an unknown result depends on
}

// all are the rules, in the order of the documentation.
var all = []*Rule{
	&readable, &pageSize, &pageLimit, &textBlock, &figureBlock, &bodyFontSize, &leading, &columns,
	&fontFamily, &pageNumbers, &legibleFigures, &authorNames, &confidentiality,
	&fontsEmbedded, &type3Fonts, &squeezedText, &hiddenText, &faithfulText, &activeContent,
	&margins, &gutter, &columnWidth, &equalColumns, &maxBodySize, &maxLeading, &wordLimit, &headingSpace,
	&requiredSections, &forbiddenSections, &anonymity, &unresolvedReferences, &draftMarks, &blankPages,
	&comments, &todoMarks, &lineNumbers, &watermark, &hiddenResidue, &overlappingText,
	&recommendedSections, &sectionOrder, &abstractLength, &fileSize, &pdfVersion, &links, &paperID,
	&submittedTitle, &submittedAuthors,
	&talkOutline, &talkTakeaways,
}

// All returns every rule, in the order of the documentation.
func All() []Rule {
	out := make([]Rule, len(all))
	for i, r := range all {
		out[i] = *r
	}
	return out
}

// Find returns the rule with the given ID.
func Find(id string) (Rule, bool) {
	for _, r := range all {
		if r.ID == id {
			return *r, true
		}
	}
	return Rule{}, false
}

// Judge checks the facts against the profile: a check for each of its rules, in
// its order, and the findings.
func Judge(f *measure.Facts, p *profile.Profile) (checks []report.Check, findings []report.Finding) {
	checks = make([]report.Check, 0, len(p.Rules))
	for _, required := range p.Rules {
		rule, ok := Find(required.ID)
		if !ok {
			checks = append(checks, report.Check{Rule: required.ID, Severity: required.Severity,
				Status: report.StatusUnknown, Sentence: report.Say(wording.RuleUnknown, nil)})
			continue
		}
		out := rule.judge(withoutQuiet(f, p, rule.ID), p)
		out.mitigate(rule, f, p)
		checks = append(checks, out.check(rule, required))
		for _, finding := range out.Findings {
			finding.Rule, finding.Severity = rule.ID, required.Severity
			finding.Sentence = wording.English().InUnit(finding.Sentence, p.Units[lengthKeys[rule.ID]])
			if finding.Place == "" && finding.Box != nil {
				finding.Place = placeOf(f, finding)
			}
			findings = append(findings, finding)
		}
	}
	word(p, checks, findings)
	return checks, findings
}

// lengthKeys are the keys of the profile whose lengths rules are about: findings print
// lengths in the unit of the call.
var lengthKeys = map[string]string{
	"text-block": "block", "figure-block": "block", "margins": "margins", "column-width": "column", "gutter": "gutter",
}

// word writes what checks and findings say.
func word(p *profile.Profile, checks []report.Check, findings []report.Finding) {
	wording.English().Word(&report.File{Checks: checks, Findings: findings}, Filler(p))
}

// placeOf describes where on its page a finding is.
func placeOf(f *measure.Facts, finding report.Finding) string {
	if p := pageOf(f, finding.Page); p != nil && *finding.Box != p.Block.Array() { // which is where all text is
		return p.Region(geom.FromArray(*finding.Box))
	}
	return ""
}

// pageOf returns the page of a number, nil where there is none.
func pageOf(f *measure.Facts, number int) *measure.Page {
	for i := range f.Pages {
		if p := &f.Pages[i]; p.Number == number {
			return p
		}
	}
	return nil
}

// Unreadable returns the checks for a file that could not be read: readable is
// violated, even where the profile does not require it or has it as a note, and
// everything else unknown.
func Unreadable(p *profile.Profile, why report.Sentence) (checks []report.Check, findings []report.Finding) {
	violated := report.Check{Rule: readable.ID, Severity: report.SeverityError, Status: report.StatusFail, Sentence: why}
	has := false
	for _, required := range p.Rules {
		c := report.Check{Rule: required.ID, Severity: required.Severity, Status: report.StatusUnknown, Sentence: report.Say(wording.NotRead, nil)}
		if required.ID == readable.ID {
			has = true
			if required.Severity == report.SeverityWarning {
				violated.Severity = required.Severity
			}
			c = violated
		}
		checks = append(checks, c)
	}
	if !has {
		checks = slices.Insert(checks, 0, violated)
	}
	findings = []report.Finding{{Rule: readable.ID, Severity: violated.Severity, Sentence: why}}
	word(p, checks, findings)
	return checks, findings
}

func (o *Outcome) check(r Rule, required profile.Rule) report.Check {
	return report.Check{
		Rule: r.ID, Severity: required.Severity, Status: o.status(required.Severity),
		Got: o.Got, Want: o.Want, Tolerance: o.Tolerance, Unit: o.Unit, Sentence: o.Sentence, DependsOn: o.dependsOn,
	}
}

func (o *Outcome) status(s report.Severity) report.Status {
	switch {
	case o.result == unknown:
		return report.StatusUnknown
	case o.result == met:
		return report.StatusPass
	case s == report.SeverityNote:
		return report.StatusNote
	case o.result == violated && s == report.SeverityError:
		return report.StatusFail
	}
	return report.StatusWarn
}

// cannot returns the outcome of a rule whose measure is not known.
func cannot(f *measure.Facts, why report.Sentence) Outcome {
	if unseen, ok := textUnseen(f); ok {
		return unseen
	}
	return unknownFor(why)
}

// unknownFor returns the outcome of a rule that cannot know.
func unknownFor(why report.Sentence) Outcome { return Outcome{result: unknown, Sentence: why} }

// textUnseen returns the outcome of a rule about text where some text cannot be
// seen; ok is false where all can.
func textUnseen(f *measure.Facts) (out Outcome, ok bool) {
	if len(f.Unmeasured) > 0 {
		return unknownFor(f.Unmeasured[0].Why), true
	}
	if w, _ := f.TextBlock(); !w.Known {
		return unknownFor(report.Say(wording.NoText, nil)), true
	}
	return Outcome{}, false
}

// sure returns the outcome of a rule about text that looked at the pages one by one:
// it is met only where all text can be seen.
func (o Outcome) sure(f *measure.Facts) Outcome {
	if unseen, ok := textUnseen(f); ok && o.result == met {
		unseen.Want, unseen.Tolerance, unseen.Unit = o.Want, o.Tolerance, o.Unit
		return unseen
	}
	return o
}

// ofText returns the outcome that a rule about text begins with, and whether all
// text can be seen: where some cannot, it is the rule's outcome.
func (l Limit) ofText(f *measure.Facts) (out Outcome, seen bool) {
	out, unseen := textUnseen(f)
	out.Want, out.Tolerance, out.Unit = l.Want, l.Tolerance, l.Unit
	return out, !unseen
}

// box returns a finding's box, nil for an empty one.
func box(r geom.Rect) *[4]float64 {
	if r.IsEmpty() || r == (geom.Rect{}) || math.IsInf(r.X0, 0) {
		return nil
	}
	a := r.Array()
	return &a
}

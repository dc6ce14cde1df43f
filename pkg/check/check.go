// Package check checks one paper: the bytes of a PDF in, a report.File out. It is what
// the command line, a server and a page in a browser have in common; it reads no file,
// starts no process and writes nothing.
//
//	venue, err := profile.Load("opml20")
//	checker := &check.Checker{Profile: venue}
//	file := checker.Check(ctx, "draft.pdf", data)
//
// file.Verdict is the answer, file.Findings are what to change. Package render writes
// reports in all formats, package batch checks many files, or files of strangers, in
// worker processes with limits of time and memory. Options.Rules are rules of your own,
// which judge the Facts.
//
// The promise: what is exported here and in the packages report, profile, render and
// batch is not removed and keeps its meaning within a major version, once there is a
// first one. Fields and functions may be added; types of internal packages, as that of
// Facts.All, are no part of it. docs/api.txt lists it all.
package check

import (
	"context"
	"errors"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/dump"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/rules"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Checker checks papers against one profile. It may be used by several
// goroutines at once.
type Checker struct {
	Profile *profile.Profile
	Options
}

// Options are what can be chosen beside the profile. The zero value is ready to use.
type Options struct {
	// FailOnWarning makes a violated rule of severity warning fail the file.
	FailOnWarning bool
	// Sketch adds to each page of the report what was seen on it, with the
	// paper's words: HTML draws pages from it.
	Sketch bool
	// Submitted returns what the submission system knows of a paper, given the name of
	// its file; nil, or a function that returns nil: nothing.
	Submitted func(name string) *report.Submission
	// Limits bound what a file can make the checker do; nil are the defaults.
	Limits *Limits
	// Rules are rules of your own, judged after those of the profile.
	Rules []Rule
}

// Check checks one file: a PDF, or a dump of one. It always returns an entry with a
// verdict: what keeps a paper from being measured is reported in it. When the context
// ends, the check soon does, with the verdict error. Name is what the report calls the
// file; nothing is opened.
//
// It runs in this process. Limits keep hostile files from running on for ever, but one
// may take seconds and hundreds of MB: have files of strangers checked by a batch.Pool.
func (c *Checker) Check(ctx context.Context, name string, data []byte) report.File {
	start := time.Now()
	file := report.File{Path: name}
	read, err := c.measure(ctx, data, c.uses())
	identify(&file, data, read)
	if err != nil {
		c.fillUnreadable(&file, err)
	} else {
		read.facts.Bytes = file.Bytes
		read.facts.Submitted = c.submitted(&file)
		c.fill(&file, read)
	}
	elapsed := float64(time.Since(start).Microseconds()) / 1000
	file.ElapsedMS = &elapsed
	return file
}

// submitted returns what the submission system knows of a file's paper, nil for
// nothing, and has the file's report refer to it.
func (c *Checker) submitted(file *report.File) *measure.Submitted {
	if c.Submitted == nil {
		return nil
	}
	s := c.Submitted(file.Path)
	if s == nil {
		return nil
	}
	file.Submission = s.Ref()
	return &measure.Submitted{Submission: *s, File: file.Path}
}

// measure reads and measures a file. A panic, which is our fault, comes back as
// an error.
func (c *Checker) measure(ctx context.Context, data []byte, by uses) (p *paper, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Fault{Cause: r}
		}
	}()
	return measureFile(ctx, data, c.limits(), by)
}

// uses returns what the paper of a report is used for.
func (c *Checker) uses() uses { return uses{sketch: c.Sketch} }

func (c *Checker) limits() Limits {
	if c.Limits != nil {
		return *c.Limits
	}
	return DefaultLimits()
}

// Fault is a fault of paperfit itself that a file brought to light.
type Fault struct {
	Cause any // what was recovered from; for programmers
}

// Error says so without the words of the cause.
func (*Fault) Error() string { return wording.English().Clause(report.Say(wording.Bug, nil)) }

// Explain says in a clause why a file could not be measured.
func Explain(err error) string { return wording.English().Clause(reason(err)) }

// measureFile reads a file, and reads pages again on which the margins of images
// matter. It knows no profile: measures are the same for every venue. A dump holds
// what the second reading found.
func measureFile(ctx context.Context, data []byte, limits Limits, by uses) (*paper, error) {
	if dump.Is(data) {
		return fromDump(ctx, data, dump.Limits(limits.Dump))
	}
	if isZIP(data) {
		return nil, explained(&pdf.OpenError{Reason: pdf.ReasonNotPDF}, data)
	}
	doc, err := pdf.Open(ctx, data, pdf.Limits(limits.PDF))
	if err != nil {
		return nil, explained(err, data)
	}
	p := newPaper(doc, content.Limits(limits.Content), by)
	if err := p.read(ctx); err != nil {
		return nil, err
	}
	p.seen.Damage = doc.Damage()
	p.addFileFacts()
	p.facts.Authors = p.authors
	return p, nil
}

// fill fills in what was measured and judged.
func (c *Checker) fill(file *report.File, p *paper) {
	facts := c.facts(p)
	file.Program, file.Measured, file.Pages = facts.Program, facts.Measured, facts.Pages
	for _, d := range p.facts.Damage {
		file.Damage = append(file.Damage, report.Damage{Kind: d.Kind, Args: d.Args, Message: wording.English().Text(d)})
	}
	checks, findings := rules.Judge(p.facts, c.Profile)
	file.Checks = checks
	file.AddFindings(findings)
	c.judgeOwn(file, facts)
	file.Verdict = report.VerdictOf(file.Checks, c.FailOnWarning)
}

// Unchecked returns the entry of a file that was not checked, and why; data is nil where
// it could not be read.
func (c *Checker) Unchecked(name string, data []byte, why error) report.File {
	file := report.File{Path: name}
	if data != nil {
		identify(&file, data, nil)
	}
	c.fillUnreadable(&file, why)
	return file
}

// TimeExceeded is the error of a check that took longer than it may.
func TimeExceeded(limit time.Duration) error {
	return wording.NewError(wording.TimeExceeded, report.Args{"limit": limit.String()})
}

// MemoryExceeded is the error of a check that took more bytes of memory than it may.
func MemoryExceeded(limit int64) error {
	return wording.NewError(wording.MemoryExceeded, report.Args{"limit": int(limit >> 20)})
}

func (c *Checker) fillUnreadable(file *report.File, err error) {
	file.Verdict = report.Error
	checks, findings := rules.Unreadable(c.Profile, reason(err))
	file.Checks, file.Findings = c.unread(checks), findings
}

// reason says why a file could not be measured.
func reason(err error) report.Sentence {
	var said *wording.Error
	var open *pdf.OpenError
	var limit *pdf.LimitError
	var fault *Fault
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return report.Say(wording.DeadlineExceeded, nil)
	case errors.Is(err, context.Canceled):
		return report.Say(wording.Interrupted, nil)
	case errors.As(err, &limit):
		return limit.Sentence()
	case errors.As(err, &said):
		return said.Sentence
	case errors.As(err, &open):
		return open.Sentence()
	case errors.As(err, &fault):
		return report.Say(wording.Bug, nil)
	}
	return report.Say(wording.OtherFault, report.Args{"fault": err.Error()})
}

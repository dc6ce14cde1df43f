package check_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// A submission site checks an upload and tells the author what to fix.
func ExampleChecker_Check() {
	opml, err := profile.Load("opml20")
	if err != nil {
		fmt.Println(err)
		return
	}
	upload, err := os.ReadFile("../../testdata/papers/bad-text-block-wide.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	checker := &check.Checker{Profile: opml}
	file := checker.Check(context.Background(), "draft.pdf", upload)
	fmt.Println(file.Path, "ends with", file.Verdict)
	for _, c := range file.Checks {
		if c.Status == report.StatusFail {
			fmt.Println("violates", c.Rule)
		}
	}
	first := file.Findings[0]
	fmt.Printf("page %d: %s\n", first.Page, first.Message)
	// Output:
	// draft.pdf ends with fail
	// violates text-block
	// violates figure-block
	// page 1: The text block is 7.157 in wide; at most 7 in is allowed.
}

// A file that cannot be read gets a verdict as well, and says why.
func ExampleChecker_Check_unreadable() {
	opml, err := profile.Load("opml20")
	if err != nil {
		fmt.Println(err)
		return
	}
	checker := &check.Checker{Profile: opml}
	file := checker.Check(context.Background(), "draft.tex", []byte(`\documentclass{article}`))
	fmt.Println(file.Verdict)
	fmt.Println(file.Findings[0].Message)
	// Output:
	// error
	// This is LaTeX source, not a PDF; compile it and check its PDF.
}

// The measures can be had without a venue's rules.
func ExampleMeasure() {
	paper, err := os.ReadFile("../../testdata/papers/ok-plain.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	facts, err := check.Measure(context.Background(), paper, check.Options{})
	if err != nil {
		fmt.Println(check.Explain(err))
		return
	}
	fmt.Println(facts.Title)
	if facts.BodyFontPt != nil && facts.LeadingPt != nil { // nil: it is not known
		fmt.Printf("%.1f on %.1f points\n", *facts.BodyFontPt, *facts.LeadingPt)
	}
	for _, s := range facts.Sections {
		fmt.Printf("page %d: %s\n", s.Page, strings.TrimSpace(s.Number+" "+s.Title))
	}
	// Output:
	// A Gate Before the Reviewers: Checking Paper Format as a Running Service
	// 10.0 on 12.0 points
	// page 1: Abstract
	// page 1: 1 Introduction
	// page 1: 2 What a Page Contains
	// page 1: 3 Running the Checker
	// page 2: 4 What We Learned
	// page 2: 5 Limits
	// page 2: 6 Related Work
	// page 2: 7 Conclusion
	// page 3: References
}

// A rule of your own judges the same facts as the rules of the profile: here the paper
// must have a section on limitations.
func ExampleRule() {
	opml, err := profile.Load("opml20")
	if err != nil {
		fmt.Println(err)
		return
	}
	paper, err := os.ReadFile("../../testdata/papers/ok-plain.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	limitations := check.Rule{ID: "our-limitations", Severity: report.SeverityError, Judge: func(f *check.Facts) (c report.Check, found []report.Finding) {
		for _, s := range f.Sections {
			if strings.EqualFold(s.Title, "Limitations") {
				c.Status = report.StatusPass
				return c, nil
			}
		}
		c.Status = report.StatusFail
		return c, []report.Finding{{Message: "There is no section “Limitations”."}}
	}}
	checker := &check.Checker{Profile: opml, Options: check.Options{Rules: []check.Rule{limitations}}}
	file := checker.Check(context.Background(), "draft.pdf", paper)
	fmt.Println(file.Verdict)
	fmt.Println(file.Findings[0].Rule+":", file.Findings[0].Message)
	// Output:
	// fail
	// our-limitations: There is no section “Limitations”.
}

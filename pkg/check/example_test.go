package check_test

import (
	"context"
	"fmt"
	"os"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
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
	page := pdftest.Column{Size: 10, Leading: 12, X: 54, Y: 712}.Set(pdftest.Prose(54)...) +
		pdftest.Column{Size: 10, Leading: 12, X: 318, Y: 712}.Set(pdftest.Prose(54)...)
	facts, err := check.Measure(context.Background(), pdftest.OnePage(page), check.DefaultLimits())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f columns, %.0f points between them\n", facts.Columns.Value, facts.Gutter.Value)
	fmt.Printf("%s, %.1f on %.1f points\n", facts.BodyFont, facts.BodySize.Value, facts.Leading.Value)
	fmt.Println("references on page", facts.References.Page)
	// Output:
	// 2 columns, 24 points between them
	// Times-Roman, 10.0 on 12.0 points
	// references on page 0
}

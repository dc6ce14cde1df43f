package pdf_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// Creator and Producer as the programs write them.
func TestProgram(t *testing.T) {
	for info, want := range map[string]report.Program{
		`/Creator (TeX) /Producer (pdfTeX-1.40.25)`:                                                          report.LaTeX,
		`/Creator (LaTeX with hyperref) /Producer (pdfTeX-1.40.26)`:                                          report.LaTeX,
		`/Creator (LaTeX with acmart 2024/05/27 v2.08) /Producer (pdfTeX-1.40.25)`:                           report.LaTeX,
		`/Producer (MiKTeX pdfTeX-1.40.25)`:                                                                  report.LaTeX,
		`/Creator (TeX) /Producer (LuaTeX-1.18.0)`:                                                           report.LaTeX,
		`/Creator (TeX) /Producer (LuaHBTeX, Version 1.15.0)`:                                                report.LaTeX,
		`/Creator ( XeTeX output 2024.05.01:1200) /Producer (xdvipdfmx \(20220710\))`:                        report.LaTeX,
		`/Creator (dvips\(k\) 2023.1 Copyright 2023 Radical Eye Software) /Producer (GPL Ghostscript 10.02)`: report.LaTeX,
		`/Creator (LaTeX with hyperref) /Producer (3-Heights PDF Optimization)`:                              report.LaTeX,
		`/Creator (Microsoft\256 Word 2019) /Producer (Microsoft\256 Word 2019)`:                             report.Word,
		`/Creator <FEFF004D006900630072006F0073006F0066007400AE00200057006F00720064>`:                        report.Word,
		`/Creator (Acrobat PDFMaker 24 for Word) /Producer (Adobe PDF Library 24.2)`:                         report.Word,
		`/Creator (Word) /Producer (macOS Version 14.5 \(Build 23F79\) Quartz PDFContext)`:                   report.Word,
		`/Creator (Writer) /Producer (LibreOffice 24.2)`:                                                     report.LibreOffice,
		`/Creator (Writer) /Producer (OpenOffice.org 3.4)`:                                                   report.LibreOffice,
		`/Creator (Typst 0.13.1)`:                                                                            report.Typst,
		`/Creator (PScript5.dll Version 5.2.2) /Producer (Acrobat Distiller 23.0)`:                           "",
		`/Producer (Microsoft: Print To PDF)`:                                                                "",
		`/Creator (Google Docs Renderer) /Producer (Skia/PDF m128)`:                                          "",
		`/Creator (WordPerfect) /Producer (iText 2.1.7 by 1T3XT)`:                                            "",
		``: "",
	} {
		b := pdftest.New()
		b.AddPage(pdftest.Page{})
		b.Trailer = fmt.Sprintf("/Info %d 0 R", b.Object("<< "+info+" >>"))
		doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Program(); got != want {
			t.Errorf("%s: %q, want %q", info, got, want)
		}
	}
}

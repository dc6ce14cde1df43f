package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// BenchmarkFormats writes the report of a paper of two pages and references in
// each format, and in all of them ("all": less than 10 ms are required).
func BenchmarkFormats(b *testing.B) {
	p, err := profile.Load(profile.Default)
	if err != nil {
		b.Fatal(err)
	}
	paper := filepath.Join(folder("papers"), "bad-page-limit-spill.pdf")
	file := sketchedFile(b, p, paper)
	r := report.New(report.Tool{Name: "paperfit", Version: version.Version}, p.Head(), []report.File{file})
	opt := render.Options{Rules: func() []report.RuleDoc { return app.Documents(p) }}
	write := func(b *testing.B, formats ...render.Format) {
		for b.Loop() {
			for _, f := range formats {
				if err := f.Write(io.Discard, r, opt); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("all", func(b *testing.B) { write(b, render.Formats()...) })
	for _, f := range render.Formats() {
		b.Run(f.Name, func(b *testing.B) { write(b, f) })
	}
}

// sketchedFile checks a paper with the sketches of its pages.
func sketchedFile(b *testing.B, p *profile.Profile, path string) report.File {
	b.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	checker := check.Checker{Profile: p, Options: check.Options{Sketch: true}}
	return checker.Check(context.Background(), filepath.Base(path), data)
}

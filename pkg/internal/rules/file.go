package rules

import (
	"fmt"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var readable = Rule{
	ID:    "readable",
	Title: "opens in standard viewers, without a password",
	Why: `Reviewers read on many devices and in many viewers. A file that only some of
them repair shows some reviewers less than others.`,
	By: bySubmission,
	Doc: `The file must open in standard viewers without a password. Damage that viewers
repair silently (a wrong cross-reference table, junk before the header, a file
cut short) ends in a warning that says what was repaired: another reader may
show less.`,
	Fix: Fix{
		LaTeX:  "compile the paper anew, and take the PDF as the compiler wrote it.",
		Word:   "export the PDF anew, without a password.",
		Guides: &readableGuides,
	},
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		if len(f.Damage) == 0 {
			return Outcome{}
		}
		out := Outcome{result: mild, Message: f.Damage[0].Message}
		for _, d := range f.Damage {
			out.Findings = append(out.Findings, report.Finding{Message: d.Message})
		}
		return out
	},
}

var pageSize = Rule{
	ID:    "page-size",
	Title: "the paper's size",
	Why: `A page of another size is scaled or cut when it is printed, and its type and
margins are no longer what they seem.`,
	By: byOpML,
	Doc: `Every visible page (MediaBox and CropBox, turned by Rotate, scaled by UserUnit)
must have one of the allowed sizes, upright.`,
	Fix: Fix{
		LaTeX:  `use \documentclass[«latex paper»]{…} and \usepackage[pass]{geometry}, which tells the PDF so; do not let a printer driver scale.`,
		Word:   "set the paper size to «word paper» and export again.",
		Guides: &pageSizeGuides,
	},
	limit: limitPaper,
	judge: judgePageSize,
}

func judgePageSize(f *measure.Facts, p *profile.Profile) Outcome {
	if len(p.Paper) == 0 {
		return Outcome{}
	}
	want := p.Paper[0]
	out := Outcome{
		Got: geom.SizeIn(f.Pages[0].Size.X, f.Pages[0].Size.Y), Want: geom.SizeIn(want.Width, want.Height),
		Tolerance: geom.Inches(p.Tolerance.Paper), Unit: "in",
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		if allowedSize(p, page.Size.X, page.Size.Y) {
			continue
		}
		if out.result == kept {
			out.Got = geom.SizeIn(page.Size.X, page.Size.Y)
		}
		out.result = broken
		out.Findings = append(out.Findings, report.Finding{
			Page: page.Number, Got: geom.SizeIn(page.Size.X, page.Size.Y), Want: out.Want, Unit: "in",
			Message: fmt.Sprintf("the page is %s wide and %s high, not %s × %s%s", inch(page.Size.X), inch(page.Size.Y),
				inch(want.Width), inch(want.Height), knownPaper(page.Size.X, page.Size.Y)),
		})
	}
	return out
}

func allowedSize(p *profile.Profile, w, h float64) bool {
	for _, s := range p.Paper {
		if math.Abs(w-s.Width) <= p.Tolerance.Paper && math.Abs(h-s.Height) <= p.Tolerance.Paper {
			return true
		}
	}
	return false
}

// sizeIn returns a page size in inches, for a report.

// knownPaper names a paper size that is often taken by mistake.
func knownPaper(w, h float64) string {
	for _, s := range []struct {
		name string
		w, h float64
	}{{"A4", 595.276, 841.89}, {"US legal", 612, 1008}, {"US letter turned sideways", 792, 612}, {"A4 turned sideways", 841.89, 595.276}} {
		if math.Abs(w-s.w) < 3 && math.Abs(h-s.h) < 3 {
			return " (this is " + s.name + ")"
		}
	}
	return ""
}

package rules

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
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
truncated) is a warning that says what was repaired: another reader may
show less.`,
	Guides: &readableGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		if len(f.Damage) == 0 {
			return Outcome{}
		}
		out := Outcome{result: minor, Sentence: f.Damage[0]}
		for _, d := range f.Damage {
			out.Findings = append(out.Findings, report.Finding{Sentence: d})
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
	Guides: &pageSizeGuides,
	limit:  limitPaper,
	judge:  judgePageSize,
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
		if out.result == met {
			out.Got = geom.SizeIn(page.Size.X, page.Size.Y)
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{
			Page: page.Number, Got: geom.SizeIn(page.Size.X, page.Size.Y), Want: out.Want, Unit: "in",
			Sentence: report.Say(wording.PageSizeOther, report.Args{
				"width": geom.Inches(page.Size.X), "height": geom.Inches(page.Size.Y),
				"paper": knownPaper(page.Size.X, page.Size.Y), "allowed": paperSizes(p),
			}),
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

// knownPaper names a paper size that is often taken by mistake, "" for any other.
func knownPaper(w, h float64) string {
	for _, s := range []struct {
		name string // of the sentence's choices
		w, h float64
	}{{"a4", 595.276, 841.89}, {"legal", 612, 1008}, {"letter-landscape", 792, 612}, {"a4-landscape", 841.89, 595.276}} {
		if math.Abs(w-s.w) < 3 && math.Abs(h-s.h) < 3 {
			return s.name
		}
	}
	return ""
}

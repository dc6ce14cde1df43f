package rules

import (
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var textBlock = Rule{
	ID:    "text-block",
	Title: "all text inside the text block",
	Why: `The margins keep room for notes and for the binding, and widening the text is
the most common way around the page limit.`,
	By: byOpML,
	Doc: `The ink of all text of a page, less page numbers, running heads and figure text,
must fit into a window of the allowed size, placed on the page where it fits best.
One or two overfull lines that extend no more than the stray tolerance beyond it
are a warning, unless the block as a whole is larger than that (its depth as it is,
its width without the two outermost lines).`,
	Guides: &textBlockGuides,
	limit:  limitBlock,
	judge:  judgeTextBlock,
	miss:   missesBlock,
}

// maxMinorLines is how many stray lines a page may have without failing.
const maxMinorLines = 2

func judgeTextBlock(f *measure.Facts, p *profile.Profile) Outcome {
	if p.Block == (profile.Size{}) {
		return Outcome{}
	}
	w, h := f.TextBlock()
	out := Outcome{Want: geom.SizeIn(p.Block.Width, p.Block.Height), Tolerance: geom.Inches(p.Tolerance.Block), Unit: "in"}
	if w.Known {
		out.Got = geom.SizeIn(w.Value, h.Value)
	}
	whole := wholeBlockOf(f, p)
	var unsure *measure.Page // where a head or foot may reach out
	for i := range f.Pages {
		page, told := &f.Pages[i], false
		for _, o := range textOverhangs(f, page, p) {
			if isMaybeHead(f, &o) {
				unsure = page
				continue
			}
			r := minor
			if o.Out > maxMinorLines || max(o.Reach, o.Excess) > p.Tolerance.Stray {
				r = violated
			}
			if out.result != violated {
				out.result = r
			}
			switch ofBlock := whole.has(&o, p); {
			case !ofBlock:
				out.Findings = append(out.Findings, overhangFinding(page, &o, p))
			case !told:
				told = true
				out.Findings = append(out.Findings, whole.finding(page, w.Value, h.Value, p))
			}
		}
	}
	if out.result != violated && (!w.Known || len(f.Unmeasured) > 0) {
		u := cannot(f, report.Say(wording.NoText, nil))
		u.Want, u.Unit = out.Want, out.Unit
		return u
	}
	if out.result != violated && unsure != nil {
		out.result, out.Findings = unknown, nil
		out.Sentence = report.Say(wording.MaybeHead, report.Args{"page": unsure.Number, "percent": f.Unread.Text.Args["percent"]})
	}
	return out
}

// isMaybeHead reports whether what sticks out above or below the block may be
// running heads or page numbers, which only their words distinguish from text.
func isMaybeHead(f *measure.Facts, o *measure.Overhang) bool {
	return f.Unread.Text.Kind != "" && o.Vertical && len(o.Lines) <= maxMinorLines
}

// dimension returns the limit that an overhang exceeds.
func dimension(o *measure.Overhang, block profile.Size) float64 {
	if o.Vertical {
		return block.Height
	}
	return block.Width
}

func overhangFinding(page *measure.Page, o *measure.Overhang, p *profile.Profile) report.Finding {
	limit := dimension(o, p.Block)
	var boxes []geom.Rect
	r := geom.Empty()
	for _, i := range o.Lines {
		boxes = append(boxes, page.Lines[i].Box)
		r = r.Union(page.Lines[i].Box)
	}
	out := report.Finding{
		Page: page.Number, Box: box(r), Got: geom.Inches(o.Extent), Want: geom.Inches(limit), Unit: "in",
	}
	first := &page.Lines[o.Lines[0]]
	args := report.Args{"lines": len(o.Lines), "beyond": geom.Inches(o.Reach), "text": clip(first.Text)}
	if len(o.Lines) <= maxMinorLines {
		out.Place = page.Where(first.Box)
	} else if out.Place = page.Region(r); out.Place == "" {
		out.Place = sides(o, boxes)
	}
	out.Sentence = overhangSentence(page, o, geom.Inches(limit), args)
	return out
}

// overhangSentence says how far lines stick out in one dimension.
func overhangSentence(page *measure.Page, o *measure.Overhang, limit float64, args report.Args) report.Sentence {
	kind, name := wording.TextTooWide, "width"
	switch {
	case !o.Vertical && mostly(o.Lines, page.IsRow):
		return report.Say(wording.TableTooWide, report.Args{"beyond": args["beyond"], "width": limit, "text": clip(page.Lines[o.Lines[0]].Text)})
	case isMarginNote(page, o):
		return report.Say(wording.MarginNote, report.Args{"beyond": args["beyond"], "width": limit, "text": clip(marginText(page, o))})
	case o.Vertical:
		kind, name = wording.TextTooTall, "height"
	case len(o.Lines) <= maxMinorLines:
		kind = wording.LinesTooWide
	}
	args[name] = limit
	return report.Say(kind, args)
}

// mostly reports whether something holds for most lines: one of them may be taken for
// something else, or share its line with other text.
func mostly(lines []int, holds func(int) bool) bool {
	n := 0
	for _, i := range lines {
		if holds(i) {
			n++
		}
	}
	return 2*n > len(lines)
}

// What a note in the margin has at most; what stands beside the block otherwise is
// another column, or a table.
const (
	maxNoteLines = 20
	maxNoteReach = 72 // points
)

// isMarginNote reports whether what sticks out is a note beside the block, in words. Its
// first line may be read as the end of the line of text that it stands beside.
func isMarginNote(page *measure.Page, o *measure.Overhang) bool {
	aside := 0
	for _, i := range o.Lines {
		if beside(page.Lines[i].Box, o.Window) {
			aside++
		}
	}
	return !o.Vertical && len(o.Lines) <= maxNoteLines && o.Reach <= maxNoteReach &&
		2*aside >= len(o.Lines) && strings.ContainsFunc(marginText(page, o), unicode.IsLetter)
}

// beside reports whether a box stands beside a window.
func beside(r, window geom.Rect) bool {
	center := r.Center().X
	return center < window.X0 || center > window.X1
}

// marginText returns the text of the lines beside the block.
func marginText(page *measure.Page, o *measure.Overhang) string {
	var out strings.Builder
	for _, i := range o.Lines {
		if beside(page.Lines[i].Box, o.Window) {
			out.WriteString(page.Lines[i].Text + " ")
		}
	}
	return out.String()
}

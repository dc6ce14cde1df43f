package rules

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var textBlock = Rule{
	ID:    "text-block",
	Title: "all text inside the text block",
	Why: `The margins keep room for notes and for the binding, and widening the text is
the commonest way around the page limit.`,
	By: byOpML,
	Doc: `The ink of all text of a page, less page numbers, running heads and figure text,
must fit into a window of the allowed size, wherever on the page it is laid best.
One or two overfull lines that reach no more than the stray tolerance beyond it
end in a warning, unless the block as a whole is larger than that (its depth as it
is, its width without the two outermost lines).`,
	Fix: Fix{
		LaTeX:  `use the venue's template and undo changes of \textwidth, \textheight and the margins; for single lines look for “Overfull \hbox” in the log.`,
		Word:   "set the margins so that text keeps inside the block; look for long words, tables and formulas that stick out.",
		Guides: &textBlockGuides,
	},
	limit: limitBlock,
	judge: judgeTextBlock,
	miss:  missesBlock,
}

// maxMildLines is how many stray lines a page may have without failing.
const maxMildLines = 2

func judgeTextBlock(f *measure.Facts, p *profile.Profile) Outcome {
	if p.Block == (profile.Size{}) {
		return Outcome{}
	}
	w, h := f.TextBlock()
	out := Outcome{Want: geom.SizeIn(p.Block.Width, p.Block.Height), Tolerance: geom.Inches(p.Tolerance.Block), Unit: "in"}
	if w.Known {
		out.Got = geom.SizeIn(w.Value, h.Value)
	}
	var unsure *measure.Page // where a head or foot may reach out
	for i := range f.Pages {
		page := &f.Pages[i]
		if f.IsTurned(page.Number) {
			continue
		}
		for _, o := range page.Overhangs(p.Block.Width, p.Block.Height, p.Tolerance.Block) {
			if isMaybeHead(f, &o) {
				unsure = page
				continue
			}
			r := mild
			if o.Out > maxMildLines || max(o.Reach, o.Excess) > p.Tolerance.Stray {
				r = broken
			}
			if out.result != broken {
				out.result = r
			}
			out.Findings = append(out.Findings, overhangFinding(page, &o, p))
		}
	}
	if out.result != broken && (!w.Known || len(f.Unmeasured) > 0) {
		u := cannot(f, "there is no text to measure")
		u.Want, u.Unit = out.Want, out.Unit
		return u
	}
	if out.result != broken && unsure != nil {
		out.result, out.Findings = unknown, nil
		out.Message = fmt.Sprintf("the lines beyond the block on page %d may be a running head or a page number: %s; %s", unsure.Number, f.Unread.Text, asReadable)
	}
	return out
}

// isMaybeHead reports whether what sticks out above or below the block may be
// running heads or page numbers, which only their words tell from text.
func isMaybeHead(f *measure.Facts, o *measure.Overhang) bool {
	return f.Unread.Text != "" && o.Vertical && o.Out <= maxMildLines
}

// dimension returns the limit that an overhang breaks, and its word.
func dimension(o *measure.Overhang, block profile.Size) (limit float64, word string) {
	if o.Vertical {
		return block.Height, "high"
	}
	return block.Width, "wide"
}

func overhangFinding(page *measure.Page, o *measure.Overhang, p *profile.Profile) report.Finding {
	limit, word := dimension(o, p.Block)
	var boxes []geom.Rect
	r := geom.Empty()
	for _, i := range o.Lines {
		boxes = append(boxes, page.Lines[i].Box)
		r = r.Union(page.Lines[i].Box)
	}
	verb := "reach"
	if len(o.Lines) == 1 {
		verb = "reaches"
	}
	out := report.Finding{
		Page: page.Number, Box: box(r), Got: geom.Inches(o.Extent), Want: geom.Inches(limit), Unit: "in",
		Message: fmt.Sprintf("%s %s %s beyond the %s %s text block", count(len(o.Lines), "line"), verb, inch(o.Reach), inch(limit), word),
		Hint:    hint(overhangFix(o), p),
	}
	if len(o.Lines) <= maxMildLines {
		first := &page.Lines[o.Lines[0]]
		out.Place = page.Where(first.Box)
		out.Message += ": " + quote(first.Text)
	} else if out.Place = page.Region(r); out.Place == "" {
		out.Place = sides(o, boxes)
	}
	return out
}

// overhangFix returns what mends text that sticks out in one dimension.
func overhangFix(o *measure.Overhang) Fix {
	switch {
	case o.Vertical:
		return tooTall
	case len(o.Lines) <= maxMildLines:
		return overfullLine
	}
	return tooWide
}

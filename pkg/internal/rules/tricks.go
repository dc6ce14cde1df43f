package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var squeezedText = Rule{
	ID:    "squeezed-text",
	Title: "no condensed body type",
	Why: `Condensed type keeps its size in points and is still a way around the page
limit.`,
	Doc: `Running text may not be condensed by horizontal scaling, by negative space
between the letters or by a font that is narrower than its face beyond the 3% that
microtype uses. Fonts are compared with some two dozen known faces and with the
widths of their own programs. A page violates the rule when at least eight of its
lines, and an eighth of them, are condensed.`,
	Guides: &squeezedTextGuides,
	judge:  judgeSqueezed,
}

// How many condensed lines on a page, and which share of its running text, are
// no accident of justification.
const (
	minSqueezedLines = 8
	minSqueezedShare = 0.125
	leastWidth       = 97 // percent: what microtype leaves
)

func judgeSqueezed(f *measure.Facts, _ *profile.Profile) Outcome {
	if !f.BodySize.Known {
		return noSize(f, wording.NoBodyText)
	}
	out := condensed(f)
	if out.result != violated && f.Unread.Spacing.Kind != "" {
		return cannot(f, f.Unread.Spacing)
	}
	return out
}

// condensed finds the pages with many condensed lines.
func condensed(f *measure.Facts) (out Outcome) {
	for i := range f.Pages {
		n, r, width := 0, geom.Empty(), 0.0
		for _, s := range f.Squeezed {
			if s.Page == f.Pages[i].Number {
				n++
				r, width = r.Union(s.Box), width+s.Width
			}
		}
		if n < minSqueezedLines || float64(n) < minSqueezedShare*float64(runningLines(&f.Pages[i])) {
			continue
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{
			Page: f.Pages[i].Number, Box: box(r),
			Sentence: report.Say(wording.TextCondensed, report.Args{"lines": n, "width": 100 * width / float64(n), "least": leastWidth}),
		})
	}
	return out
}

var hiddenText = Rule{
	ID:    "hidden-text",
	Title: "no text that a reader cannot see",
	Why:   `Text that only programs read can steer a search, or a reviewer's language model.`,
	By:    byHonesty,
	Doc: `Text that is in the file but not visible (in the colour of its background, in
invisible mode, covered, clipped, under 2 pt, off the page, with empty glyphs, in a
layer that is off) may be meant for automatic readers. A page violates the rule
when 40 letters are hidden for one reason, or 100 in figures; a Chinese, Japanese
or Korean character counts as two. Colours look the same when their contrast is
below 1.1 : 1 and they are closer than ΔE 25 (CIELAB). The text layer of a scan,
halos of labels, and labels clipped from a figure are allowed.`,
	Guides: &hiddenTextGuides,
	judge:  judgeHidden,
}

func judgeHidden(f *measure.Facts, _ *profile.Profile) Outcome {
	var out Outcome
	for _, h := range f.Hidden {
		if h.Few {
			continue // for hidden-residue
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{
			Page: h.Page, Box: box(h.Box),
			Sentence: report.Say(h.Why, report.Args{"letters": h.Letters, "in_figure": h.InFigure, "text": clip(h.Text)}),
		})
	}
	i := slices.IndexFunc(f.Unmeasured, func(u measure.Unmeasured) bool { return u.Doubtful })
	if out.result == met && i >= 0 {
		return unknownFor(f.Unmeasured[i].Why)
	}
	return out
}

var faithfulText = Rule{
	ID:    "faithful-text",
	Title: "machines extract the text that readers see",
	Why: `Search engines, plagiarism checkers and language models read what is extracted;
reviewers read the page.`,
	By: byHonesty,
	Doc: `What is extracted from the page (by a font's ToUnicode map, its encoding, or
replacement text, also Alt of text) is compared with what is shown (by the names of glyphs, the
encoding of the embedded font program and the shapes of its letters). A page violates
the rule when four letters are extracted as others, when one glyph is extracted as a
sentence, or when replacement text says words that the page does not show. Ligatures,
small capitals, soft hyphens, letters of mathematics, icons, descriptions of figures
and formulas, and glyphs without a map are allowed.`,
	Guides: &faithfulTextGuides,
	judge:  judgeFaithful,
}

func judgeFaithful(f *measure.Facts, _ *profile.Profile) Outcome {
	var out Outcome
	for _, u := range f.Unfaithful {
		out.result = violated
		say := report.Say(wording.TextUnfaithful, report.Args{"letters": u.Letters, "seen": clip(u.Text), "extracted": clip(u.Told)})
		if u.Text == "" {
			say = report.Say(wording.TextUnsaid, report.Args{"letters": u.Letters, "extracted": clip(u.Told)})
		}
		if u.Drawn != "" {
			say = report.Say(wording.TextMisdrawn, report.Args{"letters": u.Letters, "drawn": clip(u.Drawn), "extracted": clip(u.Told)})
		}
		out.Findings = append(out.Findings, report.Finding{Page: u.Page, Box: box(u.Box), Sentence: say})
	}
	return out
}

var activeContent = Rule{
	ID:    "active-content",
	Title: "no scripts, launch actions, embedded files or external references",
	Why:   `A reviewer should be able to open the paper without anything happening.`,
	Doc: `Looked for are scripts, actions that start programs, send forms or open other
files, embedded files, sound and video. Links to web pages and within the paper
are allowed; Acrobat Distiller's settings are a note (hidden-residue).`,
	Guides: &activeContentGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		var out Outcome
		for _, a := range f.Active {
			out.result = violated
			finding := report.Finding{Page: a.Page, Sentence: report.Say(wording.ActiveContent, report.Args{"what": a.Kind})}
			same := func(other report.Finding) bool {
				return other.Page == finding.Page && other.Compare(finding.Sentence) == 0
			}
			if !slices.ContainsFunc(out.Findings, same) {
				out.Findings = append(out.Findings, finding)
			}
		}
		return out
	},
}

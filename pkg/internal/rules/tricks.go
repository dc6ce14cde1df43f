package rules

import (
	"fmt"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var squeezedText = Rule{
	ID:    "squeezed-text",
	Title: "no condensed body type",
	Why: `Condensed type keeps its size in points and still is a way around the page
limit.`,
	Doc: `Running text may not be condensed by horizontal scaling or by negative space
between the letters beyond the 3 % that microtype uses. A page breaks the rule
when at least eight of its lines, and a fifth of them, are condensed.`,
	Fix: Fix{
		LaTeX:  `remove \scalebox, \resizebox, FakeStretch, LetterSpace and negative tracking from text; microtype's defaults are fine.`,
		Word:   "set character scale to 100 % and character spacing to normal.",
		Guides: &squeezedTextGuides,
	},
	judge: judgeSqueezed,
}

// How many condensed lines on a page, and which share of its running text, are
// no accident of justification.
const (
	minSqueezedLines = 8
	minSqueezedShare = 0.2
)

func judgeSqueezed(f *measure.Facts, _ *profile.Profile) Outcome {
	if !f.BodySize.Known {
		return noSize(f, "there is no running text to measure")
	}
	var out Outcome
	for i := range f.Pages {
		n, r := 0, geom.Empty()
		for _, s := range f.Squeezed {
			if s.Page == f.Pages[i].Number {
				n++
				r = r.Union(s.Box)
			}
		}
		if n < minSqueezedLines || float64(n) < minSqueezedShare*float64(runningLines(&f.Pages[i])) {
			continue
		}
		out.result = broken
		out.Findings = append(out.Findings, report.Finding{
			Page: f.Pages[i].Number, Box: box(r),
			Message: fmt.Sprintf("%d lines of running text are condensed by more than 3 %%", n),
		})
	}
	return out
}

var hiddenText = Rule{
	ID:    "hidden-text",
	Title: "no text that a reader cannot see",
	Why:   `Text that only programs read can steer a search, or a reviewer's language model.`,
	By:    byHonesty,
	Doc: `Text that is in the file but not visible (white on white, in invisible mode,
covered, under 2 pt, off the page, in a layer that is off) may be meant for
automatic readers. The text layer of a scan and labels clipped from a figure are
not judged.`,
	Fix: Fix{
		LaTeX:  `remove the hidden text; look for \textcolor{white}, \color{white} and opacity=0.`,
		Word:   "remove text in white or in the colour of what is behind it.",
		Guides: &hiddenTextGuides,
	},
	judge: judgeHidden,
}

func judgeHidden(f *measure.Facts, p *profile.Profile) Outcome {
	var out Outcome
	for _, h := range f.Hidden {
		out.result = broken
		out.Findings = append(out.Findings, report.Finding{
			Page: h.Page, Box: box(h.Box),
			Message: fmt.Sprintf("%s of text %s: %s", count(h.Words, "word"), h.Why, quote(h.Text)),
			Hint:    hint(hiddenFix(h.Why), p),
		})
	}
	i := slices.IndexFunc(f.Unmeasured, func(u measure.Unmeasured) bool { return u.Doubtful })
	if out.result == kept && i >= 0 {
		u := f.Unmeasured[i]
		return Outcome{result: unknown, Message: onPage(u.Page) + " " + u.Why + "; " + helpFor(u)}
	}
	return out
}

var activeContent = Rule{
	ID:    "active-content",
	Title: "no scripts, launch actions, embedded files or external references",
	Why:   `A reviewer should be able to open the paper without anything happening.`,
	Doc: `Looked for are scripts, actions that start programs, send forms or open other
files, embedded files, sound and video. Links to web pages and within the paper
are welcome.`,
	Fix: Fix{
		LaTeX:  `remove packages that embed scripts or files (attachfile, media9, animate, insdljs) and hyperref's launch links (\href{run:…}).`,
		Word:   "export without attachments, macros and form scripts.",
		Guides: &activeContentGuides,
	},
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		var out Outcome
		for _, a := range f.Active {
			out.result = broken
			finding := report.Finding{Page: a.Page, Message: "the file holds active content: " + a.Kind}
			if !slices.Contains(out.Findings, finding) {
				out.Findings = append(out.Findings, finding)
			}
		}
		return out
	},
}

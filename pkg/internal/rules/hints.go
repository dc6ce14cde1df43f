package rules

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
)

// Fixes for what was found, where a rule can be broken in ways that are mended
// differently.
var (
	tooTall = Fix{
		LaTeX: `use the venue's template; undo changes of \textheight, \topmargin and \footskip, and take \enlargethispage and negative \vspace away.`,
		Word:  "set the top and bottom margins so that the text keeps inside the block of «height in inches».",
	}
	tooWide = Fix{
		LaTeX: `use the venue's template; undo changes of \textwidth, \columnsep and the side margins.`,
		Word:  "set the left and right margins so that the text keeps inside the block of «width in inches».",
	}
	overfullLine = Fix{
		LaTeX: `look for “Overfull \hbox” in the log; break the formula, URL or long word there, or reword the line.`,
		Word:  "break the long word, formula or table that sticks out, or turn hyphenation on.",
	}

	tallFigure = Fix{
		LaTeX: `make the figure or table less high, e.g. \includegraphics[height=0.8\textheight,keepaspectratio]{…}, or move it with its float.`,
		Word:  "shrink or move the figure until it keeps inside the margins.",
	}

	longPaper  = Fix{Word: "shorten the text; do not shrink type or spacing, which breaks other rules."}
	shortPaper = Fix{Word: "the paper is too short for this kind of submission; see the venue's call."}

	invisibleText = Fix{
		LaTeX: "remove it, and packages or tools that put a layer of text behind the page, such as those for OCR and accessible PDF.",
		Word:  "remove hidden text; export without a layer of recognized text.",
	}
	offPageText = Fix{
		LaTeX: `remove what is put outside the page, such as by \hspace, \raisebox, textpos or TikZ's overlay.`,
		Word:  "remove text boxes that lie outside the page.",
	}
	coveredText = Fix{
		LaTeX: `remove the text below the figure or box that covers it; look for overlays, \rlap and \llap.`,
		Word:  "remove the text behind pictures and shapes.",
	}
	layerText = Fix{
		LaTeX: "remove the layer (package ocgx2 and the like), or take its text out.",
		Word:  "remove the layer in the program that made it, and export again.",
	}
	tinyText = Fix{
		LaTeX: `remove it, or set it large enough to be read; look for \fontsize and \scalebox.`,
		Word:  "remove it, or set it large enough to be read.",
	}
)

// hiddenFix returns what mends text that is hidden in one way; empty where the
// rule's own fix does.
func hiddenFix(why string) Fix {
	for _, w := range []struct {
		begin string
		fix   Fix
	}{
		{"in invisible mode", invisibleText}, {"off the page", offPageText}, {"covered", coveredText},
		{"in a layer", layerText}, {"too small", tinyText},
	} {
		if strings.HasPrefix(why, w.begin) {
			return w.fix
		}
	}
	return Fix{}
}

// hint returns a fix as a finding holds it, in the words of the profile.
func hint(f Fix, p *profile.Profile) string {
	text := f.Hint()
	if strings.Contains(text, "«") {
		text = words(p).Replace(text)
	}
	return text
}

// sides tells in words where boxes stick out of the allowed block: "top",
// "right", "top and bottom".
func sides(o *measure.Overhang, boxes []geom.Rect) string {
	words := [2]string{"left", "right"}
	if o.Vertical {
		words = [2]string{"top", "bottom"}
	}
	first, last := false, false
	for _, b := range boxes {
		if o.Vertical {
			first, last = first || b.Y0 < o.Window.Y0, last || b.Y1 > o.Window.Y1
		} else {
			first, last = first || b.X0 < o.Window.X0, last || b.X1 > o.Window.X1
		}
	}
	switch {
	case first && last:
		return words[0] + " and " + words[1]
	case first:
		return words[0]
	case last:
		return words[1]
	}
	return ""
}

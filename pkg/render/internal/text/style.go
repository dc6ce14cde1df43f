package text

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// style is the parameters of an ANSI "select graphic rendition" sequence.
type style string

// The styles of the text report. The eight basic colours follow the terminal's
// own theme, so they are readable on light and on dark.
const (
	styleNone   style = ""
	styleBold   style = "1"
	styleDim    style = "2"
	styleGreen  style = "32"
	styleRed    style = "31"
	styleYellow style = "33"
	styleBlue   style = "34"
	stylePurple style = "35"
	styleRemedy style = "36"
)

func bold(s style) style    { return styleBold + ";" + s }
func reverse(s style) style { return styleBold + ";7;" + s }

// verdictStyle returns the colour of a verdict.
func verdictStyle(v report.Verdict) style {
	switch v {
	case report.Pass:
		return styleGreen
	case report.Unknown:
		return stylePurple
	}
	return styleRed
}

// badge returns a verdict as a coloured block, in plain text as capitals.
func (t *wrapper) badge(v report.Verdict) span {
	text := strings.ToUpper(string(v))
	if t.color {
		text = words.NoBreak + text + words.NoBreak
	}
	return span{text, reverse(verdictStyle(v))}
}

// signSpan returns the sign of a status in its colour.
func signSpan(s report.Status) span {
	style := ruleStyle(s)
	if s == report.StatusPass {
		style = styleGreen
	} else if style == styleNone {
		style = styleDim
	}
	return span{words.StatusSign(s), style}
}

// ruleStyle returns the style of a rule's name: what is broken stands out.
func ruleStyle(s report.Status) style {
	switch s {
	case report.StatusFail:
		return bold(styleRed)
	case report.StatusWarn:
		return bold(styleYellow)
	case report.StatusNote:
		return bold(styleBlue)
	case report.StatusUnknown:
		return bold(stylePurple)
	case report.StatusSkipped:
		return styleDim
	}
	return styleNone
}

// cellStyle returns the style of a row's cell.
func cellStyle(r words.Row) style {
	switch {
	case r.Status == report.StatusFail, r.Status == report.StatusWarn, r.Status == report.StatusNote:
		return ruleStyle(r.Status)
	case r.Status == report.StatusSkipped, r.Status == report.StatusPass && r.Measured == "":
		return styleDim
	}
	return styleNone
}

package structure

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// looksLikeHeading reports whether a line is set as a heading: no long one, and
// bold, larger, in capitals or set apart.
func (r *reader) looksLikeHeading(l *textLine, sc *scanned) bool {
	text := sc.text
	if len(text) >= maxHeading || strings.HasSuffix(text, ",") || strings.HasSuffix(text, "-") || !slices.ContainsFunc(sc.tokens, func(t token) bool { return t.kind == word }) {
		return false
	}
	short := l.page.measureShare(l.Line) < headingShare
	switch {
	case l.Bold() && (l.prev == nil || !l.prev.Bold() || l.gap > apartGap):
	case l.Style.Size > larger*r.s.Body.Size:
	case short && (l.gap > headGap || l.prev.heading) && lexicon.AllCapitals(text) && len(lexicon.Letters(text)) > 3:
	case l.gap > headGap && l.page.measureShare(l.Line) < wideHeading && lexicon.AllCapitals(sc.word(0)) && opensAppendix(text):
	case short && l.gap > headingGap && l.prev != nil:
	case short && l.prev == nil:
	default:
		return false
	}
	return true
}

func (r *reader) readHeading(l *textLine, sc *scanned) {
	t, text := &l.t, sc.text
	large, caps := l.Style.Size > larger*r.s.Body.Size, len(text) > 3 && lexicon.AllCapitals(text)
	var buf [lexicon.MaxHeading]byte
	h := lexicon.HeadingOf(text, buf[:0])
	list := h.Is(lexicon.References) && !beginsSmall(sc)
	runIn := !list && !beginsSmall(sc) && sc.runsInReferences()
	apart := l.heading || l.gap > apartGap
	t.set(ListHeading, list && apart)
	t.set(ListWord, list && !apart)
	t.set(RunInList, runIn)
	t.set(StrongListHeading, list && (l.Bold() || large || caps))
	appendix, thanks := h.Begins(lexicon.Appendix), h.Begins(lexicon.Acknowledgments)
	note := h.Begins(lexicon.PublisherNotes)
	closing := thanks || note || h.Begins(lexicon.Closing)
	t.set(AppendixHeading, appendix && l.heading)
	t.set(AppendixWord, appendix && !l.heading)
	t.set(ClosingHeading, closing && l.heading)
	t.set(RunInClosing, closing && !l.heading && l.beginsStrong(text))
	t.set(Acknowledgments, thanks && (l.gap > apartGap || l.Bold() || l.Italic()))
	t.set(PublishersNote, note && l.gap > apartGap && l.beginsStrong(text))
	t.set(LetteredHeading, l.heading && lexicon.IsLettered(text) && !strings.Contains(text, ",") && !strings.Contains(text, " et al"))
	t.set(NumberedHeading, l.heading && lexicon.IsNumbered(text))
	t.set(PlainHeading, l.heading && !list && !appendix && !closing && (l.Bold() || large || caps))
	if head := r.runIn(l); head != "" {
		t.set(RunInHead, l.beginsBold() && !l.Bold()) // words in italics begin many a sentence
		if (appendix || thanks) && !beginsSmall(sc) {
			l.nameRunIn(head)
		}
	}
	r.endRunIn(l)
	t.set(OpeningHeading, l.heading && h.Is(lexicon.Opening))
}

// nameRunIn names the part that a heading run into the line opens. Without a mark
// behind it, the heading may be an item's label.
func (l *textLine) nameRunIn(head string) {
	if at := strings.IndexAny(head, headMarks); at > 0 && strings.ContainsRune(headMarks, lastRune(head)) && isName(head[:at]) {
		l.RunIn = strings.TrimRight(head, headMarks)
	}
}

// endRunIn names the part that a heading opens which takes all of the line above
// and ends in this one.
func (r *reader) endRunIn(l *textLine) {
	p := l.prev
	if p == nil || l.gap > headGap || !p.isStrong() || r.s.bodyBold() || p.prev != nil && p.gap <= headGap {
		return
	}
	text := strings.TrimSpace(p.Text)
	h := lexicon.HeadingOf(text, nil)
	if end := l.strongStart(); end != "" && (h.Begins(lexicon.Appendix) || h.Begins(lexicon.Acknowledgments)) {
		p.nameRunIn(text + " " + end)
	}
}

// runIn returns the first words of a paragraph that begins with the line, where they
// are a heading in other type.
func (r *reader) runIn(l *textLine) string {
	if l.prev != nil && l.gap <= headGap && math.Abs(l.X0-l.prev.X0) <= 3 || r.s.bodyBold() {
		return ""
	}
	if !l.heading && l.isStrong() && l.inOneFont() { // a list follows
		return strings.TrimSpace(l.Text)
	}
	return l.strongStart()
}

// strongStart returns the first words of a line that are bold or italic, with other
// type behind them.
func (l *textLine) strongStart() string {
	bold, head := l.beginsBold(), ""
	for i := range l.Runs {
		if f := l.Runs[i].Font; f == nil || bold && !f.Bold() || !bold && !f.Italic() {
			if len(lexicon.Letters(head)) <= 3 {
				return ""
			}
			return strings.TrimSpace(head)
		}
		head += " " + strings.TrimSpace(l.Runs[i].Text)
	}
	return ""
}

// headMarks set a heading that runs into its paragraph off from the text.
const headMarks = ".:—–"

// leastIndent is how far in, in points, the first line of a paragraph begins.
const leastIndent = 3.0

// dropLabels takes the headings that run in from the lines that begin a list's
// items: another label follows right below, before a paragraph is indented.
func (r *reader) dropLabels() {
	for i := range r.lines {
		l := &r.lines[i]
		for j := i + 1; l.RunIn != "" && j < len(r.lines) && r.lines[j].gap <= headGap; j++ {
			if j > i+1 && r.lines[j].X0 > r.lines[j-1].X0+leastIndent {
				break
			}
			if next := r.lines[j].strongStart(); next != "" && !r.lines[j].prev.isStrong() && strings.ContainsRune(headMarks, lastRune(next)) {
				l.RunIn = ""
			}
		}
	}
}

// isStrong reports whether all of a line is bold or italic.
func (l *textLine) isStrong() bool { return l.Bold() || l.Italic() }

// isName reports whether a heading is a word with no more than a letter or number
// behind it: "Appendix A", not "Appendix Detectors".
func isName(head string) bool {
	words := strings.Fields(head)
	return len(words) == 1 || len(words) == 2 && len(words[1]) <= 2
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// beginsSmall reports whether a text's first word is written in small letters; a
// heading in imitated small capitals is "reFerences".
func beginsSmall(sc *scanned) bool {
	for i := range sc.tokens {
		if t := &sc.tokens[i]; t.kind == word {
			return !t.capital && unicode.IsLower(t.first) && !strings.ContainsFunc(sc.word(i), unicode.IsUpper)
		}
	}
	return false
}

// beginsStrong reports whether the line begins in bold or italics, or with
// capitals.
func (l *textLine) beginsStrong(text string) bool {
	f := l.Runs[0].Font
	return f != nil && (f.Bold() || f.Italic()) || lexicon.AllCapitals(text[:min(len(text), 14)])
}

// blockGap is how far below the line above, in leadings, a block begins.
const blockGap = 1.25

// startKind tells what the line may begin.
func (l *textLine) startKind() startKind {
	t := &l.t
	named := t.has(ListHeading) || t.has(ListWord) || t.has(AppendixHeading) || t.has(AppendixWord) || t.has(ClosingHeading) || t.has(RunInClosing)
	switch {
	case named && (l.heading || l.prev == nil), t.has(RunInList), t.has(RunInClosing) && l.gap > apartGap:
		return namedHeading
	case l.heading:
		return headingShape
	case t.has(BelowListRule):
		return firstEntry
	case l.prev == nil, l.gap > blockGap, t.has(BracketMark), t.has(LabelMark), t.has(NumberMark), math.Abs(l.X0-l.prev.X0) > 3 && !l.hangs():
		return blockStart
	}
	return continuation
}

// hangs reports whether the line goes on with the entry above, whose first line or
// whose others are indented.
func (l *textLine) hangs() bool {
	in := l.X0 - l.prev.X0
	return l.prev.entry && (in > 0 && in < mostHang || in < 0 && in > -mostHang && !l.entry)
}

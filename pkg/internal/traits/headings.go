package traits

import (
	"math"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// looksLikeHeading reports whether a line is set as a heading: no long one, and
// bold, larger, in capitals or set apart.
func (r *reader) looksLikeHeading(l *Line, sc *scan.Text) bool {
	text := sc.String()
	if len(text) >= maxHeading || strings.HasSuffix(text, ",") || strings.HasSuffix(text, "-") || !sc.HasWord() {
		return false
	}
	short := l.share < headingShare
	switch {
	case l.Bold() && (l.prev == nil || !l.prev.Bold() || l.gap > apartGap):
	case l.Style.Size > larger*r.Body.Size:
	case short && (l.gap > headGap || l.prev.Heading) && lexicon.AllCapitals(text) && lexicon.HasLetters(text, 4):
	case l.gap > headGap && l.share < wideHeading && lexicon.AllCapitals(sc.First()) && scan.OpensAppendix(text):
	case short && l.gap > headingGap && l.prev != nil:
	case short && l.prev == nil:
	default:
		return false
	}
	return true
}

func (r *reader) readHeading(l *Line, sc *scan.Text) {
	t, text := &l.Set, sc.String()
	large, caps := l.Style.Size > larger*r.Body.Size, len(text) > 3 && lexicon.AllCapitals(text)
	h := lexicon.HeadingOf(text)
	l.worded = !h.IsNone()
	list := h.Is(lexicon.References) && !sc.BeginsSmall()
	runIn := l.worded && !list && !sc.BeginsSmall() && sc.RunsInReferences()
	apart := l.Heading || l.gap > apartGap
	t.set(ListHeading, list && apart)
	t.set(ListWord, list && !apart)
	t.set(RunInList, runIn)
	t.set(StrongListHeading, list && (l.Bold() || large || caps))
	appendix, thanks := h.Begins(lexicon.Appendix), h.Begins(lexicon.Acknowledgments)
	note := h.Begins(lexicon.PublisherNotes)
	closing := thanks || note || h.Begins(lexicon.Closing)
	t.set(AppendixHeading, appendix && l.Heading)
	t.set(AppendixWord, appendix && !l.Heading)
	t.set(ClosingHeading, closing && l.Heading)
	t.set(RunInClosing, closing && !l.Heading && l.beginsStrong(text))
	t.set(Acknowledgments, thanks && (l.gap > apartGap || l.Bold() || l.Italic()))
	t.set(PublishersNote, note && l.gap > apartGap && l.beginsStrong(text))
	t.set(LetteredHeading, l.Heading && lexicon.IsLettered(text) && !strings.Contains(text, ",") && !strings.Contains(text, " et al"))
	t.set(NumberedHeading, l.Heading && lexicon.IsNumbered(text))
	t.set(PlainHeading, l.Heading && !list && !appendix && !closing && (l.Bold() || large || caps))
	if head := r.runIn(l); head != "" {
		t.set(RunInHead, l.beginsBold() && !l.Bold()) // words in italics begin many a sentence
		if (appendix || thanks) && !sc.BeginsSmall() {
			l.nameRunIn(head)
		}
	}
	r.endRunIn(l)
	t.set(OpeningHeading, l.Heading && h.Is(lexicon.Opening))
}

// begins reports whether the line begins with one of some words of headings.
func (l *Line) begins(words []string) bool {
	if !l.worded {
		return false
	}
	h := lexicon.HeadingOf(l.Text)
	return h.Begins(words)
}

// nameRunIn names the part that a heading run into the line opens. Without a mark
// behind it, the heading may be an item's label.
func (l *Line) nameRunIn(head string) {
	if at := strings.IndexAny(head, scan.HeadMarks); at > 0 && strings.ContainsRune(scan.HeadMarks, scan.LastRune(head)) && scan.IsName(head[:at]) {
		l.RunIn = strings.TrimRight(head, scan.HeadMarks)
	}
}

// endRunIn names the part that a heading opens which takes all of the line above
// and ends in this one.
func (r *reader) endRunIn(l *Line) {
	p := l.prev
	if p == nil || l.gap > headGap || !p.isStrong() || r.bodyBold() || p.prev != nil && p.gap <= headGap {
		return
	}
	if end := l.strongStart(); end != "" && (p.begins(lexicon.Appendix) || p.begins(lexicon.Acknowledgments)) {
		p.nameRunIn(p.Text + " " + end)
	}
}

// runIn returns the first words of a paragraph that begins with the line, where they
// are a heading in other type.
func (r *reader) runIn(l *Line) string {
	if l.prev != nil && l.gap <= headGap && math.Abs(l.X0-l.prev.X0) <= 3 || r.bodyBold() {
		return ""
	}
	if !l.Heading && l.isStrong() && l.inOneFont() { // a list follows
		return l.Text
	}
	return l.strongStart()
}

// strongStart returns the first words of a line that are bold or italic, with other
// type behind them.
func (l *Line) strongStart() string {
	bold, head := l.beginsBold(), ""
	for i := range l.Runs {
		if f := l.Runs[i].Font; f == nil || bold && !f.Bold() || !bold && !f.Italic() {
			if !lexicon.HasLetters(head, 4) {
				return ""
			}
			return strings.TrimSpace(head)
		}
		head += " " + strings.TrimSpace(l.Runs[i].Text)
	}
	return ""
}

// leastIndent is how far in, in points, the first line of a paragraph begins.
const leastIndent = 3.0

// dropLabels takes the headings that run in from the lines that begin a list's
// items: another label follows right below, before a paragraph is indented.
func (r *reader) dropLabels() {
	for i, l := range r.Lines {
		for j := i + 1; l.RunIn != "" && j < len(r.Lines) && r.Lines[j].gap <= headGap; j++ {
			if j > i+1 && r.Lines[j].X0 > r.Lines[j-1].X0+leastIndent {
				break
			}
			if next := r.Lines[j].strongStart(); next != "" && !r.Lines[j].prev.isStrong() && strings.ContainsRune(scan.HeadMarks, scan.LastRune(next)) {
				l.RunIn = ""
			}
		}
	}
}

// isStrong reports whether all of a line is bold or italic.
func (l *Line) isStrong() bool { return l.Bold() || l.Italic() }

// beginsStrong reports whether the line begins in bold or italics, or with
// capitals.
func (l *Line) beginsStrong(text string) bool {
	f := l.Runs[0].Font
	return f != nil && (f.Bold() || f.Italic()) || lexicon.AllCapitals(text[:min(len(text), 14)])
}

// StartKind tells what the line may begin.
func (l *Line) startKind() StartKind {
	t := &l.Set
	named := t.HasAny(ListHeading, ListWord, AppendixHeading, AppendixWord, ClosingHeading, RunInClosing)
	switch {
	case named && (l.Heading || l.prev == nil), t.Has(RunInList), t.Has(RunInClosing) && l.gap > apartGap:
		return NamedHeading
	case l.Heading:
		return HeadingShape
	case t.Has(BelowListRule):
		return FirstEntry
	case l.prev == nil, l.gap > apartGap, t.Has(BracketMark), t.Has(LabelMark), t.Has(NumberMark), math.Abs(l.X0-l.prev.X0) > 3 && !l.hangs():
		return BlockStart
	}
	return Continuation
}

// hangs reports whether the line goes on with the entry above, whose first line or
// whose others are indented.
func (l *Line) hangs() bool {
	in := l.X0 - l.prev.X0
	return l.prev.entry && (in > 0 && in < mostHang || in < 0 && in > -mostHang && !l.entry)
}

// opensAppendix reports whether a line is the heading of an appendix for certain: by its
// word, or by its letter in type larger than the body.
func (r *reader) opensAppendix(l *Line) bool {
	return l.Has(AppendixHeading) && scan.OpensAppendix(l.Text) && r.isStrongHeading(l) || l.Has(LetteredHeading) && l.Style.Size > larger*r.Body.Size
}

// isStrongHeading reports whether a heading is told by its type, not by its place
// alone, which the first entry below another heading has, too.
func (r *reader) isStrongHeading(l *Line) bool {
	return l.Bold() && !r.bodyBold() || l.Style.Size > larger*r.Body.Size || lexicon.AllCapitals(l.Text)
}

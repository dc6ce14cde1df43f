package layout

import "strings"

// How the reference list is told.
const (
	entryLook    = 10 // lines after the heading in which entries must show
	unclearMarks = 6  // successive marked entries that speak of a list without heading
)

// findReferences finds the reference list: from a heading that names it and is
// followed by entries to the next heading that is none of its own.
func (l *Layout) findReferences() {
	lines := l.flow()
	var heading *Line
	for i, line := range lines {
		switch {
		case l.startsReferences(lines, i):
			line.Role = ReferenceHeading
			if l.References.Status != Found {
				l.References = References{Status: Found, Heading: line}
			}
			heading = line
		case heading == nil:
		case l.endsReferences(heading, lines, i):
			heading = nil
		case line.Role != Caption && line.Role != Table:
			line.Role = Reference
		}
	}
	if l.References.Status == Absent {
		l.lookForBareEntries(lines)
	}
}

// flow returns the paper's text lines in reading order, page after page.
func (l *Layout) flow() []*Line {
	var out []*Line
	for _, p := range l.Pages {
		out = append(out, p.textLines()...)
	}
	return out
}

// startsReferences reports whether line i is the heading of a reference list.
func (l *Layout) startsReferences(lines []*Line, i int) bool {
	line := lines[i]
	if line.Role != Heading && line.Role != Body || !l.startsBlock(lines, i) {
		return false
	}
	if isRunInReferences(line.Text) {
		return hasEntries(lines[i+1:])
	}
	if line.Role == Body && !l.standsAlone(lines, i) || !isReferenceWord(line.Text) {
		return false
	}
	return hasEntries(lines[i+1:])
}

// startsBlock reports whether the line is the first of its block.
func (l *Layout) startsBlock(lines []*Line, i int) bool {
	return i == 0 || lines[i-1].Page != lines[i].Page || lines[i-1].Block != lines[i].Block
}

// standsAlone reports whether the line is a block of its own.
func (l *Layout) standsAlone(lines []*Line, i int) bool {
	line := lines[i]
	alike := func(j int) bool {
		return j >= 0 && j < len(lines) && lines[j].Page == line.Page && lines[j].Block == line.Block
	}
	return !alike(i-1) && !alike(i+1)
}

// hasEntries reports whether entries of a reference list show in the next
// lines: their marks, lists of names, or years.
func hasEntries(lines []*Line) bool {
	years, names := 0, 0
	for i, line := range lines[:min(len(lines), entryLook)] {
		if entryMark.MatchString(line.Text) && i < 4 {
			return true
		}
		if year.MatchString(line.Text) {
			years++
		}
		names += len(initials.FindAllString(line.Text, -1))
	}
	return years >= 2 || names >= 4 || years >= 1 && len(lines) < entryLook
}

// endsReferences reports whether line i is a heading that ends the list: set
// like the list's own heading, or bold or large with the words of what can
// follow. Titles in the entries may be bold or in italics, but stand within them.
func (l *Layout) endsReferences(heading *Line, lines []*Line, i int) bool {
	line := lines[i]
	if line == heading || line.Text == "" || line.Text[0] == '[' {
		return false
	}
	if line.Role != Heading && !(line.Role == Body && isEndWord(line.Text) && l.standsAlone(lines, i)) {
		return false
	}
	alike := sameFont(line.Style.Font, heading.Style.Font) && sameSize(line.Style.Size, heading.Style.Size) &&
		(allCaps(line.Text) || !allCaps(heading.Text))
	strong := line.bold() && !l.bodyBold() || line.Style.Size > largerType*l.Body.Size || allCaps(line.Text)
	if !alike && !(strong && isEndWord(line.Text)) {
		return false
	}
	return line.Page != lines[i-1].Page || line.Column != lines[i-1].Column ||
		line.Baseline-lines[i-1].Baseline > headingGap*l.leadingAt(lines[i-1].Style.Size)
}

// lookForBareEntries tells a list of entries that no heading announces.
func (l *Layout) lookForBareEntries(lines []*Line) {
	marks := 0
	for _, line := range lines {
		if strings.HasPrefix(line.Text, "[") && entryMark.MatchString(line.Text) {
			marks++
		}
	}
	if marks >= unclearMarks {
		l.References = References{Status: Unclear, Seen: "entries such as [1] without a heading"}
	}
}

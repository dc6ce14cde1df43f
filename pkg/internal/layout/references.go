package layout

// How the reference list is told.
const (
	sectionLook  = 40 // lines of a section that are looked through for evidence
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
	if !isReferenceWord(line.Text) {
		return false
	}
	if line.Role == Body && !l.standsAlone(lines, i) {
		return startsCapital(line.Text) && l.beginsEntry(lines, i+1)
	}
	return hasEntries(lines[i+1:]) || line.Role == Heading && l.hasEvidence(line, lines[i+1:])
}

// beginsEntry reports whether the entry of a list with a clear style begins with
// line i, so that a plain word right above it can only be the list's heading.
func (l *Layout) beginsEntry(lines []*Line, i int) bool {
	if i >= len(lines) {
		return false
	}
	return entryKind(lines[i], lines[i:min(i+4, len(lines))]) != ""
}

// hasEvidence reports whether the section below a heading that names the list
// holds anything that only entries hold: a short list may show no mark or year.
func (l *Layout) hasEvidence(heading *Line, lines []*Line) bool {
	for _, line := range lines[:min(len(lines), sectionLook)] {
		if line.Role == Heading && sameFont(line.Style.Font, heading.Style.Font) && sameSize(line.Style.Size, heading.Style.Size) {
			return false
		}
		if evidence.MatchString(line.Text) || author.MatchString(line.Text) || year.MatchString(line.Text) {
			return true
		}
	}
	return false
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
	if l.runInEnd(lines, i) {
		return true
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
	return l.afterGap(lines, i)
}

// afterGap reports whether more than the usual distance stands above line i, or
// a new column or page begins with it.
func (l *Layout) afterGap(lines []*Line, i int) bool {
	line, prev := lines[i], lines[i-1]
	return line.Page != prev.Page || line.Column != prev.Column ||
		line.Baseline-prev.Baseline > headingGap*l.leadingAt(prev.Style.Size)
}

// runInEnd reports whether line i begins with a bold heading that runs into its
// paragraph and names what can follow a reference list: "Acknowledgments. We".
func (l *Layout) runInEnd(lines []*Line, i int) bool {
	line := lines[i]
	first := &line.Runs[0]
	return len(line.Runs) > 1 && first.Font.Bold() && !line.bold() && !l.bodyBold() &&
		isEndWord(first.Text) && l.afterGap(lines, i)
}

// bareList is entries of a kind that follow each other.
type bareList struct {
	kind        string // what they look like
	count       int
	first, last int // indexes of lines
}

// entryReach is how many lines an entry takes at most.
const entryReach = 8

// lookForBareEntries tells a list of entries that no heading announces.
func (l *Layout) lookForBareEntries(lines []*Line) {
	var best bareList
	open := map[string]*bareList{}
	for i, line := range lines {
		kind := entryKind(line, lines[i:min(i+4, len(lines))])
		if kind == "" {
			continue
		}
		list := open[kind]
		if list == nil || i-list.last > entryReach {
			list = &bareList{kind: kind, first: i}
			open[kind] = list
		}
		list.count++
		list.last = i
		if list.count > best.count {
			best = *list
		}
	}
	if best.count < unclearMarks {
		return
	}
	l.References = References{Status: Unclear, Seen: best.kind}
	markEntries(lines[best.first:min(best.last+entryReach/2, len(lines))])
}

// entryKind tells what entry of a reference list a line may begin, "" for none.
func entryKind(line *Line, next []*Line) string {
	if line.Role == Code || line.Role == Table || line.Role == Author {
		return ""
	}
	marked := entryMark.MatchString(line.Text)
	switch {
	case marked && line.Text[0] == '[':
		return "bracketed"
	case marked && namesAndYear(next):
		return "numbered"
	case authorFirst.MatchString(line.Text) && namesAndYear(next):
		return "author-year"
	}
	return ""
}

// markEntries gives the role to lines that are entries in all likelihood, so
// that their type is not taken for the body's.
func markEntries(lines []*Line) {
	for _, line := range lines {
		if line.Role == Body || line.Role == List {
			line.Role = Reference
		}
	}
}

// namesAndYear reports whether the lines hold a name with initials and a year,
// as the entry of a reference list does.
func namesAndYear(lines []*Line) bool {
	names, years := false, false
	for _, line := range lines {
		names = names || author.MatchString(line.Text)
		years = years || year.MatchString(line.Text)
	}
	return names && years
}

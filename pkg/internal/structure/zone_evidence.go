package structure

// The evidence of zones. A newcomer adds a line here, and its trait in trait.go.
// The weights were written by hand and fitted on 209 papers, with a strong prior
// for the hand's; changed by a fifth each, they give the same (stability_test.go).

// textEvidence speaks for text, whether it stands in the body or behind the
// reference list: by its texture nobody can tell the two.
var textEvidence = []Evidence{
	{FullProse, 0.9, "full lines with the words of sentences are text"},
	{FunctionWords, 0.85, "entries are made of names and titles, text of sentences"},
	{OpeningHeading, 2, "a paper opens with these"},
	{NumberedHeading, 1, "sections are numbered"},
	{PlainHeading, 0.6, "text has headings, lists of references have none"},
	{ShortLine, 0.2, "headings, displays, ends of paragraphs"},
	{OneVenue, -0.13, "lists have venues"},
}

// floatEvidence speaks for floats and footnotes, wherever they stand: they weigh
// the same in text and as an interruption of a list, or figures would open lists.
var floatEvidence = []Evidence{
	{CaptionStart, 4, "a caption"},
	{InCaption, 2, "the rest of it"},
	{FootnoteStart, 4, "a footnote"},
	{MarginNote, 2, "a note in the margin"},
	{InFigure, 2.6, "labels of a drawing"},
	{Cells, 1, "rows of a table"},
	{Ruled, 1, "its cells"},
	{FixedPitch, 0.9, "code"},
	{FewLetters, 0.45, "formulas, numbers of tables"},
}

// coverEvidence speaks for a proceedings' cover sheet.
var coverEvidence = []Evidence{
	{Always, -1.1, "few papers have one"},
	{CoverWords, 3, "where the paper was presented, who sponsored it"},
}

// headingEvidence speaks for the heading of the reference list; only lines that
// name a list come into question.
var headingEvidence = []Evidence{
	{Always, -4, "a paper has one such line among hundreds"},
	{ListHeading, 4, "the name alone, set apart"},
	{StrongListHeading, 2, "set as headings are"},
	{HeadingBeforeEntry, 4, "an entry follows"},
	{RunInList, 3, "the name, and the first entry behind it"},
	{ListWord, -5, "text has the word, too"},
	{EntriesAfter, 3, "entries follow"},
	{EvidenceAfter, 3, "names, venues and years follow"},
}

// listEvidence speaks for the lines of the reference list.
var listEvidence = []Evidence{
	{Always, -1.5, "most lines are none"},
	{BelowListRule, 5, "journals set a short rule in place of the heading"},
	{NextMark, 2, "entries count up"},
	{BracketMark, 2, "text cites with brackets, too, but seldom begins a line so"},
	{LabelMark, 1, "labels of authors and years"},
	{NumberMark, 0.5, "items of a list in text have numbers, too"},
	{AuthorFirst, 1, "an entry begins with its first author"},
	{OneName, 0.57, "authors with initials"},
	{TwoNames, 0.58, "several authors"},
	{OneVenue, 0.95, "where the work appeared"},
	{TwoVenues, 0.74, "and where to find it"},
	{Year, 0.95, "when it appeared"},
	{YearLast, 0.8, "entries often end with it"},
	{EntriesAfter, 0.9, "entries stand together"},
	{EntriesBefore, 1, "entries stand together"},
	{EvidenceAfter, 1.9, "among names, venues and years"},
	{EvidenceBefore, 2, "among names, venues and years"},
	{AmongNotes, -9, "notes cite what the list resolves"},
	{Annotation, 6, "what entries are followed by, before the next one, is about them"},
	{NoFunctionWords, 0.3, "names and titles"},
	{Indented, 0.4, "entries hang"},
	{Small, 0.2, "lists are often set smaller"},
	{Unmarked, -9, "the authors' addresses behind a list that is numbered"},
	{EmailLine, -9, "the authors' addresses behind the list"},
	{SetOff, -3, "entries stand apart alike"},
	{TurnedPage, -4, "lists do not go on across the page, floats and parts do"},
	{DisplayType, -6, "entries are never set as titles are"},
	{AboveEntries, -1.5, "entries are set in one size"},
	{FullProse, -1.3, "text, not an entry"},
	{FunctionWords, -2.1, "sentences, not titles"},
	{OwnWords, -1, "entries do not speak of their authors as we"},
	{PlainHeading, -2.9, "a heading ends the list"},
	{NumberedHeading, -2, "a numbered heading ends the list"},
	{LetteredHeading, -2, "appendices are lettered"},
	{ListSubheading, 2, "primary sources, secondary sources"},
	{AppendixHeading, -6, "an appendix ends the list"},
	{ClosingHeading, -4, "acknowledgments and the like end the list"},
	{Acknowledgments, -6, "they are not part of an entry"},
	{PublishersNote, -6, "nor is what the publisher says"},
	{CaptionStart, -5, "a float's"},
	{InCaption, -1.5, "a float's"},
	{InFigure, -2, "a float's"},
	{Row, -4, "a table's row, though it ends with a year"},
	{Ruled, -9, "a table's: its cells may cite"},
	{FootnoteStart, -1, "a footnote"},
	{MarginNote, -8, "notes in the margin cite, too"},
	{SmallNote, -8, "entries are set in one size, and not below a footnote's rule"},
}

// partTraits are the traits of a heading that say nothing of a list's subheading: it
// differs from the entries as the heading of another part does, and ends no list.
var partTraits = []Trait{PlainHeading, AboveEntries, Unmarked, SetOff}

// bareListEvidence speaks, by what the whole paper has, against a list without a
// heading.
var bareListEvidence = []Evidence{
	{HeadingBeforeEntry, -12, "a list has a heading elsewhere"},
	{EvidenceAfter, -36, "and names, venues and years follow it: what else has them is a table, or text that cites"},
}

// interruptionEvidence speaks, beside floatEvidence, for a float or footnote
// within the reference list.
var interruptionEvidence = []Evidence{
	{Always, -2.45, "lists are seldom interrupted"},
	{FullProse, 0.4, "a caption's text"},
	{OneVenue, 0.45, "footnotes cite"},
	{FunctionWords, 0.25, "a caption's text"},
	{MarginNote, 2.6, "entries have notes in the margin as text has"},
	{SmallNote, 2.6, "a column of entries may end with notes as a column of text does"},
	{AboveCell, 1, "rows of a table stand below each other"},
	{LastPage, 0.3, "floats are put last"},
}

// partEvidence speaks for the heading of a part behind the reference list.
var partEvidence = []Evidence{
	{Always, -6.1, "a paper has few"},
	{AppendixHeading, 5.9, "it names an appendix"},
	{AppendixWord, 1, "it names an appendix within text"},
	{ClosingHeading, 5.3, "it names acknowledgments or the like"},
	{RunInClosing, 4, "the same, run into the paragraph"},
	{Acknowledgments, 6.2, "the same, set apart"},
	{PublishersNote, 4, "or what the publisher says"},
	{LetteredHeading, 3.2, "appendices are lettered"},
	{NumberedHeading, 2, "or go on with the sections' numbers"},
	{PlainHeading, 1.8, "or have a name of their own"},
	{ShortLine, -0.35, "it may be a heading's last line"},
}

package structure

import "github.com/paperfit/paperfit/pkg/internal/traits"

// The evidence of zones. A newcomer adds a line here, and its trait in package traits.
// The weights were written by hand and fitted on 209 papers, with a strong prior
// for the hand's; changed by a fifth each, they give the same (stability_test.go).

// textEvidence speaks for text, whether it stands in the body or behind the
// reference list: by its texture nobody can tell the two.
var textEvidence = []Evidence{
	{traits.FullProse, 0.9, "full lines with the words of sentences are text"},
	{traits.FunctionWords, 0.85, "entries are made of names and titles, text of sentences"},
	{traits.OpeningHeading, 2, "a paper opens with these"},
	{traits.NumberedHeading, 1, "sections are numbered"},
	{traits.PlainHeading, 0.6, "text has headings, lists of references have none"},
	{traits.ShortLine, 0.2, "headings, displays, ends of paragraphs"},
	{traits.OneVenue, -0.13, "lists have venues"},
}

// floatEvidence speaks for floats and footnotes, wherever they stand: they weigh
// the same in text and as an interruption of a list, or figures would open lists.
var floatEvidence = []Evidence{
	{traits.CaptionStart, 4, "a caption"},
	{traits.InCaption, 2, "the rest of it"},
	{traits.FootnoteStart, 4, "a footnote"},
	{traits.MarginNote, 2, "a note in the margin"},
	{traits.InFigure, 2.6, "labels of a drawing"},
	{traits.Cells, 1, "rows of a table"},
	{traits.Ruled, 1, "its cells"},
	{traits.FixedPitch, 0.9, "code"},
	{traits.FewLetters, 0.45, "formulas, numbers of tables"},
}

// certainFloat are the traits that tell a float alone. Its lines are the same, and as many,
// in text as among entries: what an interruption costs is paid once, by the steps to and
// from it.
var certainFloat = []traits.Trait{traits.DrawingText, traits.CaptionStart, traits.InCaption}

// headingEvidence speaks for the heading of the reference list; only lines that
// name a list come into question.
var headingEvidence = []Evidence{
	{traits.Always, -4, "a paper has one such line among hundreds"},
	{traits.ListHeading, 4, "the name alone, set apart"},
	{traits.StrongListHeading, 2, "set as headings are"},
	{traits.HeadingBeforeEntry, 4, "an entry follows"},
	{traits.RunInList, 3, "the name, and the first entry behind it"},
	{traits.ListWord, -5, "text has the word, too"},
	{traits.EntriesAfter, 3, "entries follow"},
	{traits.EvidenceAfter, 3, "names, venues and years follow"},
}

// listEvidence speaks for the lines of the reference list.
var listEvidence = []Evidence{
	{traits.Always, -1.5, "most lines are none"},
	{traits.BelowListRule, 5, "journals set a short rule in place of the heading"},
	{traits.NextMark, 2, "entries count up"},
	{traits.BracketMark, 2, "text cites with brackets, too, but seldom begins a line so"},
	{traits.LabelMark, 1, "labels of authors and years"},
	{traits.NumberMark, 0.5, "items of a list in text have numbers, too"},
	{traits.AuthorFirst, 1, "an entry begins with its first author"},
	{traits.OneName, 0.57, "authors with initials"},
	{traits.TwoNames, 0.58, "several authors"},
	{traits.OneVenue, 0.95, "where the work appeared"},
	{traits.TwoVenues, 0.74, "and where to find it"},
	{traits.Year, 0.95, "when it appeared"},
	{traits.YearLast, 0.8, "entries often end with it"},
	{traits.EntriesAfter, 0.9, "entries stand together"},
	{traits.EntriesBefore, 1, "entries stand together"},
	{traits.EvidenceAfter, 1.9, "among names, venues and years"},
	{traits.EvidenceBefore, 2, "among names, venues and years"},
	{traits.AmongNotes, -9, "notes cite what the list resolves"},
	{traits.OwnCitation, -9, "the paper cites itself"},
	{traits.InAppendix, -9, "an appendix may have works of its own"},
	{traits.Annotation, 6, "what entries are followed by, before the next one, is about them"},
	{traits.NoFunctionWords, 0.3, "names and titles"},
	{traits.Indented, 0.4, "entries hang"},
	{traits.Small, 0.2, "lists are often set smaller"},
	{traits.Unmarked, -9, "the authors' addresses behind a list that is numbered"},
	{traits.EmailLine, -9, "the authors' addresses behind the list"},
	{traits.SetOff, -3, "entries stand apart alike"},
	{traits.TurnedPage, -4, "lists do not go on across the page, floats and parts do"},
	{traits.DisplayType, -6, "entries are never set as titles are"},
	{traits.AboveEntries, -1.5, "entries are set in one size"},
	{traits.FullProse, -1.3, "text, not an entry"},
	{traits.FunctionWords, -2.1, "sentences, not titles"},
	{traits.OwnWords, -1, "entries do not speak of their authors as we"},
	{traits.PlainHeading, -2.9, "a heading ends the list"},
	{traits.NumberedHeading, -2, "a numbered heading ends the list"},
	{traits.LetteredHeading, -2, "appendices are lettered"},
	{traits.ListSubheading, 2, "primary sources, secondary sources"},
	{traits.AppendixHeading, -6, "an appendix ends the list"},
	{traits.ClosingHeading, -4, "acknowledgments and the like end the list"},
	{traits.Acknowledgments, -6, "they are not part of an entry"},
	{traits.PublishersNote, -6, "nor is what the publisher says"},
	{traits.CaptionStart, -5, "a float's"},
	{traits.InCaption, -1.5, "a float's"},
	{traits.InFigure, -2, "a float's"},
	{traits.Row, -4, "a table's row, though it ends with a year"},
	{traits.Ruled, -9, "a table's: its cells may cite"},
	{traits.FootnoteStart, -1, "a footnote"},
	{traits.MarginNote, -8, "notes in the margin cite, too"},
	{traits.SmallNote, -8, "entries are set in one size, and not below a footnote's rule"},
}

// bareListEvidence speaks, by the heading that a list has, against another one without
// a heading.
var bareListEvidence = []Evidence{
	{traits.HeadingBeforeEntry, -12, "a list has a heading elsewhere"},
	{traits.EvidenceAfter, -36, "and names, venues and years follow it: what else has them is a table, or text that cites"},
}

// interruptionEvidence speaks, beside floatEvidence, for a float or footnote
// within the reference list.
var interruptionEvidence = []Evidence{
	{traits.Always, -2.45, "lists are seldom interrupted"},
	{traits.FullProse, 0.4, "a caption's text"},
	{traits.OneVenue, 0.45, "footnotes cite"},
	{traits.FunctionWords, 0.25, "a caption's text"},
	{traits.MarginNote, 2.6, "entries have notes in the margin as text has"},
	{traits.SmallNote, 2.6, "a column of entries may end with notes as a column of text does"},
	{traits.AboveCell, 1, "rows of a table stand below each other"},
	{traits.LastPage, 0.3, "floats are put last"},
}

// partEvidence speaks for the heading of a part behind the reference list.
var partEvidence = []Evidence{
	{traits.Always, -6.1, "a paper has few"},
	{traits.AppendixHeading, 5.9, "it names an appendix"},
	{traits.AppendixWord, 1, "it names an appendix within text"},
	{traits.ClosingHeading, 5.3, "it names acknowledgments or the like"},
	{traits.RunInClosing, 4, "the same, run into the paragraph"},
	{traits.Acknowledgments, 6.2, "the same, set apart"},
	{traits.PublishersNote, 4, "or what the publisher says"},
	{traits.LetteredHeading, 3.2, "appendices are lettered"},
	{traits.NumberedHeading, 2, "or go on with the sections' numbers"},
	{traits.PlainHeading, 1.8, "or have a name of their own"},
	{traits.ShortLine, -0.35, "it may be a heading's last line"},
}

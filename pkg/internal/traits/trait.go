package traits

import "math/bits"

// Trait is something that can be seen of a line: 0 where it is not, 1 where it is,
// between them for shares. Each has one definition: Of leads to those of lines, Paper.Cut
// to those of blocks.
type Trait uint8

// The traits of lines, those last that are shares.
const (
	Always Trait = iota // every line has it: a zone's weight by itself

	// Headings.
	ListHeading        // names a reference list and is set apart
	StrongListHeading  // names a reference list, in bold, large or capital letters
	HeadingBeforeEntry // names a reference list, and an entry follows
	ListWord           // says "References" within text
	RunInList          // names a reference list and goes on with its first entry
	AppendixHeading    // names an appendix and is set as a heading
	AppendixWord       // begins with "Appendix" within text
	ClosingHeading     // names acknowledgments, ethics … and is set as a heading
	RunInClosing       // begins with these words in bold, italics or capitals
	Acknowledgments    // begins with "Acknowledgments", set apart
	PublishersNote     // begins with "Publisher's Note", "Open Access" in other type, set apart
	OpeningHeading     // is "Introduction", "Abstract" or the like
	LetteredHeading    // "A Proofs"
	NumberedHeading    // "3.1 Looms"
	PlainHeading       // set as a heading, with words of its own
	ListSubheading     // heads entries within a list, set less than the list's heading

	// Entries.
	BracketMark   // begins with [12]
	LabelMark     // begins with [Lov43]
	NumberMark    // begins with 12.
	NextMark      // its number follows that of the entry before
	Unmarked      // begins apart from numbered entries, without a number and in another font
	TurnedPage    // first on a page of another size than the one before
	SetOff        // prose without a number, farther from numbered entries than they stand apart
	EmailLine     // begins with "Email address:" and has one
	BelowListRule // begins with the first mark, below a short rule in its column's middle
	AuthorFirst   // begins with an author's name
	OneName       // holds a name with initials
	TwoNames      // holds two or more
	OneVenue      // holds the words or numbers of a venue
	TwoVenues     // holds two or more
	Year          // holds a year
	YearLast      // ends with a year

	// Text.
	NoFunctionWords // five words or more, none of them such
	OwnWords        // says "we", "our", "thank"
	FullProse       // takes the measure with a sentence's words
	ShortLine       // takes less than .6 of the measure
	Small           // smaller than the body
	DisplayType     // half as large again as the body
	AboveEntries    // larger than entries are, where those are smaller than the body
	Indented        // begins at the second of its column's two usual edges

	// Floats and notes.
	InFigure      // stands within a drawing's box
	CaptionStart  // begins like a caption
	InCaption     // goes on with a caption
	Cells         // wide gaps part it
	FixedPitch    // is set in a fixed-pitch font
	FewLetters    // most of its marks are no letters
	FootnoteStart // begins like a footnote, or stands below the rule above footnotes
	MarginNote    // smaller than the body, in a column much narrower than the page's widest
	SmallNote     // footnotes at a column's end, below their rule or smaller than the text above them
	Captioned     // stands in a drawing with a caption
	Ruled         // stands between the rules of a table
	AboveCell     // cells of the line above or below begin where its own do
	Row           // two or more of its cells do so
	LastPage      // stands on the paper's last page

	RunInHead // begins a paragraph with a heading in other type

	// Blocks.
	CaptionBlock  // begins like a caption and is no longer than one
	HeadingType   // short, and larger, bold or in capitals where the body is not
	CellRows      // most of its lines are rows of cells
	BelowRule     // small type right below a rule as wide as a table is
	FormulaMarks  // begins off the column's edge, with few marks in the body's font
	ItemMark      // begins with a bullet or an item's number
	AfterListing  // small type below the caption of a listing
	Step          // a numbered line below the caption of an algorithm
	ColumnFoot    // small type at its column's foot, with a mark or below a rule
	TitlePlace    // the largest type at the head of the paper
	AuthorPlace   // between title and text
	AbstractPlace // between the word “Abstract”, or title and text, and the first heading
	DrawingText   // layout found it in a drawing

	// Its neighbours.
	AmongNotes  // below a heading that names notes, in a paper that has a reference list
	InAppendix  // in an appendix behind the reference list
	OwnCitation // below a heading of the first page that says how to cite the paper
	CitingNotes // heads notes that cite and explain, in a paper without a reference list
	Annotation  // without names, venues and years, between entries that have them

	// Shares.
	FunctionWords  // of words that hold sentences together, 1 for .4
	EntriesAfter   // of the next eight lines, that begin an entry
	EntriesBefore  // of the eight lines before
	EvidenceAfter  // of the next eight lines, with names, venues or years
	EvidenceBefore // of the eight lines before

	traitCount
	firstShare = FunctionWords
)

// Set is the traits of one line. A long paper has a hundred thousand.
type Set struct {
	bits   [(firstShare + 63) / 64]uint64
	shares [traitCount - firstShare]float32
}

func (t *Set) set(k Trait, is bool) {
	if is {
		t.bits[k/64] |= 1 << (k % 64)
	}
}

// setShare sets a trait that is a share.
func (t *Set) setShare(k Trait, share float32) { t.shares[k-firstShare] = share }

// Share returns how much of a trait there is.
func (t *Set) Share(k Trait) float32 {
	if k >= firstShare {
		return t.shares[k-firstShare]
	}
	return float32(t.bits[k/64] >> (k % 64) & 1)
}

// Places are the places of some traits in a table of no more than 64.
type Places struct {
	at [traitCount]uint8
	of Set // those that have one; shares are 1
}

// Put says that a trait stands in place i.
func (p *Places) Put(k Trait, i int) {
	p.at[k] = uint8(i)
	if k >= firstShare {
		p.of.setShare(k, 1)
	} else {
		p.of.set(k, true)
	}
}

// In returns the places of the traits that there are any of, as bits.
func (t *Set) In(p *Places) uint64 {
	var in uint64
	for i := range t.bits {
		for both := t.bits[i] & p.of.bits[i]; both != 0; both &= both - 1 {
			in |= 1 << p.at[64*i+bits.TrailingZeros64(both)]
		}
	}
	for i, share := range t.shares {
		if share != 0 && p.of.shares[i] != 0 {
			in |= 1 << p.at[int(firstShare)+i]
		}
	}
	return in
}

// drop takes traits away, none of them a share.
func (t *Set) drop(all ...Trait) {
	for _, k := range all {
		t.bits[k/64] &^= 1 << (k % 64)
	}
}

// HasAny reports whether there is any of some traits.
func (t *Set) HasAny(some ...Trait) bool {
	for _, k := range some {
		if t.Has(k) {
			return true
		}
	}
	return false
}

// Has reports whether there is any of a trait.
func (t *Set) Has(k Trait) bool {
	if k >= firstShare {
		return t.shares[k-firstShare] > 0
	}
	return t.bits[k/64]>>(k%64)&1 != 0
}

var traitNames = [traitCount]string{
	Always: "by itself", ListHeading: "names a reference list, set apart", StrongListHeading: "names a reference list in a heading's type",
	HeadingBeforeEntry: "names a reference list before an entry", ListWord: "says “References” within text", RunInList: "names a list and begins it",
	AppendixHeading: "an appendix's heading", AppendixWord: "begins with “Appendix”", ClosingHeading: "a closing section's heading",
	RunInClosing: "a closing section's heading, run in", Acknowledgments: "begins with “Acknowledgments”", PublishersNote: "begins a publisher's note", OpeningHeading: "an opening section's heading",
	LetteredHeading: "a lettered heading", NumberedHeading: "a numbered heading", PlainHeading: "set as a heading", ListSubheading: "heads a part of the list",
	BracketMark: "begins with [1]", LabelMark: "begins with a label in brackets", NumberMark: "begins with 1.", NextMark: "its number follows the entry before",
	Unmarked: "apart from the entries, without their number and font", SetOff: "prose farther from the entries than they stand apart",
	TurnedPage: "on a page of another size", EmailLine: "an e-mail address after its word", BelowListRule: "the first entry, below a short rule", AuthorFirst: "begins with an author", OneName: "a name with initials", TwoNames: "several names with initials", OneVenue: "words of a venue",
	TwoVenues: "several words of venues", Year: "a year", YearLast: "ends with a year",
	FunctionWords: "words of sentences", NoFunctionWords: "no words of sentences", OwnWords: "“we” or “our”", FullProse: "a full line of prose",
	ShortLine: "a short line", Small: "smaller than the body", DisplayType: "display type", AboveEntries: "larger than the entries", Indented: "indented",
	InFigure: "within a drawing", CaptionStart: "begins like a caption", InCaption: "goes on with a caption", Cells: "separated by wide gaps", FixedPitch: "fixed pitch", FewLetters: "few letters",
	FootnoteStart: "a footnote by its mark or rule", MarginNote: "a note in the margin", SmallNote: "a footnote below its rule, or smaller than the text above it", Captioned: "in a figure", Ruled: "between a table's rules", AboveCell: "aligned with cells above or below", Row: "a row of cells", LastPage: "on the last page",
	RunInHead: "a heading that runs into its paragraph", CaptionBlock: "as short as a caption", HeadingType: "a heading's type",
	CellRows: "rows of cells", FormulaMarks: "a formula's marks", ItemMark: "an item's mark", AfterListing: "below a listing's caption", Step: "an algorithm's numbered line",
	ColumnFoot: "small type at the column's foot", TitlePlace: "where the title stands", AuthorPlace: "between title and text",
	BelowRule: "small type below a wide rule", AbstractPlace: "where the abstract stands", DrawingText: "a drawing's text",
	EntriesAfter: "entries follow", EntriesBefore: "entries before", EvidenceAfter: "names, venues and years follow", EvidenceBefore: "names, venues and years before",
	AmongNotes: "among notes", InAppendix: "in an appendix behind the list", OwnCitation: "how to cite the paper itself", CitingNotes: "heads notes that cite", Annotation: "between two entries",
}

// String returns what is seen, in a few words.
func (t Trait) String() string { return traitNames[t] }

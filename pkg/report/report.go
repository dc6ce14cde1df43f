// Package report holds the words in which a check is told: the verdict, the
// checks, the findings and the measures of each file. Rules write them,
// renderers read them. Its JSON form is the contract "paperfit.report/1".
//
// Boxes are points, origin top left of the visible page, y down.
package report

// Schema names the contract of the JSON form.
const Schema = "paperfit.report/1"

// Report is the outcome of one run over one or more files.
type Report struct {
	Schema  string  `json:"schema"`
	Tool    Tool    `json:"tool"`
	Profile Profile `json:"profile"`
	Summary Summary `json:"summary"`
	Files   []File  `json:"files"`
}

// Tool names the program that made a report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Profile names the venue's rules that a report was made with.
type Profile struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Source string `json:"source,omitempty"`
	Digest string `json:"digest"` // "sha256:…" of the effective profile

	Category string `json:"category,omitempty"` // of the papers that its variant is for

	// SourceKind is how the source was read: "primary", "kit", "secondary", or "" where
	// the profile does not say.
	SourceKind string `json:"source_kind,omitempty"`
}

// Secondary is the SourceKind of a profile that was read from another's notes on the
// call.
const Secondary = "secondary"

// Caution is what readers must know of the profile's source, "" for nothing.
func (p Profile) Caution() string {
	if p.SourceKind == Secondary {
		return "read through a second source: check the call"
	}
	return ""
}

// Summary counts the files by verdict, and says what is missing among them.
type Summary struct {
	Files   int `json:"files"`
	Pass    int `json:"pass"`
	Fail    int `json:"fail"`
	Unknown int `json:"unknown"`
	Error   int `json:"error"`
	Notes   int `json:"notes,omitempty"` // files with notes, whatever their verdict

	Interrupted bool    `json:"interrupted,omitempty"` // the run stopped before its last file
	Expected    int     `json:"expected,omitempty"`    // files of an interrupted run; 0: not known
	Shard       *Shard  `json:"shard,omitempty"`       // of the files; nil: all of them
	Skipped     Skipped `json:"skipped,omitempty"`     // in folders and archives
}

// Skipped counts what was not checked in folders and archives by its kind: an
// extension such as ".docx", or words such as "hidden".
type Skipped map[string]int

// Shard is one of the equal parts that the files of a run are divided into: the Index,
// counted from 1, Of so many. Its zero value is the whole.
type Shard struct {
	Index int `json:"index"`
	Of    int `json:"of"`
}

// MaxShards caps the number of shards.
const MaxShards = 100_000

// IsValid reports whether there can be such a shard.
func (s Shard) IsValid() bool {
	return s.Of >= 1 && s.Of <= MaxShards && s.Index >= 1 && s.Index <= s.Of
}

// LastLine ends a report in JSON Lines whose run was interrupted or covered a shard.
// After any other run there is none.
type LastLine struct {
	Schema  string  `json:"schema"`
	Tool    Tool    `json:"tool"`
	Profile Profile `json:"profile"`
	Summary Summary `json:"summary"`
}

// File is what was found in one file.
type File struct {
	Path       string         `json:"path"`
	SHA256     string         `json:"sha256,omitempty"`
	Bytes      int64          `json:"bytes"`
	Verdict    Verdict        `json:"verdict"`
	Category   string         `json:"category,omitempty"`   // of the papers that the profile's variant is for, where files have their own
	Submission *SubmissionRef `json:"submission,omitempty"` // that the file was compared with; nil: none
	Program    Program        `json:"program,omitempty"`    // that made it, as the PDF says; "": it is not known
	Measured   Measured       `json:"measured"`
	Pages      []Page         `json:"pages"`
	Checks     []Check        `json:"checks"`
	Findings   []Finding      `json:"findings"`
	Notes      []Finding      `json:"notes"` // of severity note: they violate nothing
	Damage     []Damage       `json:"damage"`
	CrossCheck *CrossCheck    `json:"cross_check,omitempty"` // nil: nobody asked for it
	ElapsedMS  *float64       `json:"elapsed_ms,omitempty"`
}

// Measured are the measures of the whole paper; nil is "not known".
type Measured struct {
	Pages          *int        `json:"pages"`
	ContentPages   *int        `json:"content_pages"`
	ReferencesPage *int        `json:"references_page"` // 0: the paper has no reference section
	PageSizeIn     *[2]float64 `json:"page_size_in"`
	TextBlockIn    *[2]float64 `json:"text_block_in"` // width of the widest page, height of the tallest
	Columns        *int        `json:"columns"`
	GutterIn       *float64    `json:"gutter_in"`
	BodyFontPt     *float64    `json:"body_font_pt"`
	LeadingPt      *float64    `json:"leading_pt"`
	BodyFont       *string     `json:"body_font"`
}

// Page are the measures of one page; nil is "not known".
type Page struct {
	Page       int         `json:"page"`
	SizeIn     [2]float64  `json:"size_in"`
	TextBlock  *[4]float64 `json:"text_block"`
	Columns    *int        `json:"columns"`
	BodyFontPt *float64    `json:"body_font_pt"`
	LeadingPt  *float64    `json:"leading_pt"`
	Content    string      `json:"content"` // body, references, mixed, figure, blank
	Sketch     *Sketch     `json:"sketch,omitempty"`
}

// Check is the outcome of one rule for one file. Got and Want hold numbers,
// strings or nil; Unit is "in", "pt", "pages" or empty.
type Check struct {
	Rule      string      `json:"rule"`
	Severity  Severity    `json:"severity"`
	Status    Status      `json:"status"`
	Got       any         `json:"got,omitempty"`
	Want      any         `json:"want,omitempty"`
	Tolerance float64     `json:"tolerance,omitempty"`
	Unit      string      `json:"unit,omitempty"`
	Sentence              // why; most checks that pass or have findings say nothing
	Message   string      `json:"message,omitempty"`    // the sentence in words
	DependsOn []PaperLine `json:"depends_on,omitempty"` // the lines that an unknown outcome depends on
	Waiver    *Waiver     `json:"waiver,omitempty"`     // with the status waived
}

// PaperLine is a line of the paper.
type PaperLine struct {
	Page int        `json:"page"`
	Box  [4]float64 `json:"box"`
	Text string     `json:"text"`
}

// Finding is one place where a rule is violated, or of severity note has something
// to report.
type Finding struct {
	Rule     string       `json:"rule"`
	Severity Severity     `json:"severity"`
	Page     int          `json:"page,omitempty"` // 0: the whole file
	Box      *[4]float64  `json:"box,omitempty"`
	Got      any          `json:"got,omitempty"`
	Want     any          `json:"want,omitempty"`
	Unit     string       `json:"unit,omitempty"`
	Place    string       `json:"place,omitempty"` // in words, such as "right column, top"
	Source   *SourceLines `json:"source,omitempty"`
	Sentence
	Message string  `json:"message"`          // the sentence in words
	Fix     *Fix    `json:"fix,omitempty"`    // how to fix it
	Hint    string  `json:"hint,omitempty"`   // the fix in lines for people
	Waiver  *Waiver `json:"waiver,omitempty"` // the rule was waived for the file
}

// SourceLines is where in the source of a paper a place comes from, as SyncTeX tells it:
// lines of a file, counted from 1. The file is named as seen from the folder of the PDF,
// with slashes.
type SourceLines struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line,omitempty"` // missing where it is Line
}

// Damage is one thing wrong in the file that readers repair silently.
type Damage struct {
	Kind    Kind   `json:"kind"`
	Args    Args   `json:"args,omitempty"`
	Message string `json:"message"` // the sentence in words
}

// Sentence returns what the damage says.
func (d *Damage) Sentence() Sentence { return Sentence{d.Kind, d.Args} }

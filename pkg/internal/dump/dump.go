// Package dump writes what was seen of a paper without its words, so that a
// wrong verdict can be reported without the paper, and reads it back: laying it
// out, measuring and judging it gives the same report.
//
// A dump begins where the layout does, with the runs of type and the clusters of
// drawings (marks) of each page. An earlier stage would give the words away: the
// ink of single glyphs reveals which letters they are.
//
// What stays readable is what the program looks for by name (Words and
// scan.KnownLetters: "References", "Figure", "under review", the words that
// hold sentences together), the numbers of headings, captions, entries and pages,
// and the names of fonts. Every other letter and
// digit is replaced by another of its kind, from a key that is not kept. Case,
// punctuation and the length of words stay, and lines keep their exact widths: a
// word that stands alone might be guessed from its own.
//
// The form is JSON Lines: a head, and a line for each page. It may be packed with
// gzip. What is read is checked like a PDF: it may come from anybody.
package dump

import (
	"bytes"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/report"
)

// Schema names the form of a dump.
const Schema = "paperfit.dump/1"

// Paper is what was seen of a paper: all that its layout and measures need.
type Paper struct {
	SHA256    string         // of the paper's PDF
	Bytes     int64          // of the paper's PDF
	Program   report.Program // that made it
	Encrypted bool
	Active    []pdf.Active
	Damage    []pdf.Damage
	Comments  []pdf.Comment
	Features  pdf.Features
	Sheets    []*layout.Sheet
}

// magic is how a dump begins.
var magic = []byte(`{"schema":"paperfit.dump/`)

// gzipMagic is how a packed dump begins.
var gzipMagic = []byte{0x1F, 0x8B, 8}

// Is reports whether data is a dump, packed or not, by how it begins. No PDF is
// one.
func Is(data []byte) bool {
	return bytes.HasPrefix(data, magic) || bytes.HasPrefix(data, gzipMagic)
}

// head is the first line of a dump.
type head struct {
	Schema    string     `json:"schema"`
	SHA256    string     `json:"sha256"`
	Bytes     int64      `json:"bytes"`
	Pages     int        `json:"pages"`
	Program   string     `json:"program,omitempty"`
	Encrypted bool       `json:"encrypted"`
	Active    []active   `json:"active"`
	Damage    []damage   `json:"damage"`
	Comments  []comment  `json:"comments,omitempty"`
	Version   int        `json:"version,omitempty"`
	Linked    []int      `json:"linked,omitempty"`
	Bookmarks bool       `json:"bookmarks,omitempty"`
	Fonts     []fontLook `json:"fonts"`
}

type active struct {
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Page      int    `json:"page"`
	Automatic bool   `json:"automatic"`
	Local     bool   `json:"local"`
}

type comment struct {
	Kind   string    `json:"kind"`
	Author string    `json:"author,omitempty"`
	Text   string    `json:"text,omitempty"`
	Page   int       `json:"page"`
	Box    [4]number `json:"box"`
}

type damage struct {
	Kind report.Kind `json:"kind"`
	Args report.Args `json:"args"`
}

type fontLook struct {
	Name       string `json:"name"`
	Kind       string `json:"kind"`
	Embedded   bool   `json:"embedded"`
	FixedPitch bool   `json:"fixed_pitch"`
	Bold       bool   `json:"bold"`
	Italic     bool   `json:"italic"`
	// Face is the known face that the letters belong to, Height and Width are their
	// shares of its own, 0 where they are as designed.
	Face   string `json:"face,omitempty"`
	Height number `json:"height,omitempty"`
	Width  number `json:"width,omitempty"`
}

// page is the line of one page. Lengths are points from the top left corner of
// the visible page, y down.
type page struct {
	Page   int                   `json:"page"`
	Size   [2]float64            `json:"size"`
	Forms  [][formNumbers]number `json:"forms"`
	Marks  [][markNumbers]number `json:"marks"`
	Runs   [][runNumbers]number  `json:"runs"`
	Text   []string              `json:"text"` // of each run
	Hidden [][runNumbers]number  `json:"hidden"`
	Veiled []string              `json:"hidden_text"`
	Lies   []lie                 `json:"lies,omitempty"`
	// Undrawn are the boxes of annotations that viewers draw themselves.
	Undrawn [][4]number `json:"undrawn,omitempty"`
}

// lie is text that a machine reads otherwise than it is seen.
type lie struct {
	Seen   string    `json:"seen"`
	Told   string    `json:"told"`
	Box    [4]number `json:"box"`
	Form   number    `json:"form"`
	Odd    number    `json:"letters"`
	Spoken bool      `json:"spoken"`
	Drawn  bool      `json:"drawn,omitempty"`
}

// The numbers that stand for a form (parent, box, whether an annotation's), a
// mark (box, box without doubtful images, images, thin, form) and a run (font, size, horizontal scale,
// tracking, baseline, extent from and to, box, characters, form, order, why
// hidden, rotated).
const (
	formNumbers = 6
	markNumbers = 11
	runNumbers  = 17
)

package dump

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Limits caps what a dump may hold. Every cap that is hit is a *pdf.LimitError
// that names it.
type Limits struct {
	DumpBytes int64 // unpacked
	DumpPages int
	DumpFonts int
	// DumpRuns caps the runs of one page, hidden ones among them, DumpMarks its
	// marks, DumpForms its forms.
	DumpRuns, DumpMarks, DumpForms int
	DumpNotes                      int // active content and damage
}

// DefaultLimits let every paper pass that the limits on PDF files let pass.
func DefaultLimits() Limits {
	return Limits{
		DumpBytes: 512 << 20,
		DumpPages: 2_000,
		DumpFonts: 4_000,
		DumpRuns:  400_000,
		DumpMarks: 10_000,
		DumpForms: 200_000,
		DumpNotes: 60_000,
	}
}

// Bounds of the numbers in a dump.
const (
	maxLength = 1e9
	maxCount  = math.MaxInt32
	maxWord   = 200 // bytes of a kind or a font's name
)

// Read reads a dump. The error says in words what is wrong with it.
func Read(ctx context.Context, data []byte, limits Limits) (*Paper, error) {
	r := reader{ctx: ctx, limits: limits}
	lines, err := r.lines(data)
	if err != nil {
		return nil, err
	}
	if err := r.head(lines[0]); err != nil {
		return nil, unreadable(err, "line 1: %w")
	}
	if len(lines)-1 != r.pages {
		return nil, unreadable(fmt.Errorf("it has %d of %d pages", len(lines)-1, r.pages), "%w")
	}
	for i, line := range lines[1:] {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.page(i+1, line); err != nil {
			return nil, unreadable(err, fmt.Sprintf("page %d: %%w", i+1))
		}
	}
	return &r.paper, nil
}

type reader struct {
	ctx    context.Context
	limits Limits
	paper  Paper
	pages  int // that the head promises
	fonts  []*font.Font
}

func limit[T int | int64](name string, most T) error {
	return &pdf.LimitError{Limit: name, Max: int64(most)}
}

// unreadable returns the error of a dump that cannot be read. A limit keeps its own
// error.
func unreadable(err error, format string) error {
	var limit *pdf.LimitError
	if errors.As(err, &limit) {
		return err
	}
	return wording.NewError(wording.DumpDamaged, report.Args{"fault": fmt.Errorf(format, err).Error()})
}

// lines unpacks a dump and returns its lines, of which there is at least one.
func (r *reader) lines(data []byte) ([][]byte, error) {
	if bytes.HasPrefix(data, gzipMagic) {
		packed, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, unreadable(errors.New("it is neither a PDF nor a gzip archive"), "%w")
		}
		source := bufio.NewReader(packed)
		if start, _ := source.Peek(len(magic)); !bytes.Equal(start, magic) {
			return nil, wording.NewError(wording.ForeignFile, report.Args{"type": "gzip", "remedy": "unpack"})
		}
		if data, err = io.ReadAll(io.LimitReader(source, r.limits.DumpBytes+1)); err != nil {
			return nil, unreadable(errors.New("it is packed and damaged"), "%w")
		}
	}
	if int64(len(data)) > r.limits.DumpBytes {
		return nil, limit("DumpBytes", r.limits.DumpBytes)
	}
	lines := bytes.SplitN(bytes.TrimRight(data, "\r\n"), []byte("\n"), r.limits.DumpPages+2)
	if len(lines) > r.limits.DumpPages+1 {
		return nil, limit("DumpPages", r.limits.DumpPages)
	}
	return lines, nil
}

// plainly says what is wrong with a line of JSON without the words of its reader.
func plainly(err error) error {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	unknown, isUnknown := strings.CutPrefix(err.Error(), "json: unknown field ")
	switch {
	case isUnknown:
		return fmt.Errorf("the field %s is not known", unknown)
	case errors.As(err, &kind):
		return fmt.Errorf("the field %q cannot be a %s", kind.Field, kind.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("it is not JSON from byte %d on", syntax.Offset)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it ends too early")
	}
	return errors.New("it does not have the form of a dump")
}

// decode reads one line strictly: no word that is not known, nothing behind.
func decode(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return plainly(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("there is more behind the line's end")
	}
	return nil
}

func (r *reader) head(line []byte) error {
	var h head
	if err := decode(line, &h); err != nil {
		return err
	}
	switch {
	case h.Schema != Schema:
		return fmt.Errorf("it is of the form %.40q; this version reads %s", h.Schema, Schema)
	case !isHash(h.SHA256):
		return errors.New("sha256 is no hash")
	case h.Bytes < 0:
		return errors.New("bytes is less than 0")
	case len(h.Fonts) > r.limits.DumpFonts:
		return limit("DumpFonts", r.limits.DumpFonts)
	case len(h.Active)+len(h.Damage)+len(h.Comments) > r.limits.DumpNotes:
		return limit("DumpNotes", r.limits.DumpNotes)
	case h.Pages < 1:
		return errors.New("it has no pages")
	case h.Program != "" && !slices.Contains(report.Programs(), report.Program(h.Program)):
		return errors.New("program is not one that is known")
	case h.Version < 0 || len(h.Linked) > h.Pages:
		return errors.New("version or linked hold what cannot be")
	}
	r.pages = h.Pages
	r.paper = Paper{SHA256: h.SHA256, Bytes: h.Bytes, Program: report.Program(h.Program), Encrypted: h.Encrypted,
		Features: pdf.Features{Version: h.Version, Linked: h.Linked, Bookmarks: h.Bookmarks}}
	for _, a := range h.Active {
		if !isActive(a.Kind) || len(a.Name) > maxWord || a.Page < 0 || a.Page > h.Pages {
			return errors.New("active holds what cannot be")
		}
		r.paper.Active = append(r.paper.Active, pdf.Active(a))
	}
	for _, d := range h.Damage {
		if wording.English().Check(pdf.Damage(d)) != "" {
			return errors.New("damage has an unknown kind or other arguments")
		}
		r.paper.Damage = append(r.paper.Damage, pdf.Damage(d))
	}
	if err := r.comments(h.Comments, h.Pages); err != nil {
		return err
	}
	for _, f := range h.Fonts {
		if len(f.Name) > maxFontName || len(f.Kind) > maxWord || len(f.Face) > maxWord || !isShare(f.Height) || !isShare(f.Width) {
			return errors.New("fonts holds what cannot be")
		}
		r.fonts = append(r.fonts, font.Described(f.Name, font.Kind(f.Kind), f.Embedded, font.Look{
			FixedPitch: f.FixedPitch, Bold: f.Bold, Italic: f.Italic, Proportions: f.proportions(),
		}))
	}
	return nil
}

// comments reads the comments.
func (r *reader) comments(list []comment, pages int) error {
	check := checker{}
	for _, c := range list {
		said := report.Say(wording.Comment, report.Args{"what": c.Kind})
		if wording.English().Check(said) != "" || len(c.Author)+len(c.Text) > maxCommentBytes || c.Page < 1 || c.Page > pages {
			return errors.New("comments holds what cannot be")
		}
		r.paper.Comments = append(r.paper.Comments, pdf.Comment{
			Kind: c.Kind, Author: c.Author, Text: c.Text, Page: c.Page, Box: check.box(c.Box[:], true),
		})
	}
	return check.err
}

// maxCommentBytes is longer than what is read of a comment, masked.
const maxCommentBytes = 16 << 10

// isActive reports whether a kind of active content is one that is known.
func isActive(kind string) bool {
	return wording.English().Check(report.Say(wording.ActiveContent, report.Args{"what": kind})) == ""
}

// isShare reports whether a number can be the height or width of a font's letters,
// of those of a face; 0 stands for no difference.
func isShare(n number) bool { return n >= 0 && n <= maxShare }

const maxShare = 100

// maxFontName is longer than the longest name that a PDF may hold.
const maxFontName = 2048

func isHash(s string) bool { return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == "" }

func (r *reader) page(n int, line []byte) error {
	var p page
	if err := decode(line, &p); err != nil {
		return err
	}
	l := r.limits
	switch {
	case p.Page != n:
		return fmt.Errorf("it is called page %d", p.Page)
	case !(p.Size[0] > 0 && p.Size[1] > 0 && p.Size[0] <= maxLength && p.Size[1] <= maxLength):
		return errors.New("its size cannot be")
	case len(p.Runs)+len(p.Hidden)+len(p.Lies)+len(p.Undrawn) > l.DumpRuns:
		return limit("DumpRuns", l.DumpRuns)
	case len(p.Marks) > l.DumpMarks:
		return limit("DumpMarks", l.DumpMarks)
	case len(p.Forms) > l.DumpForms:
		return limit("DumpForms", l.DumpForms)
	case len(p.Runs) != len(p.Text) || len(p.Hidden) != len(p.Veiled):
		return errors.New("its runs and texts are not as many")
	}
	s := &layout.Sheet{Number: n, Size: geom.Point{X: p.Size[0], Y: p.Size[1]}}
	if err := r.shapes(s, &p); err != nil {
		return err
	}
	var err error
	if s.Runs, err = r.runs(p.Runs, p.Text, len(s.Forms), false); err != nil {
		return err
	}
	if s.Hidden, err = r.runs(p.Hidden, p.Veiled, len(s.Forms), true); err != nil {
		return err
	}
	r.paper.Sheets = append(r.paper.Sheets, s)
	return nil
}

// shapes reads a page's forms and marks.
func (r *reader) shapes(s *layout.Sheet, p *page) error {
	c := checker{}
	for i, f := range p.Forms {
		s.Forms = append(s.Forms, content.Form{
			Parent: c.count(f[0], i), Box: c.box(f[1:5], true), Annot: c.flag(f[5]),
		})
	}
	marks := make([]layout.StoredCluster, len(p.Marks))
	for i, m := range p.Marks {
		marks[i] = layout.StoredCluster{
			Box: c.box(m[:4], false), Sure: c.box(m[4:8], true),
			Images: int(c.count(m[8], maxCount)), Thin: c.flag(m[9]), Form: c.count(m[10], len(s.Forms)),
		}
	}
	s.SetClusters(marks)
	for _, b := range p.Undrawn {
		s.Undrawn = append(s.Undrawn, c.box(b[:], false))
	}
	for _, l := range p.Lies {
		s.Lies = append(s.Lies, layout.Lie{
			Seen: l.Seen, Told: l.Told, Box: c.box(l.Box[:], true), Form: c.count(l.Form, len(s.Forms)),
			Odd: int(c.count(l.Odd, maxCount)), Spoken: l.Spoken, Drawn: l.Drawn,
		})
	}
	return c.err
}

func (r *reader) runs(numbers [][runNumbers]number, texts []string, forms int, hidden bool) ([]layout.Run, error) {
	c := checker{}
	var out []layout.Run
	for i, n := range numbers {
		if len(r.fonts) == 0 {
			return nil, errors.New("it has runs and no fonts")
		}
		run := layout.Run{
			Text: texts[i], Font: r.fonts[c.count(n[0], len(r.fonts)-1)], Size: c.length(n[1]), HScale: c.length(n[2]),
			Tracking: c.length(n[3]), Baseline: c.length(n[4]), X0: c.length(n[5]), X1: c.length(n[6]), Box: c.box(n[7:11], false),
			Chars: int(c.count(n[11], maxCount)), Form: c.count(n[12], forms), Order: c.count(n[13], maxCount),
			Hidden: content.Hidden(c.count(n[14], int(content.Doubtful))), Rotated: c.flag(n[15]), Drawn: c.flag(n[16]),
		}
		switch {
		case c.err != nil:
			return nil, c.err
		case run.Text == "" || run.Chars < 1 || (run.Hidden != content.Visible) != hidden:
			return nil, fmt.Errorf("run %d cannot be", i+1)
		}
		out = append(out, run)
	}
	return out, nil
}

// checker turns numbers into what they stand for, and keeps the first fault.
type checker struct{ err error }

func (c *checker) fail(n number, what string) {
	if c.err == nil {
		c.err = fmt.Errorf("%g is no %s here", float64(n), what)
	}
}

func (c *checker) length(n number) float64 {
	if !(math.Abs(float64(n)) <= maxLength) {
		c.fail(n, "length")
		return 0
	}
	return float64(n)
}

// count returns a whole number from 0 to most.
func (c *checker) count(n number, most int) int32 {
	if !(n >= 0 && n <= number(most)) || n != number(math.Trunc(float64(n))) {
		c.fail(n, "count")
		return 0
	}
	return int32(n)
}

func (c *checker) flag(n number) bool { return c.count(n, 1) == 1 }

func (c *checker) box(n []number, mayBeEmpty bool) geom.Rect {
	b := geom.Rect{X0: c.length(n[0]), Y0: c.length(n[1]), X1: c.length(n[2]), Y1: c.length(n[3])}
	if b.IsEmpty() {
		if !mayBeEmpty {
			c.fail(n[0], "edge of a box")
		}
		return geom.Empty()
	}
	return b
}

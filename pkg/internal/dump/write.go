package dump

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// number is a length or count. It is written as short as it is exact.
type number float64

// MarshalJSON writes the number.
func (n number) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, float64(n), 'f', -1, 64), nil
}

// Exact are the decimals that keep every bit of a length; Short is fine enough
// for nearly all papers, of which the report has four.
const (
	Exact = -1
	Short = 6
)

// Write writes a paper, with its words as they are: mask them before. Lengths
// have the given decimals.
func Write(w io.Writer, p *Paper, decimals int) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	d := writer{decimals: decimals, fonts: map[*font.Font]int{}}
	for _, s := range p.Sheets {
		d.addFonts(s.Runs)
		d.addFonts(s.Hidden)
	}
	if err := enc.Encode(d.head(p)); err != nil {
		return err
	}
	for _, s := range p.Sheets {
		if err := enc.Encode(d.page(s)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// writer turns sheets into lines.
type writer struct {
	decimals int
	fonts    map[*font.Font]int
	looks    []fontLook
}

// addFonts gives the fonts of runs their numbers, in order of first use.
func (d *writer) addFonts(runs []layout.Run) {
	for i := range runs {
		f := runs[i].Font
		if _, ok := d.fonts[f]; ok {
			continue
		}
		d.fonts[f] = len(d.looks)
		look := fontLook{Name: f.Name, Kind: string(f.Kind), Embedded: f.Embedded, FixedPitch: f.FixedPitch(), Bold: f.Bold(), Italic: f.Italic()}
		look.setProportions(f.Proportions())
		d.looks = append(d.looks, look)
	}
}

func (l *fontLook) setProportions(p face.Proportions) {
	if p.Height != 1 || p.Width != 1 {
		l.Face, l.Height, l.Width = p.Face, number(p.Height), number(p.Width)
	}
}

// proportions is the inverse.
func (l *fontLook) proportions() face.Proportions {
	if l.Height == 0 || l.Width == 0 {
		return face.Natural
	}
	return face.Proportions{Face: l.Face, Height: float64(l.Height), Width: float64(l.Width)}
}

func (d *writer) head(p *Paper) head {
	h := head{
		Schema: Schema, SHA256: p.SHA256, Bytes: p.Bytes, Pages: len(p.Sheets), Program: string(p.Program), Encrypted: p.Encrypted,
		Version: p.Features.Version, Linked: p.Features.Linked, Bookmarks: p.Features.Bookmarks,
		Active: []active{}, Damage: []damage{}, Fonts: d.looks,
	}
	for _, a := range p.Active {
		h.Active = append(h.Active, active(a))
	}
	for _, x := range p.Damage {
		h.Damage = append(h.Damage, damage(x))
	}
	for _, c := range p.Comments {
		h.Comments = append(h.Comments, comment{c.Kind, c.Author, c.Text, c.Page, d.box(c.Box)})
	}
	return h
}

func (d *writer) page(s *layout.Sheet) page {
	out := page{Page: s.Number, Size: [2]float64{s.Size.X, s.Size.Y}, Forms: [][formNumbers]number{}, Marks: [][markNumbers]number{}}
	for _, f := range s.Forms {
		b := d.box(f.Box)
		out.Forms = append(out.Forms, [formNumbers]number{number(f.Parent), b[0], b[1], b[2], b[3], flag(f.Annot)})
	}
	for _, m := range s.StoredClusters() {
		b, sure := d.box(m.Box), d.box(m.Sure)
		out.Marks = append(out.Marks, [markNumbers]number{b[0], b[1], b[2], b[3], sure[0], sure[1], sure[2], sure[3], number(m.Images), flag(m.Thin), number(m.Form)})
	}
	out.Runs, out.Text = d.runs(s.Runs)
	out.Hidden, out.Veiled = d.runs(s.Hidden)
	for _, b := range s.Undrawn {
		out.Undrawn = append(out.Undrawn, d.box(b))
	}
	for _, l := range s.Lies {
		out.Lies = append(out.Lies, lie{
			Seen: strings.ToValidUTF8(l.Seen, "\uFFFD"), Told: strings.ToValidUTF8(l.Told, "\uFFFD"),
			Box: d.box(l.Box), Form: number(l.Form), Odd: number(l.Odd), Spoken: l.Spoken, Drawn: l.Drawn,
		})
	}
	return out
}

func (d *writer) runs(runs []layout.Run) ([][runNumbers]number, []string) {
	numbers, texts := make([][runNumbers]number, len(runs)), make([]string, len(runs))
	for i := range runs {
		r := &runs[i]
		b := d.box(r.Box)
		numbers[i] = [runNumbers]number{
			number(d.fonts[r.Font]), d.length(r.Size), d.length(r.HScale), d.length(r.Tracking), d.length(r.Baseline),
			d.length(r.X0), d.length(r.X1), b[0], b[1], b[2], b[3],
			number(r.Chars), number(r.Form), number(r.Order), number(r.Hidden), flag(r.Rotated), flag(r.Drawn),
		}
		texts[i] = strings.ToValidUTF8(r.Text, "\uFFFD")
	}
	return numbers, texts
}

func flag(b bool) number {
	if b {
		return 1
	}
	return 0
}

// box returns the numbers of a box; one that holds nothing is written as a box
// that ends before it begins.
func (d *writer) box(b geom.Rect) [4]number {
	if b.IsEmpty() {
		return [4]number{1, 1, 0, 0}
	}
	return [4]number{d.length(b.X0), d.length(b.Y0), d.length(b.X1), d.length(b.Y1)}
}

// length rounds a length, and keeps it within what is read back.
func (d *writer) length(x float64) number {
	switch {
	case math.IsNaN(x):
		return 0
	case math.Abs(x) > maxLength:
		x = math.Copysign(maxLength, x)
	}
	if d.decimals >= 0 {
		scale := math.Pow10(d.decimals)
		x = math.Round(x*scale) / scale
	}
	return number(x + 0) // never -0
}

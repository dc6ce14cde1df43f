package html

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// sketch draws what was seen on a page, from the ground up: figures, images,
// drawings, type, and over them the allowed block with what sticks out of it.
func (d *document) sketch(s *report.Sketch, hit func(*report.SketchLine) bool) {
	for _, f := range capped(s.Figures) {
		d.shape("rect", append(edges(f), class("figure"))...)
	}
	for _, x := range capped(s.Images) {
		d.shape("rect", append(edges(x), class("image"))...)
		d.shape("path", attr{"d", path(x.X0, x.Y0, x.X1, x.Y1) + path(x.X0, x.Y1, x.X1, x.Y0)}, class("image"))
	}
	for i := range s.Drawings {
		d.drawing(&s.Drawings[i])
	}
	d.lines(s.Lines, hit)
	if s.Block == nil {
		return
	}
	if block := geom.FromArray(*s.Block); block.Width() < maxBlock && block.Height() < maxBlock {
		d.block(block, s.Outside)
	}
}

// maxBlock is larger than any block in points; what is no number is not smaller.
const maxBlock = 1e5

// capped returns the boxes of a list that are drawn.
func capped(boxes [][4]float64) []geom.Rect {
	out := make([]geom.Rect, min(len(boxes), maxDrawnBoxes))
	for i := range out {
		out[i] = geom.FromArray(boxes[i])
	}
	return out
}

// drawing draws a fill or a stroke in the grey of its own.
func (d *document) drawing(s *report.SketchDrawing) {
	dark := 1 - min(max(s.Gray, 0), 1)
	attrs := make([]attr, 0, 6)
	switch {
	case s.Filled:
		attrs = append(attrs, class("fill"), attr{"fill-opacity", words.Shortest(0.06+0.3*dark, 2)})
	default:
		attrs = append(attrs, class("stroke"), attr{"stroke-opacity", words.Shortest(0.3+0.5*dark, 2)},
			num("stroke-width", min(max(s.Width, 0.3), 12)))
	}
	if len(s.Lines) == 0 {
		d.shape("rect", append(edges(geom.FromArray(s.Box)), attrs...)...)
		return
	}
	d.shape("path", append(attrs, attr{"d", paths(s.Lines)})...)
}

// paths returns lines in the syntax of SVG's paths.
func paths(lines [][]float64) string {
	var out []byte
	for _, line := range lines {
		for i := 0; i+1 < len(line); i += 2 {
			switch i {
			case 0:
				out = append(out, 'M')
			default:
				out = append(out, ' ')
			}
			out = appendTenth(out, line[i])
			out = append(out, ' ')
			out = appendTenth(out, line[i+1])
		}
	}
	return string(out)
}

func path(coordinates ...float64) string { return paths([][]float64{coordinates}) }

// lines draws lines of type, those in one look together.
func (d *document) lines(lines []report.SketchLine, hit func(*report.SketchLine) bool) {
	look, room := "", maxDrawnText
	for i := range lines[:min(len(lines), maxDrawnLines)] {
		l := &lines[i]
		box := geom.FromArray(l.Box)
		if box.Width() <= 0 || box.Height() <= 0 {
			continue
		}
		names := looks(l)
		if hit(l) {
			names += " hit"
		}
		if key := names + tenth(l.Size); key != look {
			if look != "" {
				d.end()
			}
			look = key
			d.begin("g", class(names), num("font-size", drawnSize(l)))
		}
		room -= len(l.Text)
		d.line(l, room >= 0)
		if l.Role == referenceHeading {
			d.shape("rect", append(edges(box.Inset(-2)), class("reference-mark"))...)
		}
	}
	if look != "" {
		d.end()
	}
}

// drawnSize is the size of a line's type; that of bitmap type may mean nothing.
func drawnSize(l *report.SketchLine) float64 {
	box := geom.FromArray(l.Box)
	return min(max(l.Size, 1), 2*math.Hypot(box.Width(), box.Height()))
}

// line draws one line of type as wide as it was measured, or as a box.
func (d *document) line(l *report.SketchLine, words bool) {
	box := geom.FromArray(l.Box)
	w, h := box.Width(), box.Height()
	switch {
	case !words:
		d.shape("rect", edges(box)...)
	case l.Rotated && h > w:
		d.setType(l.Text, h, attr{"transform", "translate(" + tenth(box.X1-0.2*w) + " " + tenth(box.Y1) + ") rotate(-90)"})
	case l.Rotated:
		d.setType(l.Text, w, num("x", box.X0), num("y", box.Y1-0.2*h))
	case len(l.Pieces) > 0:
		for _, p := range l.Pieces[:min(len(l.Pieces), maxDrawnBoxes)] {
			d.setType(p.Text, p.X1-p.X0, num("x", p.X0), num("y", l.Baseline))
		}
	default:
		d.setType(l.Text, w, num("x", box.X0), num("y", l.Baseline))
	}
}

// setType writes type that takes so much width.
func (d *document) setType(text string, width float64, at ...attr) {
	if text == "" || !(width > 0) {
		return
	}
	if utf8.RuneCountInString(text) > maxLineText {
		text = words.Cut(text, maxLineText)
	}
	text = strings.ReplaceAll(text, "\uFFFD", "·") // a glyph of which no letter is known
	d.leaf("text", text, append(at, num("textLength", width), attr{"lengthAdjust", "spacingAndGlyphs"})...)
}

// looks returns the classes of a line: its role, where a reader should see it,
// and the look of its font, as the font's name tells it.
func looks(l *report.SketchLine) string {
	names := "type"
	switch l.Role {
	case furniture:
		names += " furniture"
	case referenceHeading:
		names += " reference"
	}
	font := strings.ToLower(l.Font)
	holds := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(font, w) {
				return true
			}
		}
		return false
	}
	switch {
	case holds("mono", "courier", "cmtt", "typewriter", "consol", "sftt", "inconsolata"):
		names += " mono"
	case holds("helvetica", "arial", "sans", "cmss", "gothic", "calibri", "verdana", "nimbussan"):
		names += " sans"
	}
	if holds("bold", "medi", "black", "cmbx", "heavy", "-bd") {
		names += " bold"
	}
	if holds("ital", "obli", "cmti", "slant", "cmsl") {
		names += " italic"
	}
	return names
}

// block draws the allowed block and the parts of boxes outside of it.
func (d *document) block(block geom.Rect, outside [][4]float64) {
	for _, o := range capped(outside) {
		for _, part := range beyond(o, block) {
			d.shape("rect", append(edges(part), class("outside"))...)
		}
	}
	d.shape("rect", append(edges(block), class("allowed"))...)
	size := fmt.Sprintf("allowed: %s × %s in", words.Number(geom.Inches(block.Width())), words.Number(geom.Inches(block.Height())))
	d.leaf("text", size, num("x", block.X1), num("y", block.Y1+9), class("allowed-size"))
}

// beyond returns the parts of a box that lie outside of a block.
func beyond(b, block geom.Rect) []geom.Rect {
	var out []geom.Rect
	add := func(x0, y0, x1, y1 float64) {
		if x1 > x0 && y1 > y0 {
			out = append(out, geom.Rect{X0: x0, Y0: y0, X1: x1, Y1: y1})
		}
	}
	add(b.X0, b.Y0, min(b.X1, block.X0), b.Y1)
	add(max(b.X0, block.X1), b.Y0, b.X1, b.Y1)
	within := b.Intersect(block)
	add(within.X0, b.Y0, within.X1, min(b.Y1, block.Y0))
	add(within.X0, max(b.Y0, block.Y1), within.X1, b.Y1)
	return out
}

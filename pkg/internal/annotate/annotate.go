// Package annotate writes copies of papers with what was found in them.
package annotate

import (
	"context"
	"fmt"
	"io"

	"errors"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// ErrUnread is the error of Write for a file that could not be checked.
var ErrUnread = errors.New("the file could not be read; its report says why")

// Write writes a copy of a paper with what was found in it: the allowed block
// of each page as a dashed square, findings as highlights and squares at their
// places, and as notes on top of the page where they have none. Each reports the
// message and the fix. All are on the layer "paperfit", which viewers can switch
// off, and bring their own appearance, so that all viewers draw them alike.
//
// The copy is the original with an incremental update (see pdf.Update): where
// nothing was drawn its pages are the same to the pixel. The file's pages need
// their sketches. The error describes in words why there can be no copy, and wraps
// pdf.ErrForbidden when the file forbids one.
func Write(ctx context.Context, w io.Writer, original []byte, file report.File) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = wording.NewError(wording.Bug, nil)
		}
	}()
	if file.Verdict == report.Error {
		return ErrUnread
	}
	update, err := pdf.NewUpdate(ctx, original, pdf.DefaultLimits())
	if err != nil {
		return err
	}
	layer, err := update.AddLayer("paperfit")
	if err != nil {
		return err
	}
	pages := update.Document().Pages()
	if len(pages) != len(file.Pages) {
		return errors.New("the file is not the one that was checked")
	}
	remarks := remarksOf(file)
	for i, page := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		a := newAnnotator(update, layer, page, file.Pages[i].Sketch)
		a.block()
		for _, r := range remarks[page.Number] {
			a.remark(r)
		}
		if len(a.refs) == 0 {
			continue
		}
		if err := update.Annotate(page, a.refs); err != nil {
			return err
		}
	}
	_, err = w.Write(update.Bytes())
	return err
}

// remark is one thing to report on a page.
type remark struct {
	rule, text string
	box        *[4]float64 // nil: the whole page
	tint       tint
}

// maxRemarks caps the remarks of one page: more cannot be looked at.
const maxRemarks = 200

// remarksOf returns the remarks of each page by its number. What concerns the
// whole file is on the first.
func remarksOf(file report.File) map[int][]remark {
	out, left := map[int][]remark{}, map[int]int{}
	for _, f := range file.Reported() {
		page := max(f.Page, 1)
		if len(out[page]) == maxRemarks {
			left[page]++
			continue
		}
		r := remark{rule: f.Rule, text: f.Told(), box: f.Box, tint: tintOf(f.Severity)}
		if f.Hint != "" {
			r.text += "\n\n" + f.Hint
		}
		out[page] = append(out[page], r)
	}
	for page, n := range left {
		out[page] = append(out[page], remark{text: fmt.Sprintf("%d more findings on this page are in the report", n), tint: amber})
	}
	for _, c := range file.Checks {
		if c.Status == report.StatusUnknown {
			out[1] = append(out[1], remark{rule: c.Rule, text: "Not measured: " + c.Message, tint: tintOf(c.Severity)})
		}
	}
	return out
}

// annotator makes the annotations of one page.
type annotator struct {
	update *pdf.Update
	layer  pdf.Ref
	toUser geom.Matrix // page space → default user space
	page   geom.Rect   // the visible page
	sketch report.Sketch
	notes  int // so far
	refs   []pdf.Ref
}

func newAnnotator(u *pdf.Update, layer pdf.Ref, p pdf.Page, sketch *report.Sketch) *annotator {
	a := &annotator{update: u, layer: layer, page: geom.Rect{X1: p.Size.X, Y1: p.Size.Y}}
	a.toUser, _ = p.ToPage.Inverse() // page space is user space turned, moved and scaled by more than 0
	if sketch != nil {
		a.sketch = *sketch
	}
	return a
}

// block frames the block that text may take.
func (a *annotator) block() {
	if a.sketch.Block == nil {
		return
	}
	b := geom.FromArray(*a.sketch.Block)
	text := fmt.Sprintf("Allowed text block, %.4g × %.4g in, at its best position on this page", geom.Inches(b.Width()), geom.Inches(b.Height()))
	a.square(b, remark{rule: "text-block", text: text, tint: blue}, dashed)
}

// remark puts a remark where it belongs.
func (a *annotator) remark(r remark) {
	if r.box == nil {
		a.note(r)
		return
	}
	box := geom.FromArray(*r.box).Intersect(a.page)
	lines := a.linesIn(box)
	switch {
	case !(box.Width() > 0 && box.Height() > 0): // nothing of it is on the page
		a.note(r)
	case len(lines) > 0:
		a.highlight(lines, r)
	default:
		a.square(box.Inset(-clearance), r, solid)
	}
}

// clearance is the distance in points between a frame and what it frames.
const clearance = 2

// maxHighlighted caps the lines that one highlight marks: a longer piece is
// framed.
const maxHighlighted = 40

// linesIn returns the lines of type that make up a box; none when it holds a
// figure or nothing that was sketched.
func (a *annotator) linesIn(box geom.Rect) []geom.Rect {
	for _, f := range a.sketch.Figures {
		if box.Overlaps(geom.FromArray(f)) {
			return nil
		}
	}
	var out []geom.Rect
	for _, l := range a.sketch.Lines {
		if b := geom.FromArray(l.Box); box.Contains(b.Center()) {
			out = append(out, b.Intersect(box))
		}
	}
	if len(out) > maxHighlighted {
		return nil
	}
	return out
}

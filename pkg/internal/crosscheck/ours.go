package crosscheck

import (
	"context"
	"fmt"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// maxPages caps the pages that are compared; their numbers go to the second
// reader as arguments.
const maxPages = 200

// Why a page is skipped: the second reader is not able there.
const (
	skipTurned    = "the page is turned or scaled"
	skipForms     = "text in forms, which the second reader does not see"
	skipComposite = "text in composite fonts"
	skipDrawn     = "letters placed by their shapes, as their font has lost their places"
)

// ourPage is a page as paperfit reads it.
type ourPage struct {
	number int
	toPage geom.Matrix // default user space → page space
	rows   rows        // in page space
	skip   string      // why the page is not compared, or ""
}

// readOurs reads a file as the check does. The check's own reading is not kept
// for this: a check without a comparison is not to pay for it.
func readOurs(ctx context.Context, data []byte) ([]ourPage, error) {
	doc, err := pdf.Open(ctx, data, pdf.DefaultLimits())
	if err != nil {
		return nil, err
	}
	interpreter := content.New(doc, content.DefaultLimits())
	out := make([]ourPage, 0, len(doc.Pages()))
	for _, p := range doc.Pages() {
		if len(out) >= maxPages {
			out = append(out, ourPage{number: p.Number, skip: fmt.Sprintf("it is beyond the first %d pages", maxPages)})
			continue
		}
		page, err := interpreter.Page(ctx, p)
		if err != nil {
			return nil, err
		}
		out = append(out, readOurPage(p, page))
	}
	return out, nil
}

func readOurPage(p pdf.Page, page *content.Page) ourPage {
	out := ourPage{number: p.Number, toPage: p.ToPage, rows: rows{}}
	if m := p.ToPage; p.UserUnit != 1 || m.B != 0 || m.C != 0 || m.A < 0 {
		out.skip = skipTurned
		return out
	}
	upright := true
	for i := range page.Glyphs {
		g := &page.Glyphs[i]
		switch {
		case g.Form == 0:
		case isAnnotation(page.Forms, g.Form):
			continue
		default:
			out.skip = skipForms
			return out
		}
		if isComposite(g.Font) {
			out.skip = skipComposite
			return out
		}
		if g.Glyph.Drawn != nil {
			out.skip = skipDrawn
			return out
		}
		if a := g.Advance(); a != (geom.Point{}) { // without an advance: as the text before
			upright = isUpright(a)
		}
		if upright && g.Size > 0 { // the second reader leaves out type without a size
			out.rows.add(g.Origin.Y, g.Size, 1)
		}
	}
	return out
}

// isAnnotation reports whether a form is drawn by an annotation, which is no
// part of the page's content.
func isAnnotation(forms []content.Form, form int32) bool {
	for forms[form-1].Parent != 0 {
		form = forms[form-1].Parent
	}
	return forms[form-1].Annot
}

func isComposite(f *font.Font) bool {
	return f.Kind == font.CIDType0 || f.Kind == font.CIDType2
}

// maxTilt is how far upright text may lean against the horizontal: rounding.
const maxTilt = 1e-6

// isUpright reports whether a vector points to the right.
func isUpright(v geom.Point) bool { return v.X > 0 && math.Abs(v.Y) <= maxTilt*v.X }

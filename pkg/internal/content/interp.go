package content

import (
	"context"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// Interpreter reads the pages of one document. Fonts, forms, images and
// resources are kept from page to page. It is not safe for use by several
// goroutines.
type Interpreter struct {
	doc    *pdf.Document
	limits Limits
	layers *layers
	spoken map[int][]Spoken // by structure elements, by the object numbers of pages
	shared *shared

	used        []*font.Font // in order of their first glyph
	isUsed      map[*font.Font]bool
	resources   map[int]*resources
	objects     map[int]*xobject
	procs       map[*font.Font]*type3
	patterns    map[int]*pattern // by object number
	kept        int              // bytes of decoded forms in objects
	outlines    bool             // pages have outlines
	trimMargins bool             // the margins of images are left out
	trimmed     int              // pixels of images that were decoded to find their margins

	run run // reused from page to page
}

// New returns an Interpreter for doc.
func New(doc *pdf.Document, limits Limits) *Interpreter {
	return (&Interpreter{doc: doc, limits: limits, layers: newLayers(doc.Catalog()), spoken: readElements(doc.Catalog())}).sibling(newShared(1))
}

// sibling returns a new Interpreter for the same document.
func (in *Interpreter) sibling(s *shared) *Interpreter {
	return &Interpreter{
		doc: in.doc, limits: in.limits, layers: in.layers, spoken: in.spoken, outlines: in.outlines, shared: s,
		isUsed: map[*font.Font]bool{}, resources: map[int]*resources{},
		objects: map[int]*xobject{}, procs: map[*font.Font]*type3{}, patterns: map[int]*pattern{},
	}
}

// ForgetPrograms gives back the memory of all font programs, when the pages have been
// read. Pages that are read again show the same.
func (in *Interpreter) ForgetPrograms() {
	for _, f := range in.shared.fonts.byNumber {
		f.ForgetProgram()
	}
}

// WithoutMargins returns an Interpreter that leaves the white and transparent margins
// of images out of their boxes. This requires decoding them: only pages on which the
// margins matter are worth reading again so. Fonts that in has read are not.
func (in *Interpreter) WithoutMargins() *Interpreter {
	s := newShared(1)
	s.fonts = in.shared.fonts
	out := in.sibling(s)
	out.trimMargins = true
	return out
}

// Page interprets one page: its content streams and then the appearances of its
// printed annotations. What is wrong in the streams becomes Page.Damage; the
// error is a *pdf.LimitError when a cap is hit, or the context's. The Page is
// valid until the next call.
func (in *Interpreter) Page(ctx context.Context, p pdf.Page) (*Page, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &in.run
	r.reset(in, ctx, p)
	r.contents(p)
	annotations{r}.draw(p)
	r.canvas.judge()
	r.settle()
	in.checkFonts(r)
	in.trim()
	if r.err != nil {
		return nil, r.err
	}
	r.canvas.page.Damage = r.wrong
	r.canvas.page.Spoken = append(r.canvas.page.Spoken, r.canvas.described...)
	return &r.canvas.page, nil
}

// checkFonts ends the reading when a font could not be read within its caps.
func (in *Interpreter) checkFonts(r *run) {
	for _, f := range in.used {
		r.fail(f.Err())
	}
}

// contents reads the page's streams one after the other. A token ends with its
// stream, the graphics state lives on (7.8.2).
func (r *run) contents(p pdf.Page) {
	if p.Dict.Key("Contents").Len() > pdf.MaxContents {
		r.limit("pdf.MaxContents", pdf.MaxContents)
		return
	}
	for _, s := range p.Contents() {
		if r.err != nil {
			return
		}
		r.play(s, "a content stream cannot be decoded")
	}
	if len(r.stack) > 0 {
		r.damage("a graphics state is saved and never restored")
	}
}

// Caps on what is kept from page to page; beyond them it is read again.
const (
	maxKeptEntries = 4096
	maxKeptBytes   = 16 << 20
)

// trim lets go of what was kept when it has grown too large.
func (in *Interpreter) trim() {
	s := in.shared
	if max(len(in.resources), len(in.objects), len(in.patterns))*s.readers > maxKeptEntries || s.kept.Load() > maxKeptBytes {
		s.ordered() // a lone interpreter might have let go, and read again
	}
	if len(in.resources) > maxKeptEntries {
		clear(in.resources)
	}
	if max(len(in.objects), len(in.patterns)) > maxKeptEntries || in.kept > maxKeptBytes {
		clear(in.objects)
		clear(in.patterns)
		s.kept.Add(-int64(in.kept))
		in.kept = 0
	}
}

package check

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/dump"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// paper is what was seen in a file and measured.
type paper struct {
	doc       *pdf.Document
	limits    content.Limits
	dumped    bool // the sheets are written to a dump
	sheets    []*layout.Sheet
	seen      *dump.Paper // the sheets, and what else is known of the file
	authors   []string    // no dump holds them: they name people
	structure *structure.Structure
	facts     *measure.Facts
	graphics  []graphics // of each page; nil unless a sketch is requested
}

// uses are what a paper is used for besides its measures.
type uses struct{ sketch, dump bool }

func newPaper(doc *pdf.Document, limits content.Limits, by uses) *paper {
	p := &paper{doc: doc, limits: limits, dumped: by.dump, sheets: make([]*layout.Sheet, len(doc.Pages()))}
	if by.sketch {
		p.graphics = make([]graphics, len(doc.Pages()))
	}
	return p
}

// read interprets the pages and measures them.
func (p *paper) read(ctx context.Context) error {
	in := content.New(p.doc, p.limits)
	if p.graphics != nil {
		in.KeepOutlines()
	}
	if err := in.EachPage(ctx, p.keep); err != nil {
		return err
	}
	p.look()
	layout.ReadMisdrawn(p.sheets)
	if len(p.sheets) >= longPaper {
		in.ForgetPrograms()
		p.doc.Forget()
	}
	l, err := p.composeTrimmed(ctx, in.WithoutMargins())
	if err != nil {
		return err
	}
	if len(p.sheets) >= longPaper && !p.dumped {
		p.forgetRuns()
	}
	p.measure(l)
	return nil
}

// forgetRuns frees what the sheets hold besides their lines, which have runs of their
// own: no other step needs it.
func (p *paper) forgetRuns() {
	for _, s := range p.sheets {
		s.Runs, s.Clusters = nil, nil
	}
}

// look takes what the file itself says.
func (p *paper) look() {
	p.seen = &dump.Paper{Program: p.doc.Program(), Encrypted: p.doc.Encrypted(), Active: p.doc.Active(), Comments: p.doc.Comments(), Features: p.doc.Features(), Sheets: p.sheets}
	p.authors = p.doc.Authors()
}

// longPaper is how many pages a paper has that needs most of the memory it may take.
const longPaper = 200

// keep takes what is needed of page i, from 0.
func (p *paper) keep(i int, page *content.Page) {
	p.sheets[i] = layout.Read(page)
	if p.graphics != nil {
		p.graphics[i] = graphicsOf(page)
	}
}

// composeTrimmed lays the pages out. Those pages are read again, with the margins of their
// images left out, on which these matter; where that changes more than figures, all pages
// are laid out again. Pages from one on that hits a limit keep their first reading.
func (p *paper) composeTrimmed(ctx context.Context, in *content.Interpreter) (*layout.Layout, error) {
	l, err := layout.Compose(ctx, p.sheets)
	if err != nil {
		return nil, err
	}
	before := slices.Clone(p.sheets)
	var again []*layout.Sheet
	unsettled := l.Unsettled()
	for i, page := range p.doc.Pages() {
		if !unsettled[i] {
			continue
		}
		shown, err := in.Page(ctx, page)
		var limit *pdf.LimitError
		if errors.As(err, &limit) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", page.Number, err)
		}
		p.keep(i, shown)
		again = append(again, p.sheets[i])
	}
	layout.ReadMisdrawn(again)
	for i, sheet := range p.sheets {
		if sheet != before[i] && !l.Refigure(i, before[i], sheet) {
			return layout.Compose(ctx, p.sheets)
		}
	}
	return l, nil
}

// measure tells what the lines of a paper are, and takes its measures.
func (p *paper) measure(l *layout.Layout) {
	p.structure = structure.Of(l)
	if p.graphics == nil {
		p.structure.ForgetReasons() // which sketches tell
	}
	p.facts = measure.Measure(p.structure)
}

// addFileFacts adds to the measures what the file itself says.
func (p *paper) addFileFacts() {
	p.facts.Encrypted = p.seen.Encrypted
	p.facts.PDFVersion, p.facts.Linked, p.facts.Bookmarks = p.seen.Features.Version, p.seen.Features.Linked, p.seen.Features.Bookmarks
	for _, a := range p.seen.Active {
		if a.Name == pdf.JobOptions {
			p.facts.Settings = true
			continue
		}
		p.facts.Active = append(p.facts.Active, measure.Active(a))
	}
	for _, c := range p.seen.Comments {
		p.facts.Comments = append(p.facts.Comments, measure.Comment(c))
	}
	p.facts.Damage = append(p.facts.Damage, p.seen.Damage...)
}

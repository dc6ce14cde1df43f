package content

import (
	"context"
	"errors"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// budget is what may still be done for a page, and what has gone wrong. An error
// in err ends the reading: every loop looks at it.
type budget struct {
	ctx    context.Context
	limits *Limits
	shared *shared
	err    error
	wrong  []string // the page's damage

	operators, formCalls int
	glyphs, drawn        int // shown glyphs; drawings and images
	freeGlyphs           int // that may be shown without a look at the caps
	inlineBytes          int // gone through to find the ends of inline images
}

// limit ends the reading of the page: the named cap was hit.
func (b *budget) limit(name string, most int) {
	b.fail(&pdf.LimitError{Limit: name, Max: int64(most)})
}

// fail ends the reading with an error, if it is one and the first.
func (b *budget) fail(err error) {
	if err != nil && b.err == nil {
		b.err = err
	}
}

// maxDamage caps the list of damage of one page.
const maxDamage = 20

// damage notes what is wrong in the streams, each thing once.
func (b *budget) damage(message string) {
	if len(b.wrong) < maxDamage && !slices.Contains(b.wrong, message) {
		b.wrong = append(b.wrong, message)
	}
}

// complain notes that a stream cannot be decoded: as damage, except for a cap,
// which ends the reading.
func (b *budget) complain(err error, complaint string) {
	var limit *pdf.LimitError
	if !errors.As(err, &limit) {
		b.damage(complaint)
		return
	}
	b.fail(err)
}

// decode returns a stream's bytes; one that cannot be decoded is damage.
func (b *budget) decode(s pdf.Value, complaint string) []byte {
	data, err := s.Decode()
	if err != nil {
		b.complain(err, complaint)
		return nil
	}
	return data
}

// look ends the reading when the context has ended, or all is to be read again.
func (b *budget) look() {
	b.fail(b.ctx.Err())
	if b.shared.mixed.Load() {
		b.fail(errMixed)
	}
}

// contextEvery is how many operators or glyphs pass between two looks at the
// context.
const contextEvery = 1024

// countOperator counts an operator and looks at the caps and the context now and then.
func (b *budget) countOperator() {
	if b.operators++; b.operators%contextEvery == 0 {
		b.moreOperators()
	}
}

func (b *budget) moreOperators() {
	if most := b.limits.Operators; b.operators > most {
		b.limit("Operators", most)
	}
	if most := b.limits.DocumentOperators; int(b.shared.operators.Load())+b.operators > most {
		b.limit("DocumentOperators", most)
	}
	b.look()
}

// countGlyph counts a glyph, and reports whether it may be shown.
func (b *budget) countGlyph() bool {
	b.glyphs++
	return b.glyphs <= b.freeGlyphs || b.moreGlyphs()
}

// moreGlyphs looks at the caps on glyphs and at the context, and finds out up to which
// count of glyphs there is no need to look again.
func (b *budget) moreGlyphs() bool {
	n, l := b.glyphs, b.limits
	left := l.DocumentGlyphs - int(b.shared.glyphs.Load())
	switch {
	case n > l.Glyphs:
		b.limit("Glyphs", l.Glyphs)
	case n > left:
		b.limit("DocumentGlyphs", l.DocumentGlyphs)
	default:
		b.look()
	}
	b.freeGlyphs = min(n+contextEvery, l.Glyphs, left)
	return b.err == nil
}

// countMark counts a drawing or image.
func (b *budget) countMark() bool {
	b.drawn++
	if most := b.limits.Marks; b.drawn > most {
		b.limit("Marks", most)
	}
	return b.err == nil
}

// countInline counts bytes that were gone through and looks at their cap.
func (b *budget) countInline(n int) {
	b.inlineBytes += n
	if most := b.limits.InlineBytes; b.inlineBytes > most {
		b.limit("InlineBytes", most)
	}
}

// countForm counts a form, glyph or mask that so many others are around, and
// reports whether it may be carried out.
func (b *budget) countForm(around int) bool {
	b.formCalls++
	switch l := b.limits; {
	case b.formCalls > l.FormCalls:
		b.limit("FormCalls", l.FormCalls)
	case around >= l.Nesting:
		b.limit("Nesting", l.Nesting)
	default:
		return true
	}
	return false
}

// settle adds what the page took to the document's accounts. Readers of other pages
// may have shown glyphs meanwhile.
func (b *budget) settle() {
	b.shared.operators.Add(int64(b.operators))
	if most := b.limits.DocumentGlyphs; int(b.shared.glyphs.Add(int64(b.glyphs))) > most {
		b.limit("DocumentGlyphs", most)
	}
}

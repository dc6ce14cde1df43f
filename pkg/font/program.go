package font

import (
	"errors"

	"github.com/paperfit/paperfit/pkg/font/outline"
	"github.com/paperfit/paperfit/pkg/pdf"
)

// program is the embedded font program; Program is nil when there is none that
// can be read.
type program struct {
	outline.Program
	texts map[int]string // characters by glyph, from the cmap; nil until asked for
}

// outlines returns the embedded font program, parsed when it is first needed;
// nil when there is none that can be read.
func (f *Font) outlines() outline.Program {
	if f.program == nil {
		f.program = &program{Program: f.parseProgram()}
	}
	return f.program.Program
}

func (f *Font) parseProgram() outline.Program {
	if f.Kind == Type3 {
		return nil
	}
	data := f.decode(f.Descriptor.program())
	if len(data) == 0 {
		return nil
	}
	p, err := outline.Parse(data)
	if err != nil {
		f.failOutline(err)
		return nil
	}
	return p
}

// failOutline keeps a cap that a font program ran into. Other errors are damage
// of one glyph or program, for which there are fallbacks; so is a glyph that
// draws absurdly far away.
func (f *Font) failOutline(err error) {
	var limit *outline.LimitError
	if errors.As(err, &limit) && limit.Limit != "maxEms" {
		f.fail(&pdf.LimitError{Limit: "outline." + limit.Limit, Max: int64(limit.Max)})
	}
}

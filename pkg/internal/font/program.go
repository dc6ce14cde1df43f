package font

import (
	"errors"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/font/outline"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// program is the embedded font program; Program is nil when there is none that
// can be read.
type program struct {
	outline.Program
	boxes     map[int]geom.Rect // of glyphs that were requested
	texts     map[int]string    // characters by glyph, from the cmap; nil until requested
	wideTexts map[int]string    // the same for Chinese, Japanese and Korean
}

// usualSubset is a little more than the glyphs of most subsets.
const usualSubset = 100

// Box returns the ink box of a glyph, which is found once.
func (p *program) Box(gid int) (geom.Rect, error) {
	if box, ok := p.boxes[gid]; ok {
		return box, nil
	}
	box, err := p.Program.Box(gid)
	if err == nil {
		if p.boxes == nil { // a subset has about the glyphs that are shown
			p.boxes = make(map[int]geom.Rect, min(p.NumGlyphs(), usualSubset))
		}
		p.boxes[gid] = box
	}
	return box, err
}

// Loader loads the fonts of one document. Fonts that show the same program in
// other encodings, as in files put together from others, share it.
type Loader struct {
	// AtCap, if any, is called when a font is not read for what was read of others before:
	// which one that is depends on their order.
	AtCap func()

	mu       sync.Mutex        // guards all that fonts make when it is first requested
	programs map[int]*program  // by object number
	looked   looked            // of its fonts that have no names
	names    map[string]string // what glyph names stand for, as fonts have the same
}

// shared returns the program of a stream that another font has read.
func (l *Loader) shared(stream pdf.Value) *program {
	if stream.ObjectNumber() == 0 {
		return nil
	}
	return l.programs[stream.ObjectNumber()]
}

func (l *Loader) keep(stream pdf.Value, p *program) {
	if stream.ObjectNumber() == 0 {
		return
	}
	if l.programs == nil {
		l.programs = map[int]*program{}
	}
	l.programs[stream.ObjectNumber()] = p
}

// nameText is the function nameText for glyphs that are made, behind the lock.
func (l *Loader) nameText(name string) string {
	if len(name) <= 1 {
		return nameText(name)
	}
	text, known := l.names[name]
	if known {
		return text
	}
	text = nameText(name)
	if l.names == nil {
		l.names = map[string]string{}
	}
	if len(l.names) < maxKeptNames && len(name) <= maxGlyphNameSize {
		l.names[name] = text
	}
	return text
}

// outlines returns the embedded font program, parsed when it is first needed;
// nil when there is none that can be read.
func (f *Font) outlines() outline.Program {
	if f.program == nil {
		stream := f.Descriptor.program()
		if f.program = f.loader.shared(stream); f.program == nil {
			f.program = &program{Program: f.parseProgram(stream)}
			f.loader.keep(stream, f.program)
		}
	}
	if f.program.Program == nil {
		return nil
	}
	return f.program
}

// ForgetProgram gives back the memory of the font program: it is for when all pages have
// been read. What is needed again is parsed again.
func (f *Font) ForgetProgram() {
	if f.program == nil {
		return
	}
	f.Proportions() // which are told by the program
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	f.program, f.loader.programs = nil, nil
}

func (f *Font) parseProgram(stream pdf.Value) outline.Program {
	if f.Kind == Type3 || !stream.IsStream() {
		return nil
	}
	data, err := stream.DecodeOwn()
	if err != nil {
		f.fail(err)
	}
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

package font

import "github.com/paperfit/paperfit/pkg/internal/font/face"

// Look is what a font looks like.
type Look struct {
	FixedPitch, Bold, Italic bool
	Proportions              face.Proportions
}

// Described returns a font that is known by its description alone: it shows no
// glyphs.
func Described(name string, kind Kind, embedded bool, look Look) *Font {
	f := &Font{Name: name, Kind: kind, Embedded: embedded}
	f.style.once.Do(func() {
		f.style.fixedPitch, f.style.bold, f.style.italic = look.FixedPitch, look.Bold, look.Italic
	})
	f.proportions.once.Do(func() {
		if f.proportions.Proportions = look.Proportions; look.Proportions == (face.Proportions{}) {
			f.proportions.Proportions = face.Natural
		}
	})
	return f
}

package font

// Look is what a font looks like.
type Look struct{ FixedPitch, Bold, Italic bool }

// Described returns a font that is known by its description alone: it shows no
// glyphs.
func Described(name string, kind Kind, embedded bool, look Look) *Font {
	f := &Font{Name: name, Kind: kind, Embedded: embedded}
	f.style.once.Do(func() {
		f.style.fixedPitch, f.style.bold, f.style.italic = look.FixedPitch, look.Bold, look.Italic
	})
	return f
}

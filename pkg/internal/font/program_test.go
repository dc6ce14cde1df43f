package font

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// A program that was given back is read again for glyphs that are new, which are those
// of a font that kept it.
func TestForgottenProgramsAreReadAgain(t *testing.T) {
	programs := 0
	for _, path := range corpus(t) {
		eachFont(t, path, func(name string, dict pdf.Value) {
			f, kept := Load(dict), Load(dict)
			first, second := []byte("aa"), []byte("bb")
			f.Next(first)
			if f.program != nil && f.program.Program != nil {
				programs++
			}
			f.ForgetProgram()
			if f.program != nil || f.loader.programs != nil {
				t.Errorf("%s %s: the program is still there", path, name)
			}
			got, _ := f.Next(second)
			want, _ := kept.Next(second)
			if got.Text != want.Text || got.Advance != want.Advance || got.Box != want.Box || got.Source != want.Source {
				t.Errorf("%s %s: the glyph is %+v, want %+v", path, name, got, want)
			}
		})
	}
	if programs == 0 {
		t.Error("no font has a program")
	}
}

// The characters of so many names are kept, whatever a file has.
func TestKeptNames(t *testing.T) {
	l := new(Loader)
	for range 2 {
		for i := range 2 * maxKeptNames {
			if got, want := l.nameText(fmt.Sprintf("u%04X", 'A'+i)), string(rune('A'+i)); got != plainText([]rune(want)) {
				t.Fatalf("name %d is %q, want %q", i, got, want)
			}
		}
	}
	if len(l.names) != maxKeptNames {
		t.Errorf("%d names are kept", len(l.names))
	}
}

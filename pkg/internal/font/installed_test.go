package font

import (
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/font/outline"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// installedFonts returns the font files of the system, a sample unless the run is
// thorough.
func installedFonts(t *testing.T) []string {
	var files []string
	for _, root := range []string{"/usr/share/fonts", "/usr/share/texmf/fonts", "/usr/share/texlive/texmf-dist/fonts"} {
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && slices.Contains([]string{".pfb", ".otf", ".ttf"}, filepath.Ext(path)) {
				files = append(files, path)
			}
			return nil
		})
	}
	if len(files) < 100 {
		t.Skip("few fonts are installed")
	}
	return pdftest.Sample(t, files, 40)
}

// lettersOf returns the letters of a program by its cmap or names.
func lettersOf(p outline.Program) []face.Drawn {
	var out []face.Drawn
	for i := range face.Letters {
		name := face.Letters[i : i+1]
		gid, ok := p.ByRune(rune(name[0]))
		if !ok {
			gid, ok = p.ByName(name)
		}
		if box, err := p.Box(gid); ok && gid > 0 && err == nil && !box.IsEmpty() {
			out = append(out, face.Drawn{Letter: i, Height: box.Y1, Bottom: box.Y0})
		}
	}
	return out
}

// someOf returns the letters that a little text has, each with its frequency.
func someOf(all []face.Drawn, rng *rand.Rand) []face.Drawn {
	const text = "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummmwwffggyyppbbvkjxqzETAOINSHRDLCUM"
	used := map[byte]bool{}
	for range 8 + rng.Intn(60) {
		used[text[rng.Intn(len(text))]] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(d face.Drawn) bool { return !used[face.Letters[d.Letter]] })
}

// shuffled returns letters with the shapes of small ones in any order.
func shuffled(some, all []face.Drawn, rng *rand.Rand) []face.Drawn {
	small := slices.DeleteFunc(slices.Clone(all), func(d face.Drawn) bool { return face.Letters[d.Letter] < 'a' })
	rng.Shuffle(len(small), func(i, k int) { small[i], small[k] = small[k], small[i] })
	out := slices.Clone(some)
	for i := range out {
		shape := small[i%len(small)]
		out[i].Height, out[i].Bottom = shape.Height, shape.Bottom
	}
	return out
}

// The letters of installed fonts, all or those of a little text, have their shapes, but
// for fonts of symbols and other scripts; in any order they have not.
func TestShapesOfInstalledFonts(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	fonts, odd, tries, found := 0, 0, 0, 0
	for _, path := range installedFonts(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		p, err := outline.Parse(data)
		if err != nil {
			continue
		}
		all := lettersOf(p)
		if len(all) < len(face.Letters) {
			continue
		}
		fonts++
		some := someOf(all, rng)
		if wrong := face.Misdrawn(all) + face.Misdrawn(some); wrong != "" {
			odd++
			t.Logf("%s: %s", strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), wrong)
		}
		tries++
		if face.Misdrawn(shuffled(some, all, rng)) != "" {
			found++
		}
	}
	t.Logf("%d fonts: %d odd ones, %d of %d shuffled ones found", fonts, odd, found, tries)
	if float64(odd) > 0.02*float64(fonts) || float64(found) < 0.6*float64(tries) {
		t.Error("shapes tell no letters")
	}
}

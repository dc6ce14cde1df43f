package outline

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// afmGlyph is what an Adobe Font Metrics file says of a glyph, in thousandths.
type afmGlyph struct {
	code  int
	width float64
	box   geom.Rect
}

// fontRoots are where Debian keeps fonts of each kind, those of Type 1 with their
// metrics; in a thorough run, where it keeps all fonts.
var fontRoots = func() []string {
	if pdftest.Thorough {
		return []string{"/usr/share/fonts", "/usr/share/texmf/fonts", "/usr/share/texlive/texmf-dist/fonts"}
	}
	return []string{"/usr/share/fonts/opentype/urw-base35", "/usr/share/fonts/type1/urw-base35", "/usr/share/fonts/truetype/liberation"}
}()

// listFonts maps base names without extension to files with one of the extensions.
func listFonts(t testing.TB, extensions ...string) map[string]string {
	if testing.Short() {
		t.Skip("hundreds of installed fonts")
	}
	out := map[string]string{}
	for _, root := range fontRoots {
		filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			for _, ext := range extensions {
				if err == nil && !d.IsDir() && filepath.Ext(path) == ext && exists(path) {
					out[strings.TrimSuffix(filepath.Base(path), ext)] = path
				}
			}
			return nil
		})
	}
	if len(out) == 0 {
		t.Skipf("no %v files in %v", extensions, fontRoots)
	}
	return out
}

// exists reports whether a link leads to a file: packages link to fonts of others.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// readAFM reads the lines "C 65 ; WX 722 ; N A ; B 15 0 706 674 ;".
func readAFM(t testing.TB, path string) map[string]afmGlyph {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]afmGlyph{}
	for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
		var g afmGlyph
		name, boxed := "", false
		for field := range strings.SplitSeq(sc.Text(), ";") {
			w := strings.Fields(field)
			switch {
			case len(w) == 2 && w[0] == "C":
				g.code, _ = strconv.Atoi(w[1])
			case len(w) == 2 && w[0] == "WX":
				g.width, _ = strconv.ParseFloat(w[1], 64)
			case len(w) == 2 && w[0] == "N":
				name = w[1]
			case len(w) == 5 && w[0] == "B":
				n, _ := fmt.Sscan(strings.Join(w[1:], " "), &g.box.X0, &g.box.Y0, &g.box.X1, &g.box.Y1)
				boxed = n == 4
			}
		}
		if name != "" && boxed {
			out[name] = g
		}
	}
	return out
}

// off reports by how much a box in ems differs from one in thousandths, and 0 for
// blank glyphs, which AFM files give any box.
func off(got, want geom.Rect) float64 {
	if got.IsEmpty() && want.Area() == 0 {
		return 0
	}
	if got.IsEmpty() {
		return math.Inf(1)
	}
	got = geom.Scaling(1000, 1000).ApplyRect(got)
	return max(math.Abs(got.X0-want.X0), math.Abs(got.Y0-want.Y0), math.Abs(got.X1-want.X1), math.Abs(got.Y1-want.Y1))
}

// comparison counts glyphs by how their box is that of the metrics: to a unit,
// between the ink and the control points, neither but within two units, or none
// of these.
type comparison struct{ fonts, glyphs, exact, between, close, beyond, broken, widths, codes int }

// font compares the glyphs of a font. The second reader has the same outlines; it
// may be nil.
func (c *comparison) font(t *testing.T, path string, p Program, afm map[string]afmGlyph, points func(name string) geom.Rect) {
	c.fonts++
	shown := 0
	for name, want := range afm {
		gid, ok := p.ByName(name)
		if !ok {
			continue
		}
		c.glyphs++
		got, err := p.Box(gid)
		if err != nil {
			c.broken++ // cm-unicode: accented characters of accented ones
			continue
		}
		if w, ok := p.Advance(gid); !ok || math.Abs(w*1000-want.width) > 1 {
			c.widths++
		}
		if coded, ok := p.ByCode(byte(want.code)); want.code >= 0 && (!ok || p.Name(coded) != name) {
			c.codes++
		}
		d := off(got, want.box)
		switch got := geom.Scaling(1000, 1000).ApplyRect(got); {
		case d <= 1.01:
			c.exact++
		case want.box.Inset(-1.01).Covers(got) && points(name).Inset(-1.01).Covers(want.box):
			c.between++
		case d <= 2.01:
			c.close++
		default:
			c.beyond++
			if shown++; shown <= 2 {
				t.Logf("%s: %s: %.1f units: %v, AFM %v", path, name, d, got, want.box)
			}
		}
	}
}

// otherVersions marks fonts whose AFM file in Debian is of another version than
// the font; Ghostscript's bbox device gives our boxes for them.
func otherVersions(path string) bool {
	for _, dir := range []string{"/type1/adobe/", "/kpfonts/", "/ptserif/", "/epigrafica/", "/dictsym/"} {
		if strings.Contains(path, dir) {
			return true
		}
	}
	return false
}

// maxOracleFonts keeps the comparison short where all of TeX Live is installed.
const maxOracleFonts = 500

// sample returns some of the names, evenly.
func sample(fonts map[string]string) []string {
	names := slices.Sorted(maps.Keys(fonts))
	step := 1 + len(names)/maxOracleFonts
	var out []string
	for i := 0; i < len(names); i += step {
		out = append(out, names[i])
	}
	return out
}

// compareAFM compares the fonts of a kind with the metrics file of their name.
func compareAFM(t *testing.T, afms, fonts map[string]string) (c comparison) {
	for name, path := range fonts {
		if _, ok := afms[name]; !ok || otherVersions(path) {
			delete(fonts, name)
		}
	}
	outlines := openTypes(t)
	for _, name := range sample(fonts) {
		path, afm := fonts[name], afms[name]
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse(data)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		c.font(t, path, p, readAFM(t, afm), pointsOf(t, outlines[strings.ToLower(name)]))
	}
	t.Logf("%+v", c)
	return c
}

// openTypes maps the names of the installed OpenType fonts, in small letters, to
// their files.
func openTypes(t testing.TB) map[string]string {
	out := map[string]string{}
	for base, path := range listFonts(t, ".otf") {
		out[strings.ToLower(base)] = path
	}
	return out
}

// pointsOf returns the box of a glyph's points, control points included, in
// thousandths; it is empty where there is no such OpenType font.
func pointsOf(t *testing.T, path string) func(name string) geom.Rect {
	none := func(string) geom.Rect { return geom.Empty() }
	data, err := os.ReadFile(path)
	if err != nil {
		return none
	}
	p, err := Parse(data)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return none
	}
	reader, err := newSecondReader(data)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return none
	}
	return func(name string) geom.Rect {
		gid, ok := p.ByName(name)
		if !ok {
			return geom.Empty()
		}
		_, points, err := reader.outline(gid)
		if err != nil {
			t.Errorf("%s: %s: %v", path, name, err)
		}
		return geom.Scaling(1000, 1000).ApplyRect(reader.inEms(points))
	}
}

// enough asserts that nearly all boxes are those of the metrics. Metrics that were
// made from control points are larger than the ink where a curve has no point at
// its extremum: the box stated is between the two then, and so it is with few
// glyphs. The rest was looked at: metrics made by hand.
func (c comparison) enough(t *testing.T) {
	t.Helper()
	if c.fonts == 0 {
		t.Skip("no fonts with metrics")
	}
	if share := float64(c.exact) / float64(c.glyphs); share < .98 {
		t.Errorf("only %.2f %% of the boxes are within one unit", 100*share)
	}
	if share := float64(c.exact+c.between) / float64(c.glyphs); share < .99 {
		t.Errorf("only %.2f %% of the boxes are within one unit or between ink and control points", 100*share)
	}
	if share := float64(c.beyond) / float64(c.glyphs); share > .003 {
		t.Errorf("%.2f %% of the boxes are off by more than two units", 100*share)
	}
	if c.broken*10000 > c.glyphs {
		t.Errorf("%d of %d glyphs are broken", c.broken, c.glyphs)
	}
	if c.widths*1000 > c.glyphs {
		t.Errorf("%d of %d widths differ", c.widths, c.glyphs)
	}
}

func TestType1AgainstAFM(t *testing.T) {
	compareAFM(t, listFonts(t, ".afm"), listFonts(t, ".pfb", ".pfa", ".t1")).enough(t)
}

// TestOpenTypeAgainstAFM compares CFF outlines with the metrics of the Type 1
// fonts of the same name.
func TestOpenTypeAgainstAFM(t *testing.T) {
	afms := map[string]string{}
	for _, path := range listFonts(t, ".afm") {
		afms[afmFontName(t, path)] = path
	}
	compareAFM(t, afms, openTypes(t)).enough(t)
}

func afmFontName(t testing.TB, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(data[:min(4096, len(data))], []byte("\nFontName "))
	name, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.ToLower(strings.TrimSpace(string(name)))
}

// TestTrueTypeHeaderBoxes computes the boxes of whole fonts from their points,
// composites included: the ink is within the box of the glyph's header, and that
// within the box of all points, control points and anchors included. With most
// glyphs, which have a point at each extremum, the three are one. Headers that were
// made from on-curve points alone are smaller than the ink: poppler and MuPDF ink
// what we compute.
func TestTrueTypeHeaderBoxes(t *testing.T) {
	var c headerComparison
	fonts := listFonts(t, ".ttf")
	for _, name := range sample(fonts) {
		path := fonts[name]
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse(data)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		c.font(p.(*sfnt))
	}
	t.Logf("%+v", c)
	// How many headers count points that draw nothing depends on the fonts that are installed.
	if 2*c.exact < c.glyphs || c.exact+c.between < c.glyphs-c.glyphs/1000 {
		t.Error("the boxes of too many glyphs are not those of their headers")
	}
}

// headerComparison counts glyphs as comparison does.
type headerComparison struct{ glyphs, exact, between, smaller, larger int }

func (c *headerComparison) font(f *sfnt) {
	const rounding = -1.01 // of scaled components
	em := geom.Scaling(f.unitsPerEm, f.unitsPerEm)
	for gid := range f.NumGlyphs() {
		d, err := f.glyph(gid)
		if err != nil || len(d) == 0 {
			continue
		}
		c.glyphs++
		header := headerBox(d)
		ink, err := f.pointsBox(gid, geom.Scaling(1/f.unitsPerEm, 1/f.unitsPerEm))
		ink = em.ApplyRect(ink)
		switch all := allPoints(f, gid); {
		case err != nil || !header.Inset(rounding).Covers(ink):
			c.smaller++
		case ink.IsEmpty() || ink.Inset(rounding).Covers(header):
			c.exact++
		case all.Inset(rounding).Covers(header):
			c.between++
		default:
			c.larger++
		}
	}
}

// allPoints returns the box of a glyph's points, also of those that draw nothing.
func allPoints(f *sfnt, gid int) geom.Rect {
	r := glyfReader{font: f}
	f.budget.start()
	if r.load(gid, 0) != nil {
		return geom.Empty()
	}
	box := geom.Empty()
	for _, p := range r.points {
		box = box.Union(geom.Rect{X0: p.x, Y0: p.y, X1: p.x, Y1: p.y})
	}
	return box
}

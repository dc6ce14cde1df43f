package content

import (
	"github.com/paperfit/paperfit/pkg/pdf"
)

// colorSpace turns the components of a colour into how it looks (8.6), far
// enough to know light from dark. It is shared and does not change.
type colorSpace struct {
	family family
	n      int         // components
	base   *colorSpace // of Indexed, Separation and DeviceN
	table  []byte      // Indexed
	bounds []float64   // Lab: the Range of a* and b*
	tint   []function  // Separation and DeviceN → base
	none   bool        // Separation None
}

type family uint8

const (
	familyGray family = iota
	familyRGB
	familyCMYK
	familyLab
	familyIndexed
	familyTint // Separation and DeviceN
	familyPattern
)

var (
	deviceGray   = &colorSpace{family: familyGray, n: 1}
	deviceRGB    = &colorSpace{family: familyRGB, n: 3}
	deviceCMYK   = &colorSpace{family: familyCMYK, n: 4}
	patternSpace = &colorSpace{family: familyPattern}
)

// Caps on colour spaces.
const (
	maxComponents = 32 // 8.6.6.5 and annex C.2
	maxSpaceDepth = 6  // spaces based on spaces
)

// initial returns the colour that a space begins with (8.6.8).
func (cs *colorSpace) initial() paint {
	comps := make([]float64, cs.n, maxComponents)
	switch cs.family {
	case familyTint:
		for i := range comps {
			comps[i] = 1
		}
	case familyCMYK:
		comps[3] = 1
	}
	return cs.paint(comps)
}

func (cs *colorSpace) paint(comps []float64) paint {
	return paint{space: cs, color: cs.color(comps), none: cs.none}
}

// color returns how components look; components that are missing count as 0.
func (cs *colorSpace) color(comps []float64) color {
	var c [4]float64
	copy(c[:], comps)
	switch cs.family {
	case familyGray:
		return gray(c[0])
	case familyRGB:
		return rgb(c[0], c[1], c[2])
	case familyCMYK:
		return cmyk(c[0], c[1], c[2], c[3])
	case familyLab:
		return lab(c[0], clamp(c[1], cs.bounds[0], cs.bounds[1]), clamp(c[2], cs.bounds[2], cs.bounds[3]))
	case familyIndexed:
		return cs.indexed(c[0])
	case familyTint:
		return cs.tinted(comps)
	}
	return color{}
}

func (cs *colorSpace) indexed(index float64) color {
	n := cs.base.n
	i := whole(index, 0, 255) * n
	if n == 0 || i+n > len(cs.table) {
		return color{}
	}
	var comps [maxComponents]float64
	for k := range n {
		comps[k] = cs.base.decode(k, float64(cs.table[i+k])/255)
	}
	return cs.base.color(comps[:n])
}

// decode maps 0 to 1 to the range of a component.
func (cs *colorSpace) decode(k int, x float64) float64 {
	switch {
	case cs.family == familyLab && k == 0:
		return 100 * x
	case cs.family == familyLab:
		return cs.bounds[2*k-2] + x*(cs.bounds[2*k-1]-cs.bounds[2*k-2])
	}
	return x
}

// tinted evaluates the tint transform. Where it cannot be evaluated, no ink is
// white and full ink is dark.
func (cs *colorSpace) tinted(tints []float64) color {
	if out, ok := evaluate(cs.tint, tints); ok && len(out) >= cs.base.n {
		return cs.base.color(out)
	}
	ink := 0.0
	for _, t := range tints {
		ink = max(ink, t)
	}
	return gray(1 - ink)
}

// whole cuts x to a whole number between lo and hi; what is no number is lo.
func whole(x float64, lo, hi int) int {
	switch {
	case x >= float64(hi):
		return hi
	case x > float64(lo):
		return int(x)
	}
	return lo
}

func clamp(x, lo, hi float64) float64 { return max(lo, min(x, hi)) }

// spaceNamed returns the colour space of a name: a device space, Pattern, or a
// resource. One that is missing counts as gray.
func (r *run) spaceNamed(name []byte) *colorSpace { return r.spaceNamedAt(name, 0) }

// spaceNamedAt is spaceNamed for a space that others are based on.
func (r *run) spaceNamedAt(name []byte, depth int) *colorSpace {
	if cs := deviceSpace(string(name)); cs != nil {
		return cs
	}
	if top := r.innermost(); top != nil {
		if cs := top.spaces[string(name)]; cs != nil {
			return cs
		}
	}
	v, res := r.find("ColorSpace", name)
	if res == nil {
		r.damage("a colour space is missing")
		return deviceGray
	}
	cs := res.spaces[string(name)]
	if cs == nil {
		cs = r.readSpace(v, depth)
		res.spaces[string(name)] = cs
	}
	return cs
}

// deviceSpace returns the space that a name alone stands for, by its
// abbreviations of inline images too (table 92), or nil.
func deviceSpace(name string) *colorSpace {
	switch name {
	case "DeviceGray", "CalGray", "G":
		return deviceGray
	case "DeviceRGB", "CalRGB", "RGB":
		return deviceRGB
	case "DeviceCMYK", "CMYK":
		return deviceCMYK
	case "Pattern":
		return patternSpace
	}
	return nil
}

// readSpace reads a colour space; one that cannot be understood counts as gray.
func (r *run) readSpace(v pdf.Value, depth int) *colorSpace {
	if depth > maxSpaceDepth {
		r.damage("a colour space is based on itself, or on too many others (limit maxSpaceDepth)")
		return deviceGray
	}
	name := v.Name()
	if v.IsArray() {
		name = v.Index(0).Name()
	}
	if cs := deviceSpace(name); cs != nil {
		return cs
	}
	if v.IsName() {
		r.in.shared.ordered() // it is kept, and the name may mean another one elsewhere
		return r.spaceNamedAt([]byte(name), depth+1)
	}
	switch name {
	case "Lab":
		return readLab(v.Index(1))
	case "ICCBased":
		return r.readICC(v.Index(1), depth)
	case "Indexed", "I":
		return r.readIndexed(v, depth)
	case "Separation", "DeviceN":
		return r.readTint(v, depth)
	}
	return deviceGray
}

func readLab(dict pdf.Value) *colorSpace {
	bounds := dict.Key("Range").Numbers()
	if len(bounds) != 4 {
		bounds = []float64{-100, 100, -100, 100}
	}
	return &colorSpace{family: familyLab, n: 3, bounds: bounds}
}

// readICC goes by the number of components; by the alternate space when the
// file does not say (8.6.5.5).
func (r *run) readICC(profile pdf.Value, depth int) *colorSpace {
	if alt := profile.Key("Alternate"); alt.Index(0).Name() == "Lab" {
		return r.readSpace(alt, depth+1)
	}
	switch profile.Key("N").Int() {
	case 1:
		return deviceGray
	case 3:
		return deviceRGB
	case 4:
		return deviceCMYK
	}
	return r.readSpace(profile.Key("Alternate"), depth+1)
}

func (r *run) readIndexed(v pdf.Value, depth int) *colorSpace {
	cs := &colorSpace{family: familyIndexed, n: 1, base: r.readSpace(v.Index(1), depth+1)}
	table := v.Index(3)
	cs.table = table.Bytes()
	if table.IsStream() {
		cs.table = r.decode(table, "a colour table cannot be decoded")
	}
	cs.table = cs.table[:min(len(cs.table), 256*maxComponents)]
	return cs
}

func (r *run) readTint(v pdf.Value, depth int) *colorSpace {
	cs := &colorSpace{family: familyTint, n: 1, base: r.readSpace(v.Index(2), depth+1)}
	if names := v.Index(1); names.IsArray() {
		cs.n = min(max(1, names.Len()), maxComponents)
	} else {
		cs.none = names.Name() == "None"
	}
	cs.tint = r.readFunctions(v.Index(3))
	return cs
}

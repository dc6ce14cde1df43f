package color

import "github.com/paperfit/paperfit/pkg/internal/geom"

// Space turns the components of a colour into how it looks (8.6), far
// enough to know light from dark. It is shared and does not change.
type Space struct {
	family family
	n      int        // components
	base   *Space     // of Indexed, Separation and DeviceN, and of patterns without colours
	table  []byte     // Indexed
	bounds []float64  // Lab: the Range of a* and b*
	tint   []function // Separation and DeviceN → base
	none   bool       // Separation None
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

// The spaces that need no description.
var (
	DeviceGray   = &Space{family: familyGray, n: 1}
	DeviceRGB    = &Space{family: familyRGB, n: 3}
	DeviceCMYK   = &Space{family: familyCMYK, n: 4}
	patternSpace = &Space{family: familyPattern}
)

// Caps on colour spaces.
const (
	MaxComponents = 32 // 8.6.6.5 and annex C.2
	maxSpaceDepth = 6  // spaces based on spaces
)

// Components returns how many components a colour of the space has.
func (cs *Space) Components() int { return cs.n }

// IsIndexed reports whether the component of a colour is an index.
func (cs *Space) IsIndexed() bool { return cs.family == familyIndexed }

// IsPattern reports whether colours of the space are patterns.
func (cs *Space) IsPattern() bool { return cs.family == familyPattern }

// IsNone reports whether colours of the space paint nothing (8.6.6.4).
func (cs *Space) IsNone() bool { return cs.none }

// HasTable reports whether an Indexed space knows its colours.
func (cs *Space) HasTable() bool { return cs.table != nil }

// Unlisted returns an Indexed space whose table is not known.
func Unlisted() *Space { return &Space{family: familyIndexed, n: 1, base: DeviceGray} }

// Initial returns the components that a space begins with (8.6.8).
func (cs *Space) Initial() []float64 {
	comps := make([]float64, cs.n, MaxComponents)
	switch cs.family {
	case familyTint:
		for i := range comps {
			comps[i] = 1
		}
	case familyCMYK:
		comps[3] = 1
	}
	return comps
}

// Color returns how components look; components that are missing count as 0.
func (cs *Space) Color(comps []float64) Color {
	var c [4]float64
	copy(c[:], comps)
	switch cs.family {
	case familyGray:
		return Gray(c[0])
	case familyRGB:
		return RGB(c[0], c[1], c[2])
	case familyCMYK:
		return CMYK(c[0], c[1], c[2], c[3])
	case familyLab:
		return lab(c[0], geom.Clamp(c[1], cs.bounds[0], cs.bounds[1]), geom.Clamp(c[2], cs.bounds[2], cs.bounds[3]))
	case familyIndexed:
		return cs.indexed(c[0])
	case familyTint:
		return cs.tinted(comps)
	case familyPattern:
		if cs.base != nil && len(comps) >= max(1, cs.base.n) {
			return cs.base.Color(comps)
		}
	}
	return Color{}
}

func (cs *Space) indexed(index float64) Color {
	n := cs.base.n
	i := geom.Whole(index, 0, 255) * n
	if n == 0 || i+n > len(cs.table) {
		return Color{}
	}
	var comps [MaxComponents]float64
	for k := range n {
		comps[k] = cs.base.Decode(k, float64(cs.table[i+k])/255)
	}
	return cs.base.Color(comps[:n])
}

// Decode maps 0 to 1 to the range of a component.
func (cs *Space) Decode(k int, x float64) float64 {
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
func (cs *Space) tinted(tints []float64) Color {
	if out, ok := evaluate(cs.tint, tints); ok && len(out) >= cs.base.n {
		return cs.base.Color(out)
	}
	ink := 0.0
	for _, t := range tints {
		ink = max(ink, t)
	}
	return Gray(1 - ink)
}

// Device returns the space that a name alone stands for, by its
// abbreviations of inline images too (table 92), or nil.
func Device(name string) *Space {
	switch name {
	case "DeviceGray", "CalGray", "G":
		return DeviceGray
	case "DeviceRGB", "CalRGB", "RGB":
		return DeviceRGB
	case "DeviceCMYK", "CMYK":
		return DeviceCMYK
	case "Pattern":
		return patternSpace
	}
	return nil
}

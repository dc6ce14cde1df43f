package color

import "math"

// Blend is a blend mode (11.3.5). The zero value is Normal.
type Blend uint8

// The blend modes that are told apart by name alone; Unread stands for one that is
// not known.
const (
	Normal Blend = iota
	Unread
	firstBlend
)

// blends are the modes from firstBlend on: what a channel of the ground b and of
// the source s make together, 0 to 1. Those without a function mix all channels.
var blends = [...]struct {
	name string
	mix  func(b, s float64) float64
}{
	{"Multiply", multiply},
	{"Screen", screen},
	{"Overlay", func(b, s float64) float64 { return hardLight(s, b) }},
	{"Darken", func(b, s float64) float64 { return min(b, s) }},
	{"Lighten", func(b, s float64) float64 { return max(b, s) }},
	{"ColorDodge", colorDodge},
	{"ColorBurn", func(b, s float64) float64 { return 1 - colorDodge(1-b, 1-s) }},
	{"HardLight", hardLight},
	{"SoftLight", softLight},
	{"Difference", func(b, s float64) float64 { return math.Abs(b - s) }},
	{"Exclusion", func(b, s float64) float64 { return b + s - 2*b*s }},
	{"Hue", nil},
	{"Saturation", nil},
	{"Color", nil},
	{"Luminosity", nil},
}

// BlendOf returns the blend mode of a name; Compatible is Normal.
func BlendOf(name string) Blend {
	switch name {
	case "", "Normal", "Compatible":
		return Normal
	}
	for i := range blends {
		if blends[i].name == name {
			return firstBlend + Blend(i)
		}
	}
	return Normal // as viewers do with what they do not know (11.6.3)
}

// On returns the colour that c in a blend mode makes of an opaque ground with an
// opacity (11.3.6): unknown where the mode is, or a colour that matters.
func (c Color) On(ground Color, mode Blend, alpha float64) Color {
	if mode == Normal {
		return c.Over(ground, alpha)
	}
	if mode < firstBlend || !c.Known || !ground.Known {
		return Color{}
	}
	mix := blends[mode-firstBlend].mix
	if mix == nil {
		return c.tint(ground, blends[mode-firstBlend].name).Over(ground, alpha)
	}
	part := func(b, s uint8) float64 { return mix(float64(b)/255, float64(s)/255) }
	return RGB(part(ground.R, c.R), part(ground.G, c.G), part(ground.B, c.B)).Over(ground, alpha)
}

func multiply(b, s float64) float64 { return b * s }

func screen(b, s float64) float64 { return b + s - b*s }

func hardLight(b, s float64) float64 {
	if s <= 0.5 {
		return multiply(b, 2*s)
	}
	return screen(b, 2*s-1)
}

func colorDodge(b, s float64) float64 {
	switch {
	case b == 0:
		return 0
	case b >= 1-s:
		return 1
	}
	return b / (1 - s)
}

func softLight(b, s float64) float64 {
	if s <= 0.5 {
		return b - (1-2*s)*b*(1-b)
	}
	d := math.Sqrt(b)
	if b <= 0.25 {
		d = ((16*b-12)*b + 4) * b
	}
	return b + (2*s-1)*(d-b)
}

// tint blends in a mode that mixes all channels, by lightness alone: the tone of a
// grey ground stays grey whatever the hue, and a known lightness tells light from
// dark.
func (c Color) tint(ground Color, mode string) Color {
	if mode == "Luminosity" {
		return Gray(c.Luminosity())
	}
	if ground.R == ground.G && ground.G == ground.B && (mode != "Color" || ground.R == 0 || ground.R == 255) {
		return ground // neither hue nor saturation of what has none; no colour in black and white
	}
	return Color{}
}

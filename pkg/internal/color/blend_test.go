package color

import "testing"

// What each blend mode makes of white, black and grey on white, black and red.
func TestBlendModes(t *testing.T) {
	red, gray := Color{255, 0, 0, true}, Gray(0.5)
	for _, c := range []struct {
		mode              string
		ink, ground, want Color
	}{
		{"Normal", White, Black, White},
		{"Multiply", White, red, red},
		{"Multiply", Black, red, Black},
		{"Multiply", gray, White, gray},
		{"Screen", Black, red, red},
		{"Screen", Black, White, White},
		{"Screen", White, Black, White},
		{"Overlay", gray, White, White},
		{"Darken", White, red, red},
		{"Lighten", Black, White, White},
		{"ColorDodge", Black, red, red},
		{"ColorBurn", White, gray, gray},
		{"ColorBurn", Black, White, White},
		{"HardLight", gray, red, red},
		{"HardLight", White, red, White},
		{"SoftLight", gray, red, red},
		{"SoftLight", Black, White, White},
		{"Difference", Black, red, red},
		{"Difference", White, White, Black},
		{"Exclusion", Black, gray, gray},
		{"Hue", red, White, White},
		{"Saturation", red, gray, gray},
		{"Color", red, White, White},
		{"Color", Black, gray, Color{}},
		{"Luminosity", Black, White, Black},
		{"Luminosity", White, Black, White},
		{"Hue", red, Color{0, 0, 255, true}, Color{}},
		{"Nonsense", White, Black, White},
	} {
		got := c.ink.On(c.ground, BlendOf(c.mode), 1)
		if got.Known != c.want.Known || got.Known && got.distance(c.want) > 2 {
			t.Errorf("%s of %v on %v is %v, want %v", c.mode, c.ink, c.ground, got, c.want)
		}
	}
	if got := Black.On(White, BlendOf("Multiply"), 0.5); !got.Same(gray) {
		t.Errorf("half of black multiplied is %v", got)
	}
	if got := White.On(White, Unread, 1); got.Known {
		t.Errorf("an unknown mode makes %v", got)
	}
}

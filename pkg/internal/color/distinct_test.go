package color

import (
	"fmt"
	"testing"
)

// hex returns the colour of "ffffd9".
func hex(s string) Color {
	c := Color{Known: true}
	fmt.Sscanf(s, "%02x%02x%02x", &c.R, &c.G, &c.B)
	return c
}

// What can be told from its ground needs contrast or colour, one is enough.
func TestSame(t *testing.T) {
	for _, c := range []struct {
		ink, ground string
		want        bool
	}{
		{"ffffff", "ffffff", true},
		{"f5f5f5", "ffffff", true},  // contrast 1.09
		{"f0f0f0", "ffffff", false}, // 1.15
		{"ffffd9", "ffffff", true},  // contrast 1.02, ΔE 19
		{"ffff99", "ffffff", false}, // ΔE 51
		{"ffff00", "ffffff", false}, // ΔE 97
		{"eeffff", "ffffff", true},
		{"00ffff", "bebebe", false}, // far apart in colour
		{"000000", "000000", true},
		{"0a0a0a", "000000", true},
		{"202020", "000000", false},
		{"000080", "000000", false},
		{"ff0000", "ff0000", true},
		{"ff0000", "fa0505", true},
		{"ff0000", "00ff00", false},
		{"808080", "7c7c7c", true},
		{"808080", "707070", false},
	} {
		ink, ground := hex(c.ink), hex(c.ground)
		if ink.Same(ground) != c.want || ground.Same(ink) != c.want {
			t.Errorf("%s on %s: the same is %t (contrast %.3f, distance %.1f)", c.ink, c.ground, !c.want, ink.contrast(ground), ink.distance(ground))
		}
		if c.ground == "ffffff" && ink.IsLight() != c.want {
			t.Errorf("%s is light: %t", c.ink, !c.want)
		}
	}
	if (Color{}).Same(Color{}) || White.Same(Color{}) || (Color{R: 255, G: 255, B: 255}).IsLight() {
		t.Error("an unknown colour is the same as another")
	}
}

// IsLight passes over colours that lack green, and no other.
func TestIsLightAgreesWithSame(t *testing.T) {
	for r := 0; r < 256; r += 3 {
		for g := 200; g < 256; g++ {
			for b := 0; b < 256; b += 5 {
				if c := (Color{uint8(r), uint8(g), uint8(b), true}); c.IsLight() != c.Same(White) {
					t.Fatalf("%v is light: %t", c, c.IsLight())
				}
			}
		}
	}
}

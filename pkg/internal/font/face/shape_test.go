package face

import "testing"

// plain returns letters of a plain design: x .45 em high, ascenders .68, capitals .66,
// descenders .21 deep.
func plain(letters string) []Drawn {
	var out []Drawn
	for i := range Letters {
		c := Letters[i]
		if !has(letters, c) {
			continue
		}
		d := Drawn{Letter: i, Height: .45}
		switch {
		case c <= 'Z':
			d.Height = .66
		case has("bdfhkl", c):
			d.Height = .68
		case has("it", c):
			d.Height = .6
		case has("gpqyj", c):
			d.Bottom = -.21
		}
		out = append(out, d)
	}
	return out
}

func has(s string, c byte) bool {
	for i := range len(s) {
		if s[i] == c {
			return true
		}
	}
	return false
}

// inTurn gives each of the letters the shape of the one that is so many further.
func inTurn(all []Drawn, by int) []Drawn {
	out := append([]Drawn(nil), all...)
	for i := range out {
		from := all[(i+by)%len(all)]
		out[i].Height, out[i].Bottom = from.Height, from.Bottom
	}
	return out
}

// each changes the shapes of some letters.
func each(all []Drawn, which string, change func(i int, d *Drawn)) []Drawn {
	out := append([]Drawn(nil), all...)
	for i := range out {
		if has(which, Letters[out[i].Letter]) {
			change(i, &out[i])
		}
	}
	return out
}

const (
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	small    = "abcdefghijklmnopqrstuvwxyz"
)

// Letters with the shapes of others are found, where a font's letters have two levels.
func TestMisdrawn(t *testing.T) {
	low := func(_ int, d *Drawn) { d.Height, d.Bottom = .45, 0 }
	tall := func(_ int, d *Drawn) { d.Height, d.Bottom = .68, 0 }
	raised := func(_ int, d *Drawn) { d.Height, d.Bottom = d.Height+.4, d.Bottom+.4 }
	scattered := func(i int, d *Drawn) { d.Height = .3 + .2*float64(i%4) }
	unicase := func(_ int, d *Drawn) { d.Height = .45 + (d.Height-.45)*.1 }
	tail := func(_ int, d *Drawn) { d.Bottom = -.21 }
	lowered := func(_ int, d *Drawn) { d.Bottom -= .05 }
	round := func(_ int, d *Drawn) { d.Bottom -= .015 }
	for name, c := range map[string]struct {
		letters []Drawn
		want    bool
	}{
		"as designed":                     {plain(Letters), false},
		"small letters alone":             {plain(small), false},
		"few letters":                     {plain("aehn"), false},
		"in turn":                         {inTurn(plain(small), 7), true},
		"with capitals":                   {append(plain(capitals), inTurn(plain(small), 7)...), true},
		"four of many":                    {each(plain(small), "aemo", tall), false},
		"four of some":                    {each(plain("aemobdhknrsu"), "aemo", tall), true},
		"three of some":                   {each(plain("aemobdhknr"), "aem", tall), false},
		"descenders left out":             {each(plain("acegpqybdh"), "gpqy", low), false},
		"and letters like x with some":    {each(each(plain("acegpqybdh"), "gpqy", low), "ac", tail), true},
		"one level":                       {each(inTurn(plain(small), 7), small, unicase), false},
		"many levels":                     {each(inTurn(plain(small), 7), small, scattered), false},
		"raised":                          {each(inTurn(plain(small), 7), small, raised), false},
		"below the baseline":              {each(each(plain(Letters), Letters, lowered), "acdeosu", round), false},
		"in turn, below the baseline":     {each(inTurn(plain(small), 7), small, lowered), true},
		"letters drawn in either way":     {each(plain(small), "fijt", tail), false},
		"a tail of z":                     {each(each(plain("aemobdhknrsz"), "aem", tall), "z", tail), false},
		"capitals alone":                  {plain(capitals), false},
		"capitals and small capitals":     {each(plain(capitals), "ABCDEFGHKLM", low), false},
		"capitals drawn as small letters": {each(each(plain(capitals), "ABCDEFGHKLM", low), "NOP", func(_ int, d *Drawn) { d.Height, d.Bottom = .45, -.21 }), true},
		"small letters for sounds":        {append(each(plain(capitals), "ACEGIKMNORSTUVWX", low), plain(small)...), false},
		"small capitals beside":           {append(each(plain(small), small, low), plain(small)...), false},
		"small capitals before":           {append(plain(small), each(plain(small), small, low)...), false},
		"swashes behind":                  {append(plain(small), each(plain("aemnorsu"), "aemnorsu", tall)...), false},
		"swashes of capitals":             {append(each(plain(capitals), capitals, tail), plain(small)...), false},
		"nothing":                         {nil, false},
	} {
		if got := Misdrawn(c.letters); got != "" != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := Misdrawn(each(plain("aemobdhknrsu"), "aemo", tall)); got != "aemo" {
		t.Errorf("the letters are %q", got)
	}
}

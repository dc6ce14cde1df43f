package layout

import (
	"fmt"
	"math"
	"sort"

	"github.com/paperfit/paperfit/pkg/internal/font"
)

// sizeBin is the width in points of the bins in which type sizes are counted.
const sizeBin = 0.1

// sizeCount counts characters by size of type. Those of the last size are counted apart:
// most lines and runs are in the same size as the one before.
type sizeCount struct {
	chars     map[int]int // by bin
	size      float64     // the last one
	bin, last int
}

func (c *sizeCount) add(size float64, chars int) {
	if size != c.size {
		c.size = size
		if bin := int(math.Round(size / sizeBin)); bin != c.bin {
			c.settle()
			c.bin = bin
		}
	}
	c.last += chars
}

// settle adds the characters of the last size to the others.
func (c *sizeCount) settle() {
	if c.chars == nil {
		c.chars = map[int]int{}
	}
	c.chars[c.bin] += c.last
	c.last = 0
}

// mode returns the size with the most characters, 0 when nothing was counted.
// Of equals the larger wins. Neighbouring bins count together.
func (c *sizeCount) mode() float64 {
	c.settle()
	best, most := 0, 0
	for bin, n := range c.chars {
		if n += (c.chars[bin-1] + c.chars[bin+1]) / 2; n > most || n == most && bin > best {
			best, most = bin, n
		}
	}
	return float64(best) * sizeBin
}

// sameSize reports whether two sizes of type look alike.
func sameSize(a, b float64) bool { return math.Abs(a-b) <= 0.03*max(a, b) }

// sameFont reports whether two fonts are the same to a reader: files that were
// put together from others hold a font several times.
func sameFont(a, b *font.Font) bool {
	return a == b || a != nil && b != nil && a.Name != "" && a.Name == b.Name
}

// dominantFont returns the font with the most characters at about size.
func dominantFont(lines []*Line, size float64) *font.Font {
	type count struct {
		font  *font.Font
		chars int
	}
	var counts []count
	index := map[string]int{}
	var last *font.Font // that of most runs is that of the one before
	at := 0
	for _, l := range lines {
		for i := range l.Runs {
			r := &l.Runs[i]
			if !sameSize(r.Size, size) {
				continue
			}
			if r.Font != last {
				key, known := nameOf(r.Font), false
				if at, known = index[key]; !known {
					at = len(counts)
					index[key] = at
					counts = append(counts, count{font: r.Font})
				}
				last = r.Font
			}
			counts[at].chars += r.Chars
		}
	}
	var best count
	for _, c := range counts {
		if c.chars > best.chars {
			best = c
		}
	}
	return best.font
}

// nameOf returns a font's name, or one that no other has.
func nameOf(f *font.Font) string {
	if f.Name == "" {
		return fmt.Sprintf("%p", f)
	}
	return f.Name
}

// meanSize returns the mean size of the runs within half a point of size,
// weighted by characters: the exact size behind a bin.
func meanSize(lines []*Line, size float64) float64 {
	sum, n := 0.0, 0
	for _, l := range lines {
		for i := range l.Runs {
			if r := &l.Runs[i]; math.Abs(r.Size-size) <= 1.5*sizeBin {
				sum += r.Size * float64(r.Chars)
				n += r.Chars
			}
		}
	}
	if n == 0 {
		return size
	}
	return sum / float64(n)
}

// median returns the middle of xs, 0 when there are none. It sorts xs.
func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	sort.Float64s(xs)
	return xs[len(xs)/2]
}

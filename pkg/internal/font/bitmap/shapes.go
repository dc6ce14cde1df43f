package bitmap

import (
	_ "embed" // the table
	"math"
	"math/bits"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run ./internal/gen -out shapes.txt /usr/share/texmf/fonts/opentype/public/lm

// table is made from font programs: how dark the parts of each letter are.
//
//go:embed shapes.txt
var table string

// side is how many parts a letter's height and width have, and darkest the darkness of
// one that is all ink.
const (
	side    = 8
	cells   = side * side
	darkest = 9
)

// grid is how dark the parts of a letter are, from the first row.
type grid [cells]uint8

// shape is a letter of a face, in ems.
type shape struct {
	text          string
	pieces        int // that do not touch: an i has two
	advance       float64
	width, height float64  // of its ink
	ratio         float64  // logarithm of width over height
	left, bottom  float64  // of its ink, from the reference point
	tones         [2]tones // of its parts, and of two of them together
}

// tones say how dark parts are by the number of bits that each has set: of two letters,
// as many bits differ as their parts are darker or lighter.
type tones [cells * darkest / 64]uint64

// tones returns those of parts, or of some together that are beside each other.
func (g *grid) tones(together int) (out tones) {
	for i := 0; i < cells; i += together {
		dark := 0
		for _, d := range g[i : i+together] {
			dark += int(d)
		}
		ones, at := uint64(1)<<dark-1, i*darkest
		out[at/64] |= ones << (at % 64)
		if next := at/64 + 1; next < len(out) {
			out[next] |= ones >> (64 - at%64)
		}
	}
	return out
}

// off returns how far two letters' parts are off, in the mean.
func (t *tones) off(of *tones) float64 {
	n := 0
	for i := range t {
		n += bits.OnesCount64(t[i] ^ of[i])
	}
	return float64(n) / (cells * darkest)
}

// known are the letters of the table, which is read when it is first needed.
var known = sync.OnceValue(func() []shape {
	out := make([]shape, 0, strings.Count(table, "\n"))
	for row := range strings.Lines(table) {
		if s, ok := readShape(strings.Fields(row)); ok {
			out = append(out, s)
		}
	}
	return out
})

// readShape reads a row of the table: the text, the pieces, five measures in 1/1000 em,
// and the grid.
func readShape(row []string) (s shape, ok bool) {
	const fields = 8
	if len(row) != fields || len(row[fields-1]) != cells {
		return s, false
	}
	s.text = row[0]
	pieces, err := strconv.Atoi(row[1])
	if err != nil {
		return s, false
	}
	s.pieces = pieces
	for i, to := range [...]*float64{&s.advance, &s.width, &s.height, &s.left, &s.bottom} {
		n, err := strconv.Atoi(row[i+2])
		if err != nil {
			return s, false
		}
		*to = float64(n) / 1000
	}
	s.ratio = math.Log(s.width / s.height)
	var g grid
	for i := range g {
		g[i] = min(row[fields-1][i]-'0', darkest)
	}
	s.tones = [...]tones{g.tones(1), g.tones(2)}
	return s, true
}

// grid returns how dark the parts of a bitmap are.
func (b *Bitmap) grid() (g grid) {
	var dark [cells]int // in 1/64 of a pixel: the parts of both sides are counted in eighths
	for _, r := range b.runs {
		for j := r.row * side / b.Height; j*b.Height < (r.row+1)*side; j++ {
			high := shared(r.row, r.row+1, j, b.Height)
			for i := r.from * side / b.Width; i*b.Width < r.to*side; i++ {
				dark[j*side+i] += high * shared(r.from, r.to, i, b.Width)
			}
		}
	}
	all := b.Width * b.Height
	for i, d := range dark {
		g[i] = uint8((2*darkest*d + all) / (2 * all))
	}
	return g
}

// shared returns how much of the pixels between two places is in a part of a side, in
// eighths of a pixel.
func shared(from, to, part, size int) int {
	return min(to*side, (part+1)*size) - max(from*side, part*size)
}

// Pieces counts the parts of the ink that do not touch, not even at corners.
func (b *Bitmap) Pieces() (n int) {
	same := make([]int, len(b.runs)) // another run of the same piece; one of each has itself
	find := func(i int) int {
		for same[i] != i {
			same[i] = same[same[i]]
			i = same[i]
		}
		return i
	}
	above := 0 // the first run that this one and those behind it may touch
	for i, r := range b.runs {
		same[i] = i
		n++
		for a := b.runs[above]; a.row < r.row-1 || a.row == r.row-1 && a.to < r.from; a = b.runs[above] {
			above++
		}
		for k := above; b.runs[k].row < r.row && b.runs[k].from <= r.to; k++ {
			if one, other := find(k), find(i); one != other {
				same[other] = one
				n--
			}
		}
	}
	return n
}

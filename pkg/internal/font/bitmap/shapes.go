package bitmap

import (
	_ "embed" // the table
	"math"
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
	width, height float64 // of its ink
	ratio         float64 // logarithm of width over height
	left, bottom  float64 // of its ink, from the reference point
	grid          grid
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
	for i := range s.grid {
		s.grid[i] = row[fields-1][i] - '0'
	}
	return s, true
}

// gridOf returns how dark the parts of a picture are, whose pixels are from 0 to 1.
func gridOf(width, height int, at func(x, y int) float64) (g grid) {
	var across [side]struct{ from, to float64 }
	for i := range across {
		across[i].from, across[i].to = span(i, width)
	}
	for i := range g {
		x0, x1 := across[i%side].from, across[i%side].to
		y0, y1 := span(i/side, height)
		dark := 0.0
		for y := int(y0); y < height && float64(y) < y1; y++ {
			row := 0.0
			for x := int(x0); x < width && float64(x) < x1; x++ {
				if pixel := at(x, y); pixel > 0 {
					row += pixel * shared(x, x0, x1)
				}
			}
			dark += row * shared(y, y0, y1)
		}
		g[i] = uint8(darkest*dark/((x1-x0)*(y1-y0)) + 0.5)
	}
	return g
}

// span returns where a part begins and ends.
func span(i, size int) (from, to float64) {
	return float64(i*size) / side, float64((i+1)*size) / side
}

// shared returns how much of pixel i is between two places.
func shared(i int, from, to float64) float64 {
	return min(float64(i+1), to) - max(float64(i), from)
}

// Grid returns the row of the table for a picture's darkness, for the generator.
func Grid(width, height int, at func(x, y int) float64) string {
	g := gridOf(width, height, at)
	for i := range g {
		g[i] += '0'
	}
	return string(g[:])
}

// Pieces counts the parts of a picture's ink that do not touch, not even at corners. Its
// rows tell which pixels have ink.
func Pieces(width, height int, inked func(y int) []bool) (n int) {
	above, row := make([]int, width+2), make([]int, width+2) // the piece of each pixel, with a blank at both ends; 0: none
	same := []int{0}                                         // pieces that turned out to be part of others
	find := func(piece int) int {
		for same[piece] != piece {
			piece = same[piece]
		}
		return piece
	}
	for y := range height {
		for x, isInk := range inked(y) {
			row[x+1] = 0
			if !isInk {
				continue
			}
			for _, of := range [...]int{row[x], above[x], above[x+1], above[x+2]} {
				switch {
				case of == 0:
				case row[x+1] == 0:
					row[x+1] = find(of)
				default:
					same[find(of)] = row[x+1]
					row[x+1] = find(row[x+1])
				}
			}
			if row[x+1] == 0 {
				row[x+1] = len(same)
				same = append(same, len(same))
			}
		}
		above, row = row, above
	}
	for piece, of := range same {
		if piece > 0 && piece == of {
			n++
		}
	}
	return n
}

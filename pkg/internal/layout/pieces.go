package layout

import "math"

// Piece is a part of a line without wide gaps, such as a cell of a table.
type Piece struct {
	X0, X1 float64 // extent by advances
	Text   string
}

// pieceGap is the gap in ems that parts a line into pieces: no justified line
// has it.
const pieceGap = 1.5

// Pieces parts an upright line at its wide gaps.
func (l *Line) Pieces() []Piece {
	var out []Piece
	begin, end := 0, math.Inf(-1)
	for i := range l.Runs {
		if r := &l.Runs[i]; i > begin && r.X0-end > pieceGap*l.Style.Size {
			out = append(out, l.piece(l.Runs[begin:i]))
			begin = i
		}
		end = max(end, l.Runs[i].X1)
	}
	return append(out, l.piece(l.Runs[begin:]))
}

func (l *Line) piece(runs []Run) Piece {
	out := Piece{X0: math.Inf(1), X1: math.Inf(-1), Text: l.textOf(runs)}
	for i := range runs {
		out.X0, out.X1 = min(out.X0, runs[i].X0), max(out.X1, runs[i].X1)
	}
	return out
}

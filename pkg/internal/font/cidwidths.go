package font

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// cidWidths holds the horizontal advances of CIDs in text space (9.7.4.3).
type cidWidths struct {
	byCID []float32 // from CID 0 on; what W does not give is usual
	usual float64   // DW
}

// of returns the advance of a CID; of an unknown one (-1) the usual one.
func (w *cidWidths) of(cid int) float64 {
	if cid >= 0 && cid < len(w.byCID) {
		return float64(w.byCID[cid]) * perMille
	}
	return w.usual * perMille
}

// readWidths reads DW and W: "c [w1 w2 …]" and "first last w".
func (f *Font) readWidths(d pdf.Value) cidWidths {
	w := cidWidths{usual: d.Key("DW").NumberOr(1000)}
	left := f.walkCIDArray(d.Key("W"), 1, func(cid int, v []float64) { w.set(cid, v[0]) })
	if left == 0 {
		f.limit("maxWidths", maxWidths)
	}
	return w
}

func (w *cidWidths) set(cid int, v float64) {
	for len(w.byCID) <= cid {
		w.byCID = append(w.byCID, float32(w.usual))
	}
	w.byCID[cid] = float32(v)
}

// walkCIDArray calls set for each CID of a W or W2 array, whose entries have
// size numbers for each CID, and returns how many calls of maxWidths are left.
func (f *Font) walkCIDArray(a pdf.Value, size int, set func(cid int, v []float64)) (left int) {
	left = maxWidths
	n := a.Len()
	for i := 0; i+1 < n && left > 0; {
		first, second := a.Index(i).Int(), a.Index(i+1)
		if second.IsArray() {
			left = eachCID(second, first, size, left, set)
			i += 2
			continue
		}
		if i+1+size >= n {
			break
		}
		v := make([]float64, size)
		for k := range v {
			v[k] = a.Index(i + 2 + k).NumberOr(0)
		}
		last := min(second.Int(), maxCID)
		for cid := max(first, 0); cid <= last && left > 0; cid++ {
			set(cid, v)
			left--
		}
		i += 2 + size
	}
	return left
}

// eachCID sets successive CIDs from the inner array of "c [ … ]".
func eachCID(list pdf.Value, first, size, left int, set func(cid int, v []float64)) int {
	v := list.Numbers()
	for cid := first; len(v) >= size && left > 0 && cid <= maxCID; cid++ {
		if cid >= 0 {
			set(cid, v)
		}
		v = v[size:]
		left--
	}
	return left
}

// cidVerticals holds the vertical metrics of CIDs, in thousandths of an em.
type cidVerticals struct {
	byCID         map[int]vertical
	originY, down float64 // DW2
}

// vertical is an entry of W2: the advance w1y and the position vector v.
type vertical struct{ w1y, vx, vy float64 }

// of returns a CID's vertical advance (negative: down) and position vector; the
// default vector is in the middle of the horizontal width.
func (c *cidVerticals) of(cid int, width float64) (advance float64, origin geom.Point) {
	if v, ok := c.byCID[cid]; ok {
		return v.w1y * perMille, geom.Point{X: v.vx * perMille, Y: v.vy * perMille}
	}
	return c.down * perMille, geom.Point{X: width / 2, Y: c.originY * perMille}
}

// readVerticals reads DW2 and W2 (9.7.4.3).
func (f *Font) readVerticals(d pdf.Value) cidVerticals {
	c := cidVerticals{byCID: map[int]vertical{}, originY: 880, down: -1000}
	if v := d.Key("DW2").Numbers(); len(v) >= 2 {
		c.originY, c.down = v[0], v[1]
	}
	left := f.walkCIDArray(d.Key("W2"), 3, func(cid int, v []float64) {
		c.byCID[cid] = vertical{v[0], v[1], v[2]}
	})
	if left == 0 {
		f.limit("maxWidths", maxWidths)
	}
	return c
}

package content

import (
	"bytes"
	"image"
	"image/jpeg"
	"io"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// trim describes what the white and transparent margins of an image leave of it.
type trim struct {
	looked bool
	known  bool      // the samples could be read
	ink    geom.Rect // in the unit square; empty when there is nothing to see
}

// Caps on looking into images for their margins. A page set at 300 samples an
// inch has eight million.
const (
	maxTrimPixels = 12 << 20 // of one image
	maxTrimTotal  = 64 << 20 // of the document
)

// trimImage finds an image's margins, once.
func (r images) trimImage(x *xobject) {
	t := &x.image.trim
	if t.looked {
		return
	}
	t.looked = true
	ink, ok := r.inkOf(x)
	if ok && !x.image.stencil {
		ink, ok = r.withinMask(x, ink)
	}
	t.known, t.ink = ok, ink
}

// inkOf returns the part of an image, in the unit square, that its samples paint
// in another colour than white. One of a single colour is not decoded for it.
func (r images) inkOf(x *xobject) (geom.Rect, bool) {
	if c := r.uniform(x); c.Known {
		return allOrNone(!c.IsLight()), true
	}
	m, ok := r.raster(x.value)
	if !ok {
		return geom.Rect{}, false
	}
	defer m.close()
	if x.image.stencil {
		return m.stencilInk()
	}
	return m.colorInk(r.names.readSpace(x.value.Key("ColorSpace")))
}

// allOrNone returns the unit square, or nothing of it.
func allOrNone(all bool) geom.Rect {
	if all {
		return unitSquare
	}
	return geom.Empty()
}

// stencilInk returns the part of an image mask that paints.
func (m *raster) stencilInk() (geom.Rect, bool) {
	return m.ink(func(comps []float64) bool { return comps[0] >= 0.5 })
}

// colorInk returns the part of an image that is not white; ok is false where the
// samples do not fit the colour space, or are too few.
func (m *raster) colorInk(cs *color.Space) (ink geom.Rect, ok bool) {
	if cs.Components() != m.n {
		return geom.Rect{}, false
	}
	m.indexed = cs.IsIndexed() && len(m.decode) == 0
	if len(m.decode) == 0 && !m.indexed {
		return m.ink(func(comps []float64) bool {
			for k := range comps {
				comps[k] = cs.Decode(k, comps[k])
			}
			return cs.Color(comps).IsLight()
		})
	}
	return m.ink(func(comps []float64) bool { return cs.Color(comps).IsLight() })
}

// withinMask cuts the ink to what a soft mask (11.6.5.2) or an explicit one
// (8.9.6.3) lets be seen. Colour keys leave the ink as it is.
func (r images) withinMask(x *xobject, ink geom.Rect) (geom.Rect, bool) {
	v := x.value
	mask, unseen := v.Key("SMask"), func(comps []float64) bool { return comps[0] <= minAlpha }
	if mask.IsStream() && !x.image.cutout { // of one opacity
		return ink.Intersect(allOrNone(x.image.veil > minAlpha)), true
	}
	if !mask.IsStream() {
		mask, unseen = v.Key("Mask"), func(comps []float64) bool { return comps[0] >= 0.5 }
	}
	if !mask.IsStream() {
		return ink, v.Key("SMaskInData").Int() == 0
	}
	m, ok := r.raster(mask)
	if !ok {
		return geom.Rect{}, false
	}
	defer m.close()
	if m.n != 1 {
		return geom.Rect{}, false
	}
	seen, ok := m.ink(unseen)
	return ink.Intersect(seen), ok
}

// raster is the samples of an image, which are read row by row.
type raster struct {
	width, height int
	n             int       // components of a pixel
	top           float64   // the largest sample
	decode        []float64 // the Decode array; empty for the usual one
	indexed       bool      // samples are taken as they are

	source io.Reader                    // of the rows
	next   func() (again bool, _ error) // begins a row; again: it repeats the one before
	at     func(x int) []uint16         // the samples of a pixel in the row, valid until the next call
	// repeats counts the pixels of the row that follow one and repeat it; nil where that
	// takes no less time than to look at each. Before counts those before one that it repeats.
	repeats, before func(x int) int
}

// raster begins to read the samples of an image; ok is false when there are too many,
// or they are encoded in a way that is not read. It has to be closed.
func (r images) raster(v pdf.Value) (m *raster, ok bool) {
	w, h := v.Key("Width").Int(), v.Key("Height").Int()
	if w <= 0 || h <= 0 || w > maxTrimPixels/h {
		return nil, false
	}
	if r.in.trimmed += w * h; r.in.trimmed > maxTrimTotal {
		return nil, false
	}
	samples, encoding, err := v.Samples()
	if err != nil {
		return nil, false
	}
	m = &raster{width: w, height: h, decode: v.Key("Decode").Numbers(), source: samples}
	switch encoding {
	case "":
		ok = r.bare(m, v)
	case "DCTDecode":
		ok = m.jpeg()
	}
	if ok = ok && (len(m.decode) == 0 || len(m.decode) == 2*m.n); !ok {
		m.close()
	}
	return m, ok
}

func (m *raster) close() {
	if samples, ok := m.source.(*pdf.Reader); ok {
		samples.Close()
	}
}

// bare takes samples that stand one after the other (8.9.5.2).
func (r images) bare(m *raster, v pdf.Value) bool {
	bits := v.Key("BitsPerComponent").Int()
	m.n = 1
	if v.Key("ImageMask").Bool() {
		bits = 1
	} else if cs := v.Key("ColorSpace"); !cs.IsNull() {
		m.n = r.names.readSpace(cs).Components()
	}
	return m.lay(bits)
}

// lay takes the samples of m.n components, row by row.
func (m *raster) lay(bits int) bool {
	if bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16 || m.n < 1 {
		return false
	}
	m.top = float64(uint(1)<<bits - 1)
	pixel := make([]uint16, m.n)
	size := (m.width*m.n*bits + 7) / 8
	row, before := make([]byte, 0, size), make([]byte, 0, size)
	m.next = func() (again bool, err error) {
		row, before = before[:size], row
		_, err = io.ReadFull(m.source, row)
		return bytes.Equal(row, before), err
	}
	m.at = func(x int) []uint16 {
		for k := range pixel {
			pixel[k] = sampleAt(row, x*m.n+k, bits)
		}
		return pixel
	}
	if bits == 8 {
		m.repeats = func(x int) int { return repeatsAfter(row, m.n, x) }
		m.before = func(x int) int { return repeatsBefore(row, m.n, x) }
	}
	return true
}

// repeatStep is how many samples are compared at once where a row may repeat a pixel.
const repeatStep = 64

// repeatsAfter counts the pixels of n bytes that follow pixel x of a row and repeat it.
func repeatsAfter(row []byte, n, x int) int {
	i := (x + 1) * n
	for i+repeatStep <= len(row) && bytes.Equal(row[i:i+repeatStep], row[i-n:i-n+repeatStep]) {
		i += repeatStep
	}
	for i < len(row) && row[i] == row[i-n] {
		i++
	}
	return i/n - 1 - x
}

// repeatsBefore counts those before pixel x that it repeats.
func repeatsBefore(row []byte, n, x int) int {
	i := (x + 1) * n // from here on to there, each byte repeats the one n before
	for i-repeatStep >= n && bytes.Equal(row[i-repeatStep:i], row[i-n-repeatStep:i-n]) {
		i -= repeatStep
	}
	for i > n && row[i-1] == row[i-1-n] {
		i--
	}
	return x + 1 - (i+n-1)/n
}

// sampleAt returns sample i of a row.
func sampleAt(row []byte, i, bits int) uint16 {
	switch bits {
	case 8:
		return uint16(row[i])
	case 16:
		return uint16(row[2*i])<<8 | uint16(row[2*i+1])
	}
	at := i * bits
	return uint16(row[at/8]>>(8-bits-at%8)) & (1<<bits - 1)
}

// jpeg takes the samples of a JPEG file.
func (m *raster) jpeg() bool {
	data, err := io.ReadAll(m.source)
	if err != nil {
		return false
	}
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width <= 0 || c.Height <= 0 || c.Width > maxTrimPixels/c.Height {
		return false
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return false
	}
	m.width, m.height, m.top = c.Width, c.Height, 255
	return m.picture(img)
}

// picture takes the samples of a decoded file.
func (m *raster) picture(img image.Image) bool {
	y := -1
	m.next = func() (again bool, _ error) {
		y++
		return false, nil
	}
	var pixel [4]uint16
	set := func(comps ...uint8) []uint16 {
		for k, c := range comps {
			pixel[k] = uint16(c)
		}
		return pixel[:len(comps)]
	}
	switch img := img.(type) {
	case *image.Gray:
		m.n = 1
		m.at = func(x int) []uint16 { return set(img.GrayAt(x, y).Y) }
	case *image.CMYK: // which the package turns over
		m.n = 4
		m.at = func(x int) []uint16 {
			c := img.CMYKAt(x, y)
			return set(255-c.C, 255-c.M, 255-c.Y, 255-c.K)
		}
	case *image.YCbCr:
		m.n = 3
		m.at = func(x int) []uint16 {
			r, g, b, _ := img.YCbCrAt(x, y).RGBA()
			return set(uint8(r>>8), uint8(g>>8), uint8(b>>8))
		}
	case *image.RGBA:
		m.n = 3
		m.at = func(x int) []uint16 {
			c := img.RGBAAt(x, y)
			return set(c.R, c.G, c.B)
		}
	default:
		return false
	}
	return true
}

// ink returns the box, in the unit square, of the pixels that are not blank; ok is
// false where there are too few. It looks at the margins and, in each row, no further
// than to the first pixel that is not blank.
func (m *raster) ink(blank func(comps []float64) bool) (box geom.Rect, ok bool) {
	seen := m.seen(blank)
	x0, x1, y0, y1 := m.width, 0, m.height, 0
	inked := false // the row has ink
	for y := range m.height {
		again, err := m.next()
		if err != nil {
			return geom.Rect{}, false
		}
		if !again {
			first := m.first(seen)
			inked = first < m.width
			x0 = min(x0, first)
			for x := m.width - 1; inked && x >= x1; x-- {
				if seen(x) {
					x1 = x + 1
				} else if m.before != nil {
					x -= m.before(x)
				}
			}
		}
		if inked {
			y0, y1 = min(y0, y), y+1
		}
	}
	if _, err := io.Copy(io.Discard, m.source); err != nil {
		return geom.Rect{}, false
	}
	if y1 == 0 {
		return geom.Empty(), true
	}
	w, h := float64(m.width), float64(m.height)
	return geom.Rect{X0: float64(x0) / w, X1: float64(x1) / w, Y0: 1 - float64(y1)/h, Y1: 1 - float64(y0)/h}, true
}

// first returns the first pixel of the row that is seen, or the width.
func (m *raster) first(seen func(x int) bool) int {
	for x := 0; x < m.width; x++ {
		if seen(x) {
			return x
		}
		if m.repeats != nil {
			x += m.repeats(x)
		}
	}
	return m.width
}

// seen returns a function that reports whether a pixel is not blank. It judges
// the same samples once: margins are of one colour.
func (m *raster) seen(blank func(comps []float64) bool) func(x int) bool {
	last := make([]uint16, m.n)
	comps := make([]float64, m.n)
	var result, judged bool
	return func(x int) bool {
		pixel := m.at(x)
		same := judged
		for k, v := range pixel {
			same = same && last[k] == v
		}
		if same {
			return result
		}
		copy(last, pixel)
		for k, v := range pixel {
			comps[k] = m.component(k, v)
		}
		judged, result = true, !blank(comps)
		return result
	}
}

// component turns a sample into a component by the Decode array, or into 0 to 1.
func (m *raster) component(k int, sample uint16) float64 {
	switch {
	case m.indexed:
		return float64(sample)
	case len(m.decode) > 0:
		return m.decode[2*k] + float64(sample)/m.top*(m.decode[2*k+1]-m.decode[2*k])
	}
	return float64(sample) / m.top
}

package content

import (
	"bytes"
	"io"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// imageObject is what an image says of itself (8.9.5).
type imageObject struct {
	width, height int
	stencil       bool        // an image mask: paints in the fill colour
	solid         bool        // an image mask that paints all of its square
	cutout        bool        // a mask or soft mask leaves parts of it out
	veil          float64     // the opacity of a soft mask that has only one; else 1
	looked        bool        // uniform is known
	uniform       color.Color // the one colour of all its samples, when it has only one
	trim          trim        // what the margins leave of it
}

func readImage(v pdf.Value) imageObject {
	mask := v.Key("Mask")
	return imageObject{
		veil:  1,
		width: v.Key("Width").Int(), height: v.Key("Height").Int(),
		stencil: v.Key("ImageMask").Bool(),
		cutout:  v.Key("SMask").IsStream() || mask.IsStream() || mask.IsArray() || v.Key("SMaskInData").Int() != 0,
	}
}

// unitSquare is where images are in user space (8.9.5.1).
var unitSquare = geom.Rect{X1: 1, Y1: 1}

// drawImage paints an image; uniform is its one colour, if it is known to have
// only one.
func (c *canvas) drawImage(x *imageObject, uniform color.Color) {
	s := &c.st
	if !s.ctm.Finite() || !c.countMark() {
		return
	}
	ink := paint{color: uniform}
	if x.stencil {
		ink = s.fill
	}
	box := s.ctm.ApplyRect(unitSquare)
	whole := box.Intersect(s.window)
	if x.trim.known {
		box = s.ctm.ApplyRect(x.trim.ink)
	}
	alpha := s.alpha * s.groupAlpha * x.veil
	out := Image{
		Box: box.Intersect(s.window), Width: x.width, Height: x.height,
		Light:  ink.color.Over(color.White, alpha).IsLight() || x.trim.known && x.trim.ink.IsEmpty(),
		Hidden: c.hides(ink, alpha), Loose: s.loose, Form: c.form, Trimmed: x.trim.known,
	}
	if out.Hidden == Visible && out.Box.IsEmpty() {
		out.Hidden = c.outside(box)
	}
	if out.Hidden != Visible {
		out.Box = box
	}
	if c.measured(out.Hidden, out.Box, ink.color, alpha) {
		return
	}
	if out.Hidden == Visible && c.paintLetters(out.Box, ink.color, alpha) {
		return
	}
	c.order++
	out.Order = c.order
	c.page.Images = append(c.page.Images, out)
	if out.Hidden == Visible {
		c.clips.show(c.st.within)
		c.overImage(x, ink, whole)
	}
}

// overImage notes the area of an image. One without a mask is opaque whatever
// its colours are.
func (c *canvas) overImage(x *imageObject, ink paint, box geom.Rect) {
	a := sight.Area{Box: box, Vague: x.stencil && !x.solid || x.cutout || !c.st.ctm.Axial()}
	c.over(a, ink, c.st.alpha*x.veil, !x.stencil)
}

// Caps on looking into images for a single colour: only those are decoded that
// are small, or packed so tightly that they can hardly show anything.
const (
	maxLookBytes  = 1 << 16 // decoded bytes of an image that is always looked at
	maxLookPacked = 8 << 20 // decoded bytes of one that is packed tightly
	tightPacking  = 100     // decoded bytes to a packed one
	maxLookTotal  = 32 << 20
)

// images inspects the samples of images.
type images struct{ *run }

// uniform returns the one colour of an image XObject's samples.
func (r images) uniform(x *xobject) color.Color {
	m := &x.image
	if m.looked {
		return m.uniform
	}
	m.looked = true
	if m.stencil {
		hole := r.sole(x.value, color.DeviceGray, 1)
		m.solid = hole.Known && hole == color.Black
		return color.Color{}
	}
	if mask := x.value.Key("SMask"); mask.IsStream() {
		if veil := r.sole(mask, color.DeviceGray, mask.Key("BitsPerComponent").Int()); veil.Known {
			m.veil, m.cutout = veil.Luminosity(), false
		}
		if m.veil <= minAlpha {
			return color.Color{} // nobody sees which
		}
	}
	m.uniform = r.sole(x.value, r.names.readSpace(x.value.Key("ColorSpace")), x.value.Key("BitsPerComponent").Int())
	return m.uniform
}

// sole returns the one colour of an image's samples.
func (r images) sole(v pdf.Value, cs *color.Space, bits int) color.Color {
	width, height := v.Key("Width").Int(), v.Key("Height").Int()
	size := sampleBytes(width, height, cs.Components(), bits)
	packed := v.Key("Length").Int()
	if size <= 0 || size > maxLookBytes && (size > maxLookPacked || packed*tightPacking > size) || v.Key("Decode").Len() > 0 {
		return color.Color{}
	}
	if r.in.shared.looked.Add(int64(size)) > maxLookTotal {
		r.in.shared.ordered()
		return color.Color{}
	}
	samples, err := v.OpenPicture()
	if err != nil {
		return color.Color{} // an encoded image, or a broken one
	}
	defer samples.Close()
	return oneColor(cs, bits, samples, size)
}

// sampleBytes returns how many bytes the samples of an image take (8.9.5.2), or
// 0 when the numbers make no sense.
func sampleBytes(width, height, components, bits int) int {
	const most = 1 << 20
	if width <= 0 || height <= 0 || width > most || height > most || components <= 0 || bits <= 0 || bits > 16 {
		return 0
	}
	return height * ((width*components*bits + 7) / 8)
}

// oneColor returns the colour of an image whose samples, of size bytes, are all
// alike. Bits that fill up the rows are left out of account only where all bytes
// agree. Of most images no more is read than their first colours.
func oneColor(cs *color.Space, bits int, samples io.Reader, size int) color.Color {
	n := cs.Components()
	if bits != 8 {
		n = 1 // all bytes alike: all samples 0 or all full, whatever their depth
	}
	first, ok := repeated(samples, n, size)
	if !ok || bits != 8 && first[0] != 0 && first[0] != 255 {
		return color.Color{}
	}
	comps := make([]float64, cs.Components())
	for k := range comps {
		raw := first[min(k, n-1)]
		comps[k] = cs.Decode(k, float64(raw)/255)
		if cs.IsIndexed() {
			comps[k] = float64(int(raw) & (1<<min(bits, 8) - 1))
		}
	}
	return cs.Color(comps)
}

// pieceSize is how many bytes of an image are compared at once.
const pieceSize = 4 << 10

// repeated returns the first n of size bytes, if the others repeat them and none
// is missing.
func repeated(r io.Reader, n, size int) (first []byte, ok bool) {
	piece := make([]byte, n+pieceSize) // the n bytes before those that are read, and these
	if _, err := io.ReadFull(r, piece[:n]); err != nil {
		return nil, false
	}
	first = bytes.Clone(piece[:n])
	for left := size - n; left > 0; {
		got, err := r.Read(piece[n : n+min(left, pieceSize)])
		if !bytes.Equal(piece[n:n+got], piece[:got]) {
			return nil, false
		}
		copy(piece, piece[got:got+n])
		if left -= got; err != nil && left > 0 {
			return nil, false
		}
	}
	return first, size >= n
}

package synctex

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

const (
	maxBytes  = 128 << 20 // unpacked; a book of a thousand pages has some 30 MB
	maxLine   = 64 << 10
	maxInputs = 20_000
	maxNodes  = 400_000 // of the pages that are asked for, which have some thousands each

	pointSP = 65781.76 // scaled points of TeX in a point of PDF (1/72 in)
)

// Errors of files that cannot be used.
var (
	ErrNoSyncTeX = errors.New("it is not a SyncTeX file")
	ErrTooLarge  = errors.New("it is too large")
	ErrTruncated = errors.New("it ends too early")
)

// Read reads a SyncTeX file, packed by gzip or not, and keeps the records of the pages
// that are wanted, counted from 1. What it cannot read in a file it passes over.
func Read(r io.Reader, wanted func(page int) bool) (*Trace, error) {
	buffered := bufio.NewReader(r)
	if head, _ := buffered.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		packed, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("reading the SyncTeX file: %w", ErrNoSyncTeX)
		}
		defer packed.Close()
		buffered = bufio.NewReader(packed)
	}
	p := &parser{wanted: wanted, out: &Trace{inputs: map[int32]string{}, sheets: map[int]*sheet{}}, unit: 1, magnification: 1000}
	if err := p.read(&io.LimitedReader{R: buffered, N: maxBytes}); err != nil {
		return nil, fmt.Errorf("reading the SyncTeX file: %w", err)
	}
	return p.out, nil
}

// parser reads the records of a SyncTeX file one by one.
type parser struct {
	wanted func(int) bool
	out    *Trace
	sheet  *sheet   // nil between pages, and in one that is not wanted
	open   []opened // the boxes that are open on the page
	nodes  int
	lastY  string // the last full second coordinate, for which later points have "="

	unit, magnification float64
	shift               geom.Point // scaled points
	after               bool       // in the post scriptum
}

const magic = "SyncTeX Version:"

func (p *parser) read(in *io.LimitedReader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 4<<10), maxLine)
	if !lines.Scan() || !strings.HasPrefix(lines.Text(), magic) {
		return ErrNoSyncTeX
	}
	for lines.Scan() {
		if err := p.record(lines.Text()); err != nil {
			return err
		}
	}
	switch {
	case in.N <= 0, errors.Is(lines.Err(), bufio.ErrTooLong):
		return ErrTooLarge
	case lines.Err() != nil:
		return ErrTruncated
	}
	p.finish()
	return nil
}

// record reads a record. Its first letter says what it is.
func (p *parser) record(line string) error {
	if line == "" {
		return nil
	}
	switch line[0] {
	case '{':
		p.begin(line[1:])
	case '}':
		p.sheet, p.open = nil, p.open[:0]
	case ']', ')':
		p.close()
	case 'I', 'M', 'U', 'X', 'Y', 'P':
		return p.setting(line)
	case '[', '(', 'v', 'h', 'x', 'k', 'g', '$', 'r':
		if p.sheet == nil {
			return nil
		}
		if p.nodes++; p.nodes > maxNodes {
			return ErrTooLarge
		}
		p.node(line[0], line[1:])
	}
	return nil
}

// begin begins a page.
func (p *parser) begin(number string) {
	page, err := strconv.Atoi(number)
	if err != nil || page < 1 {
		return
	}
	p.out.pages++
	p.sheet, p.lastY = nil, "0"
	if p.wanted(p.out.pages) {
		p.sheet = &sheet{}
		p.out.sheets[p.out.pages] = p.sheet
	}
}

// setting reads a line of the preamble or the post scriptum, and names of inputs
// anywhere.
func (p *parser) setting(line string) error {
	key, value, _ := strings.Cut(line, ":")
	switch key {
	case "Input":
		tag, name, ok := strings.Cut(value, ":")
		n, err := strconv.ParseInt(tag, 10, 32)
		if !ok || err != nil || name == "" {
			return nil
		}
		if len(p.out.inputs) == maxInputs {
			return ErrTooLarge
		}
		p.out.inputs[int32(n)] = name
	case "Magnification":
		setNumber(&p.magnification, value, p.after)
	case "Unit":
		setNumber(&p.unit, value, false)
	case "X Offset":
		p.shift.X = dimension(value)
	case "Y Offset":
		p.shift.Y = dimension(value)
	case "Post scriptum":
		p.after = true
	}
	return nil
}

// setNumber sets n to a number that is above 0, or multiplies it by that.
func setNumber(n *float64, text string, further bool) {
	value, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil || !(value > 0 && value < 1e9):
	case further:
		*n *= value
	default:
		*n = value
	}
}

// unitSP are scaled points in TeX's units of length.
var unitSP = []struct {
	name string
	sp   float64
}{
	{"sp", 1}, {"pt", 65536}, {"bp", pointSP}, {"in", 72 * pointSP}, {"cm", 72 * pointSP / 2.54}, {"mm", 72 * pointSP / 25.4},
	{"pc", 12 * 65536}, {"dd", 65536 * 1238 / 1157.0}, {"cc", 12 * 65536 * 1238 / 1157.0},
}

// dimension returns a length in scaled points; the unit may be missing.
func dimension(text string) float64 {
	factor := 1.0
	for _, u := range unitSP {
		if number, ok := strings.CutSuffix(text, u.name); ok {
			text, factor = number, u.sp
			break
		}
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(n > -1e9 && n < 1e9) {
		return 0
	}
	return n * factor
}

// node reads a record of a place and keeps it.
func (p *parser) node(kind byte, text string) {
	n, ok := p.place(kind, text)
	if open := len(p.open); open > 0 {
		n.late, n.last = p.open[open-1].link == n.link, p.open[0].link == n.link
	}
	switch kind {
	case '[', '(':
		p.open = append(p.open, opened{link: n.link, box: n.box, first: len(p.sheet.nodes)})
	case 'r', 'h', 'v':
		n.leaf = n.box.Width() > 0 && n.box.Height() > 0 // empty ones are struts
		if open := len(p.open); open > 0 && n.box.X0 >= p.open[open-1].box.X1 {
			n.box = n.box.Translate(geom.Point{X: -n.box.Width()}) // LuaTeX tells where a rule ends
		}
	default:
		n.leaf = true
	}
	if ok {
		p.sheet.nodes = append(p.sheet.nodes, n)
	}
	if open := len(p.open); ok && n.leaf && open > 0 {
		p.open[open-1].late = p.open[open-1].late || n.late
		p.open[open-1].own = p.open[open-1].own || !n.late
	}
}

// opened is a box that is not closed yet.
type opened struct {
	link
	box       geom.Rect
	first     int  // the index of the first record in it
	own, late bool // it holds leaves that are not late, and such that are
}

// close closes the innermost box. Where all in it came with it, as in a paragraph of
// one line of the source, nothing in it is late.
func (p *parser) close() {
	last := len(p.open) - 1
	if last < 0 {
		return
	}
	box := p.open[last]
	p.open = p.open[:last]
	if !box.own && box.late {
		for i := box.first; i < len(p.sheet.nodes); i++ {
			p.sheet.nodes[i].late = false
		}
		box.own = true
	}
	if box.own && last > 0 {
		p.open[last-1].own = true
	}
}

// place reads a record: link, point, and size where it has one, as in
// "12,34:4736286,=:65536,32768,0". Its lengths are in units until the file ends.
func (p *parser) place(kind byte, text string) (n node, ok bool) {
	where, rest, _ := strings.Cut(text, ":")
	point, size, _ := strings.Cut(rest, ":")
	n.tag, n.line = pair(where)
	x, y, ok := strings.Cut(point, ",")
	if !ok || n.tag < 1 || n.line < 1 {
		return node{}, false
	}
	if y == "=" {
		y = p.lastY
	}
	p.lastY = y
	at := geom.Point{X: length(x), Y: length(y)}
	n.box = geom.RectOf(at, at)
	if strings.IndexByte("[(vhr", kind) >= 0 {
		width, rest, _ := strings.Cut(size, ",")
		height, depth, _ := strings.Cut(rest, ",")
		far := geom.Point{X: at.X + length(width), Y: at.Y + length(depth)}
		n.box = geom.RectOf(geom.Point{X: at.X, Y: at.Y - length(height)}, far)
	}
	return n, true
}

// pair reads "12,34" and "12,34,5", 0 for what is no number.
func pair(text string) (a, b int32) {
	first, rest, _ := strings.Cut(text, ",")
	second, _, _ := strings.Cut(rest, ",")
	x, err := strconv.ParseInt(first, 10, 32)
	if err != nil {
		return 0, 0
	}
	y, err := strconv.ParseInt(second, 10, 32)
	if err != nil {
		return 0, 0
	}
	return int32(x), int32(y)
}

// length reads a length in units; 0 for what is none.
func length(text string) float64 {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return 0
	}
	return float64(n)
}

// finish turns units into points. Only the end of the file tells the last offsets.
func (p *parser) finish() {
	scale := p.unit * p.magnification / 1000 / pointSP
	shift := geom.Point{X: p.shift.X / pointSP, Y: p.shift.Y / pointSP}
	for _, s := range p.out.sheets {
		for i := range s.nodes {
			b := &s.nodes[i].box
			b.X0, b.X1 = b.X0*scale+shift.X, b.X1*scale+shift.X
			b.Y0, b.Y1 = b.Y0*scale+shift.Y, b.Y1*scale+shift.Y
		}
	}
}

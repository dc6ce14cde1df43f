package pdf

import (
	"bytes"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxSections caps the sections of a cross-reference table.
const maxSections = 64

// table reads the cross-reference table (7.5.4, 7.5.8), from its newest section
// to its oldest.
func (r *regular) table() error {
	at, err := r.startOfTable()
	if err != nil {
		return err
	}
	seen, classic := map[int]bool{}, false
	for more := true; more; {
		if seen[at] || len(seen) == maxSections || at <= 0 || at >= len(r.data) {
			return errIrregular
		}
		seen[at] = true
		read := r.streamSection
		if bytes.HasPrefix(r.data[at:], []byte("xref")) {
			read, classic = r.classicSection, true
		}
		trailer, err := read(at)
		if err != nil {
			return err
		}
		if err := r.trailer(trailer); err != nil {
			return err
		}
		prev := trailer["Prev"]
		if more = prev != nil; more {
			n, ok := prev.(types.Integer)
			if at = int(n); !ok {
				return errIrregular
			}
		}
	}
	if classic && !r.out.knows(0) {
		return errIrregular
	}
	return nil
}

// startOfTable returns the offset that the end of the file names.
func (r *regular) startOfTable() (int, error) {
	at := bytes.LastIndex(r.data, []byte("startxref"))
	if at < 0 {
		return 0, errIrregular
	}
	words := bytes.Fields(r.data[at+len("startxref"):])
	if len(words) < 2 || !bytes.HasPrefix(words[1], []byte("%%EOF")) {
		return 0, errIrregular
	}
	return strconv.Atoi(string(words[0]))
}

// trailer takes from a trailer what newer ones lack.
func (r *regular) trailer(d types.Dict) error {
	f := &r.frame
	if _, ok := d["XRefStm"]; ok {
		return errIrregular
	}
	if f.root == nil { // the first trailer
		f.root, f.encrypt = d.IndirectRefEntry("Root"), d.IndirectRefEntry("Encrypt")
		r.encrypt = d["Encrypt"]
		if f.root == nil || d.Size() == nil {
			return errIrregular
		}
	}
	if f.info == nil {
		f.info = d.IndirectRefEntry("Info")
	}
	if id := d.ArrayEntry("ID"); f.id == nil && id != nil {
		if f.id = id; len(id) != 2 {
			return errIrregular
		}
	}
	return nil
}

// add enters an object, unless a newer section has one of its number.
func (r *regular) add(s slot, free bool) error {
	t := r.out
	if t.knows(s.number) {
		return nil
	}
	if t.entries++; t.entries > r.limits.MaxObjectCount {
		return errIrregular
	}
	if missing := s.number + 1 - len(t.index); missing > 0 {
		t.index = append(t.index, make([]int32, missing)...)
	}
	if free {
		t.index[s.number] = freed
		return nil
	}
	t.slots = append(t.slots, s)
	t.index[s.number] = int32(len(t.slots))
	return nil
}

// expect makes room for the objects of the first section.
func (r *regular) expect(objects int) {
	if t := r.out; len(t.index) == 0 {
		n := min(objects, r.limits.MaxObjectCount)
		t.index, t.slots = make([]int32, 0, n), make([]slot, 0, n)
	}
}

// firstOffset is the first place where an object can stand.
const firstOffset = len("%PDF-1.0\n")

// classicSection reads a section that is a table and returns its trailer.
func (r *regular) classicSection(at int) (types.Dict, error) {
	line, at := r.line(at)
	if string(line) != "xref" {
		return nil, errIrregular
	}
	for {
		if bytes.HasPrefix(r.data[at:], []byte("trailer")) {
			return r.trailerDict(at + len("trailer"))
		}
		line, at = r.line(at)
		words := bytes.Fields(line)
		if len(words) != 2 {
			return nil, errIrregular
		}
		first, okFirst := digits(words[0])
		count, okCount := digits(words[1])
		if !okFirst || !okCount || count == 0 || count > (len(r.data)-at)/rowBytes || first+count > r.limits.MaxObjectCount+1 {
			return nil, errIrregular
		}
		r.expect(count)
		for i := range count {
			if err := r.row(first+i, r.data[at:at+rowBytes]); err != nil {
				return nil, err
			}
			at += rowBytes
		}
	}
}

// line returns the line that begins at, without the spaces that end it, and where
// the next one begins.
func (r *regular) line(at int) (line []byte, next int) {
	rest := r.data[at:min(len(r.data), at+maxLine)]
	end := bytes.IndexAny(rest, "\r\n")
	if end < 0 {
		return nil, at
	}
	next = end + 1
	if next < len(rest) && rest[end] == '\r' && rest[next] == '\n' {
		next++
	}
	return bytes.TrimRight(rest[:end], " "), at + next
}

// maxLine caps the lines of a table in bytes.
const maxLine = 64

// rowBytes is the size of a row of a table: "0000000016 00000 n" and the end of
// a line.
const rowBytes = 20

// endsRow reports whether s is the end of a row.
func endsRow(s []byte) bool {
	switch string(s) {
	case " \n", " \r", "\r\n":
		return true
	}
	return false
}

// row reads the row of an object.
func (r *regular) row(number int, row []byte) error {
	offset, okOffset := digits(row[:10])
	generation, okGeneration := digits(row[11:16])
	if !okOffset || !okGeneration || row[10] != ' ' || row[16] != ' ' || !endsRow(row[18:]) {
		return errIrregular
	}
	s := slot{number: number, generation: generation, offset: offset}
	switch {
	case row[17] == 'f', row[17] == 'n' && number == 0 && offset == 0:
		return r.add(s, true)
	case row[17] == 'n' && offset < firstOffset: // some say so of what there is not
		return nil
	case row[17] == 'n' && offset < len(r.data):
		return r.add(s, false)
	}
	return errIrregular
}

// digits returns the number that consists of digits alone.
func digits[T string | []byte](b T) (n int, ok bool) {
	if len(b) > maxDigits {
		return 0, false
	}
	for i := range len(b) {
		if b[i] < '0' || b[i] > '9' {
			return 0, false
		}
		n = n*10 + int(b[i]-'0')
	}
	return n, len(b) > 0
}

// maxDigits is how many digits an int holds for sure on any machine with 64 bits.
const maxDigits = 18

// maxTrailer caps a trailer in bytes.
const maxTrailer = 64 << 10

// trailerDict reads the dictionary behind the word trailer.
func (r *regular) trailerDict(at int) (types.Dict, error) {
	rest := r.data[at:min(len(r.data), at+maxTrailer)]
	end := bytes.Index(rest, []byte("startxref"))
	if end < 0 || bytes.IndexByte(rest[:end], '%') >= 0 {
		return nil, errIrregular
	}
	o, err := parseBody(r.ctx, rest[:end], r.limits.MaxRecursionDepth)
	d, ok := o.(types.Dict)
	if err != nil || !ok {
		return nil, errIrregular
	}
	return d, nil
}

// streamSection reads a section that is a stream and returns its dictionary.
func (r *regular) streamSection(at int) (types.Dict, error) {
	s := &slot{number: -1, offset: at}
	if err := r.look(s); err != nil {
		return nil, err
	}
	if err := r.finish(s); err != nil {
		return nil, err
	}
	o, err := r.out.parse(s, r.data[s.from:s.end])
	sd, ok := o.(types.StreamDict)
	if err != nil || !ok {
		return nil, errIrregular
	}
	if err := r.decode(&sd); err != nil {
		return nil, err
	}
	if r.unpacked.Add(int64(len(sd.Content))) > maxUnpacked {
		return nil, errIrregular
	}
	x, err := model.ParseXRefStreamDictRelaxedWithLimits(&sd, r.limits)
	if err != nil {
		return nil, err
	}
	return sd.Dict, r.rows(x)
}

// rows reads the rows of a cross-reference stream.
func (r *regular) rows(x *types.XRefStreamDict) error {
	const widest = 7 // bytes that an int holds for sure
	size := 0
	for _, w := range x.W {
		if size += w; w < 0 || w > widest {
			return errIrregular
		}
	}
	if size == 0 || len(x.Content)%size != 0 || len(x.Content)/size < len(x.Objects) {
		return errIrregular
	}
	rest := x.Content
	field := func(w int) (n int) {
		for _, c := range rest[:w] {
			n = n<<8 | int(c)
		}
		rest = rest[w:]
		return n
	}
	r.expect(len(x.Objects))
	for _, number := range x.Objects {
		kind := 1
		if x.W[0] > 0 {
			kind = field(x.W[0])
		}
		if err := r.streamRow(number, kind, field(x.W[1]), field(x.W[2])); err != nil {
			return err
		}
	}
	return nil
}

// streamRow enters what a row of a cross-reference stream says (Table 18).
func (r *regular) streamRow(number, kind, a, b int) error {
	switch kind {
	case 0:
		return r.add(slot{number: number, offset: a, generation: b}, true)
	case 1:
		if a < firstOffset || a >= len(r.data) {
			return errIrregular
		}
		return r.add(slot{number: number, offset: a, generation: b}, false)
	case 2:
		return r.add(slot{number: number, within: a, index: b}, false)
	}
	return errIrregular
}

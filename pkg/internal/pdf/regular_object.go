package pdf

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// body is where the body of an object is, and what it looks like.
type body struct {
	from, end int
	stream    bool // the data of a stream follow
	probed    bool // the outline is known
	outline
}

// outline is what has to be known of an object before it is asked for.
type outline struct {
	dict     bool
	length   int64 // of the stream whose dictionary it is; -1: it does not say
	lengthIn int   // the number of the object that says so; -1: none
	bare     bool  // it has no other entry, but for the filter Flate
}

// look finds an object that has an offset and looks whether it is as it should be.
func (r *regular) look(s *slot) error {
	if s.offset == 0 {
		return nil
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	b, ok := r.body(s)
	if !ok {
		return errIrregular
	}
	if r.scanned.Add(int64(b.end-b.from)) > int64(2*len(r.data)) {
		return errOverlap
	}
	if !b.probed {
		if err := r.outlineOf(&b); err != nil {
			return err
		}
	}
	s.from, s.end = b.from, b.end
	if !b.stream {
		return nil
	}
	rest := bytes.TrimPrefix(r.data[b.end+len("stream"):], []byte("\r"))
	if !b.dict || !r.lenient && !bytes.HasPrefix(rest, []byte("\n")) {
		return errIrregular
	}
	s.stream, s.length, s.lengthIn, s.bare = streamStart(r.data, b.end+len("stream")), -1, b.lengthIn, b.bare
	if r.endsWell(s, b.length) { // else finish knows the length, or what to do without
		s.length = int(b.length)
	}
	return nil
}

// outlineOf parses an object for its outline.
func (r *regular) outlineOf(b *body) error {
	o, err := parseBody(r.ctx, r.data[b.from:b.end], r.limits.MaxRecursionDepth)
	if err != nil {
		return err
	}
	d, isDict := o.(types.Dict)
	if isDict && !r.lenient && !soundLinearization(d) {
		return errIrregular
	}
	b.outline = outline{dict: isDict, length: -1, lengthIn: -1}
	length, ref := d.Length()
	if length != nil {
		b.length = *length
	}
	if ref != nil {
		b.lengthIn = *ref
	}
	return nil
}

// body finds the body of an object.
func (r *regular) body(s *slot) (b body, ok bool) {
	if b.from, ok = r.bodyAt(s); ok {
		at := b.from
		if end, outline, ok := r.probe(b.from); ok {
			at, b.probed, b.outline = end, true, outline
		}
		if b.end, b.stream, ok = bodyEnd(r.data, b.from, at); ok {
			return b, true
		}
	}
	if !r.lenient {
		return b, false
	}
	b = body{}
	if b.from, ok = r.lenientBodyAt(s); ok {
		b.end, b.stream = lenientBodyEnd(r.data, b.from)
	}
	return b, ok
}

// parseObject parses the object that s begins with, by pdfcpu where it is not sound.
func parseObject(ctx context.Context, s string, depth ...int) (types.Object, error) {
	if o, ok := parseSound(s); ok {
		return o, nil
	}
	return model.ParseObjectContext(ctx, &s, 0, depth...)
}

// bodyAt returns where the body of an object begins, behind "12 0 obj" with its
// own number; an object whose number is -1 may have any.
func (r *regular) bodyAt(s *slot) (from int, ok bool) {
	at := s.offset
	word := func() []byte {
		start := at
		for at < len(r.data) && at-start < 12 && !syntax.IsSpace(r.data[at]) && r.data[at] != '<' && r.data[at] != '[' {
			at++
		}
		return r.data[start:at]
	}
	number, ok := digits(word())
	if !ok || s.number >= 0 && number != s.number || at+1 >= len(r.data) || r.data[at] != ' ' {
		return 0, false
	}
	at++
	generation, ok := digits(word())
	if !ok || s.number >= 0 && generation != s.generation || at+1 >= len(r.data) || r.data[at] != ' ' {
		return 0, false
	}
	at++
	if !bytes.HasPrefix(r.data[at:], []byte("obj")) {
		return 0, false
	}
	return at + len("obj"), true
}

// bodyEnd returns where the body that begins at from ends, and whether the data
// of a stream follows; up to at it is known not to. Bodies with comments are irregular.
func bodyEnd(data []byte, from, at int) (end int, stream, ok bool) {
	for i := at; i < len(data); i++ {
		switch data[i] {
		case '%':
			return 0, false, false
		case '(':
			if i = literalEnd(data, i); i < 0 {
				return 0, false, false
			}
		case 'e':
			if after := i + len("endobj"); bytes.HasPrefix(data[i:], []byte("endobj")) {
				return i, false, after < len(data) && syntax.IsSpace(data[after])
			}
		case 's':
			if bytes.HasPrefix(data[i:], []byte("stream")) {
				return i, true, bytes.HasSuffix(bytes.TrimRight(data[from:i], " \r\n\t"), []byte(">>"))
			}
		}
	}
	return 0, false, false
}

// literalEnd returns the place of the parenthesis that closes the one at i, or -1.
func literalEnd[T string | []byte](data T, i int) int {
	depth := 0
	for ; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// soundLinearization reports whether pdfcpu has nothing against a dictionary as
// one of linearization parameters (Annex F).
func soundLinearization(d types.Dict) bool {
	if lacks(d, "Linearized") || !d.IsLinearizationParmDict() {
		return true
	}
	hints := d.ArrayEntry("H")
	if len(hints) != 2 && len(hints) != 4 {
		return false
	}
	for i := 0; i < len(hints); i += 2 {
		if _, ok := hints[i].(types.Integer); !ok {
			return false
		}
	}
	return true
}

// lacks reports whether an entry is not there under any spelling of its name. For these
// pdfcpu decodes all names.
func lacks(d types.Dict, key string) bool {
	if _, ok := d[key]; ok {
		return false
	}
	for name := range d {
		if strings.IndexByte(name, '#') >= 0 {
			return false
		}
	}
	return true
}

// filtersOf returns the filters of a stream, when they are in its dictionary
// with their parameters and need no repair.
func filtersOf(d types.Dict) (out []types.PDFFilter, ok bool) {
	parms, given := d["DecodeParms"]
	switch f := d["Filter"].(type) {
	case nil:
		return nil, true
	case types.Name:
		p, isDict := parms.(types.Dict)
		if given && !isDict || longName(f) != "" {
			return nil, false
		}
		if len(p) == 0 {
			p = nil
		}
		return []types.PDFFilter{{Name: string(f), DecodeParms: p}}, true
	case types.Array:
		return filterChain(f, parms)
	}
	return nil, false
}

// filterChain returns the filters of an array. Parameters count where one of the
// filters can have some.
func filterChain(names types.Array, parms types.Object) (out []types.PDFFilter, ok bool) {
	counts := false
	for _, o := range names {
		name, ok := o.(types.Name)
		if !ok || longName(name) != "" {
			return nil, false
		}
		counts = counts || filter.SupportsDecodeParms(string(name))
		out = append(out, types.PDFFilter{Name: string(name)})
	}
	if parms == nil || !counts {
		return out, true
	}
	each, ok := parms.(types.Array)
	if !ok || len(each) != len(names) {
		return nil, false
	}
	for i, p := range each {
		if out[i].DecodeParms, ok = p.(types.Dict); !ok && p != nil {
			return nil, false
		}
	}
	return out, true
}

// finish finds where the data of a stream end, which must be where the length says.
func (r *regular) finish(s *slot) error {
	if s.kind != usual || s.stream == 0 || s.length >= 0 {
		return nil
	}
	length := int64(-1)
	if s.lengthIn >= 0 {
		length = r.lengthIn(s.lengthIn)
	}
	switch {
	case r.endsWell(s, length):
		s.length = int(length)
	case r.lenient:
		s.length = r.searchedEnd(s) - s.stream
	default:
		return errIrregular
	}
	return nil
}

// endsWell reports whether a stream ends where its length says.
func (r *regular) endsWell(s *slot, length int64) bool {
	if length < 0 || length > int64(len(r.data)-s.stream) || length > r.limits.MaxStreamBytes {
		return false
	}
	rest := r.data[s.stream+int(length):]
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	return bytes.HasPrefix(rest, []byte("endstream"))
}

// lengthIn returns the number that an object is, or -1.
func (r *regular) lengthIn(number int) int64 {
	o, err := r.out.object(number)
	if n, ok := o.(types.Integer); ok && err == nil {
		return int64(n)
	}
	return -1
}

// maxUnpacked caps the bytes of all object streams, which are kept.
const maxUnpacked = 16 << 20

// unpack decodes an object stream and finds its objects, which are parsed when they
// are asked for.
func (r *regular) unpack(s *slot) (*packedStream, error) {
	o, _ := r.out.object(s.number)
	sd, ok := o.(types.StreamDict)
	if !ok || !sd.IsObjStm() {
		return nil, errIrregular
	}
	sd, _ = Value{doc: r.doc, obj: sd}.stream()
	head, err := model.ObjectStreamDictWithLimits(&sd, r.limits)
	if err != nil {
		return nil, err
	}
	if err = r.decode(&sd); err != nil || r.unpacked.Add(int64(len(sd.Content))) > maxUnpacked {
		return nil, errIrregular
	}
	return findObjects(sd.Content, head.FirstObjOffset, r.limits.MaxObjectStreamCount)
}

// decode decodes an object stream or a cross-reference stream.
func (r *regular) decode(sd *types.StreamDict) (err error) {
	limit := min(maxUnpacked, r.limits.MaxDecodeBytes)
	if !isPlainFlate(sd) {
		return sd.DecodeWithLimit(limit)
	}
	sd.Content, err = inflated(sd.Raw, limit)
	return err
}

// findObjects finds the objects of a decoded object stream, of which the first begins
// at first. With errIrregular it returns those that are listed before a fault, but
// for the last, whose end is not known.
func findObjects(content []byte, first, most int) (*packedStream, error) {
	if first > len(content) {
		return nil, errIrregular
	}
	prolog := content[:first]
	words := bytes.Fields(prolog)
	if bytes.IndexByte(prolog, '%') >= 0 || bytes.IndexByte(prolog, 0) >= 0 || len(words)%2 != 0 || len(words)/2 > most {
		return nil, errIrregular
	}
	out := &packedStream{content: content, starts: make([]int, 0, len(words)/2+1)}
	last := first
	for i := 1; i < len(words); i += 2 {
		n, err := strconv.Atoi(string(words[i]))
		at := first + n
		if err != nil || n < 0 || at > len(content) || at < last {
			return out, errIrregular
		}
		out.starts = append(out.starts, at)
		last = at
	}
	out.starts = append(out.starts, len(content))
	return out, nil
}

// packedObject parses an object of an object stream, which can be no stream.
func packedObject(ctx context.Context, s string) (types.Object, error) {
	if o, ok := parseSound(s); ok {
		d, _ := o.(types.Dict)
		if _, given := d["Length"]; !given {
			return o, nil
		}
	}
	o, err := parseObject(ctx, s)
	if d, ok := o.(types.Dict); ok && err == nil {
		if length, ref := d.Length(); length != nil || ref != nil {
			return nil, errIrregular
		}
	}
	return o, err
}

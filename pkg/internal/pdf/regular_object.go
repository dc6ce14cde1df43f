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

// parse parses an object that has an offset; a stream still lacks its data.
func (r *regular) parse(s *slot) error {
	if s.offset == 0 {
		return nil
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	from, end, stream, ok := r.body(s)
	if !ok {
		return errIrregular
	}
	if r.scanned.Add(int64(end-from)) > int64(2*len(r.data)) {
		return errOverlap
	}
	o, err := r.object(r.data[from:end])
	if err != nil {
		return err
	}
	d, isDict := o.(types.Dict)
	if isDict && !r.lenient && !soundLinearization(d) || stream && !isDict {
		return errIrregular
	}
	s.entry.Object = o
	if !stream {
		return nil
	}
	filters, ok := filtersOf(d)
	rest := bytes.TrimPrefix(r.data[end+len("stream"):], []byte("\r"))
	if !r.lenient && !bytes.HasPrefix(rest, []byte("\n")) {
		return errIrregular
	}
	if !ok {
		r.resolved.Store(true)
	}
	s.stream = streamStart(r.data, end+len("stream"))
	length, ref := d.Length()
	sd := types.NewStreamDict(d, int64(s.stream), length, ref, filters)
	if r.endsWell(s, length) { // else finish knows the length, or what to do without
		r.cutOut(&sd, s, length)
	}
	s.entry.Object = sd
	return nil
}

// body returns where the body of an object begins and ends, and whether the data
// of a stream follows.
func (r *regular) body(s *slot) (from, end int, stream, ok bool) {
	if from, ok = r.bodyAt(s); ok {
		if end, stream, ok = bodyEnd(r.data, from); ok {
			return from, end, stream, true
		}
	}
	if !r.lenient {
		return 0, 0, false, false
	}
	if from, ok = r.lenientBodyAt(s); ok {
		end, stream = lenientBodyEnd(r.data, from)
	}
	return from, end, stream, ok
}

// object parses an object by pdfcpu's rules; nothing at all is null.
func (r *regular) object(text []byte) (types.Object, error) {
	s := strings.TrimSpace(string(text))
	if s == "" {
		return nil, nil
	}
	return parseObject(r.ctx, s, r.conf.Limits.MaxRecursionDepth)
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
// of a stream follows. Bodies with comments are irregular.
func bodyEnd(data []byte, from int) (end int, stream, ok bool) {
	for i := from; i < len(data); i++ {
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

// finish gives a stream its data, which must end where the length says.
func (r *regular) finish(s *slot) error {
	sd, ok := s.entry.Object.(types.StreamDict)
	if !ok || sd.Raw != nil {
		return nil
	}
	length := sd.StreamLength
	if sd.StreamLengthObjNr != nil {
		length = r.lengthIn(*sd.StreamLengthObjNr)
	}
	if !r.endsWell(s, length) {
		if !r.lenient {
			return errIrregular
		}
		n := int64(r.searchedEnd(s) - s.stream)
		length = &n
	}
	r.cutOut(&sd, s, length)
	s.entry.Object = sd
	return nil
}

// cutOut gives a stream its data of some length.
func (r *regular) cutOut(sd *types.StreamDict, s *slot, length *int64) {
	end := s.stream + int(*length)
	sd.StreamLength, sd.Raw = length, r.data[s.stream:end:end]
}

// endsWell reports whether a stream ends where its length says.
func (r *regular) endsWell(s *slot, length *int64) bool {
	if length == nil || *length < 0 || *length > int64(len(r.data)-s.stream) || *length > r.conf.Limits.MaxStreamBytes {
		return false
	}
	rest := r.data[s.stream+int(*length):]
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	return bytes.HasPrefix(rest, []byte("endstream"))
}

// lengthIn returns the number that an object is, or nil.
func (r *regular) lengthIn(number int) *int64 {
	o, err := r.out.Dereference(*types.NewIndirectRef(number, 0))
	if n, ok := o.(types.Integer); ok && err == nil {
		length := int64(n)
		return &length
	}
	return nil
}

// maxUnpacked caps the bytes of all object streams, which are kept.
const maxUnpacked = 16 << 20

// unpack decodes an object stream and finds its objects, which are parsed when
// they are requested.
func (r *regular) unpack(s *slot) (*types.ObjectStreamDict, error) {
	sd, ok := s.entry.Object.(types.StreamDict)
	if !ok || !sd.IsObjStm() {
		return nil, errIrregular
	}
	sd, _ = Value{doc: &Document{ctx: r.out}, obj: sd}.stream()
	o, err := model.ObjectStreamDictWithLimits(&sd, r.conf.Limits)
	if err != nil {
		return nil, err
	}
	if err = r.decode(&o.StreamDict); err != nil || r.unpacked.Add(int64(len(o.Content))) > maxUnpacked {
		return nil, errIrregular
	}
	return o, findObjects(o, r.conf.Limits.MaxObjectStreamCount)
}

// decode decodes an object stream or a cross-reference stream.
func (r *regular) decode(sd *types.StreamDict) (err error) {
	limit := min(maxUnpacked, r.conf.Limits.MaxDecodeBytes)
	if !isPlainFlate(sd) {
		return sd.DecodeWithLimit(limit)
	}
	sd.Content, err = inflated(sd.Raw, limit)
	return err
}

// findObjects finds the objects of a decoded object stream.
func findObjects(o *types.ObjectStreamDict, most int) error {
	if o.FirstObjOffset > len(o.Content) {
		return errIrregular
	}
	prolog := o.Content[:o.FirstObjOffset]
	words := bytes.Fields(prolog)
	if bytes.IndexByte(prolog, '%') >= 0 || bytes.IndexByte(prolog, 0) >= 0 || len(words)%2 != 0 || len(words)/2 > most {
		return errIrregular
	}
	add := func(from, to int) {
		o.ObjArray = append(o.ObjArray, types.NewLazyObjectStreamObject(o, from, to, packedObject))
	}
	last := -1
	for i := 1; i < len(words); i += 2 {
		n, err := strconv.Atoi(string(words[i]))
		at := o.FirstObjOffset + n
		if err != nil || n < 0 || at > len(o.Content) || at < last {
			return errIrregular
		}
		if last >= 0 {
			add(last, at)
		}
		last = at
	}
	if last >= 0 {
		add(last, -1)
	}
	return nil
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

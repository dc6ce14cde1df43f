package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// Update adds objects to a file by an incremental update (ISO 32000-2, 7.5.6):
// the file's own bytes stay as they are, so that its pages look the same to the
// pixel and what is signed stays signed, and new objects follow with a
// cross-reference section of the same kind as the file's last one. Writing the
// file anew through pdfcpu would decode and code again what it does not need to
// touch, and give up what it does not know.
//
// Only a file whose frame is damaged gets more: a new cross-reference table over
// all its objects, before the update.
//
// What is added to an encrypted file is encrypted as the rest of it.
type Update struct {
	doc    *Document
	base   []byte
	cipher *fileCipher // nil for a file in the clear
	next   int         // the next object number that is free
	stream bool        // the cross-reference section is a stream, not a table
	prev   int         // where the last cross-reference section begins
	bodies map[int][]byte
	gens   map[int]int
}

// ErrForbidden is the error of an update that the file's maker does not allow.
var ErrForbidden = errors.New("the file forbids annotations")

// maxObjectNumber is the highest object number that readers take (Annex C.2).
const maxObjectNumber = 8_388_606

// NewUpdate begins an update of a file with annotations. The error is an
// *OpenError when the file cannot be read, wraps ErrForbidden when its
// permissions or a signature forbid annotating it, and tells else in words why
// the file cannot be added to.
func NewUpdate(ctx context.Context, data []byte, limits Limits) (*Update, error) {
	doc, err := Open(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	if err := doc.forbidsAnnotations(); err != nil {
		return nil, err
	}
	if doc.frameDamaged() {
		if doc, data, err = reopen(ctx, doc, data, limits); err != nil {
			return nil, err
		}
	}
	u := &Update{doc: doc, base: data, bodies: map[int][]byte{}, gens: map[int]int{}}
	if err := u.findEnd(); err != nil {
		return nil, err
	}
	if u.cipher, err = doc.updateCipher(); err != nil {
		return nil, err
	}
	return u, nil
}

// Document returns the file that is updated.
func (u *Update) Document() *Document { return u.doc }

// Permission bits of an encrypted file (Table 22), and what a certifying
// signature leaves allowed (Table 257).
const (
	mayAnnotate      = 1 << 5
	signedForNotes   = 3 // filling in, signing and annotating
	signedForFilling = 2 // the default
)

// forbidsAnnotations returns why the file may not be annotated, or nil.
func (d *Document) forbidsAnnotations() error {
	mayNot := d.cipher != nil && d.cipher.permissions&mayAnnotate == 0
	if d.ctx != nil && d.ctx.E != nil {
		mayNot = mayNot || d.ctx.E.P&mayAnnotate == 0
	}
	if mayNot {
		return fmt.Errorf("%w: its permissions leave that to the holder of its owner password", ErrForbidden)
	}
	signature := d.Catalog().Key("Perms").Key("DocMDP")
	if !signature.IsDict() {
		return nil
	}
	allowed := signedForFilling
	refs := signature.Key("Reference")
	for i := range min(refs.Len(), maxSignatureRefs) {
		if p, ok := refs.Index(i).Key("TransformParams").Key("P").Number(); ok {
			allowed = int(p)
		}
	}
	if allowed != signedForNotes {
		return fmt.Errorf("%w: it is signed against changes", ErrForbidden)
	}
	return nil
}

// maxSignatureRefs caps the references of a signature that are looked at; there
// is one.
const maxSignatureRefs = 16

// frameDamaged reports whether header, trailer or cross-reference table are not
// as they should be.
func (d *Document) frameDamaged() bool {
	return slices.ContainsFunc(d.damage, func(x Damage) bool {
		switch x.Kind {
		case wording.JunkBeforeHeader, wording.HeaderVersion, wording.HeaderMisplaced, wording.HeaderMissing,
			wording.EndMissing, wording.PointerMissing, wording.TableMisplaced, wording.TableRebuilt:
			return true
		}
		return false
	})
}

var errNotRepairable = errors.New("the file is damaged and nothing can be added to it; export the PDF again")

// reopen gives a file with a damaged frame a new table over its objects. Its
// pages must have the same contents as before.
func reopen(ctx context.Context, doc *Document, data []byte, limits Limits) (*Document, []byte, error) {
	if start := bytes.Index(data, []byte("%PDF-")); start > 0 {
		data = data[start:]
	}
	data, _ = patchHeader(data)
	mends := repairs{ctx: ctx, data: data, limits: limits}
	mended := mends.table()
	if mended == nil {
		return nil, nil, errNotRepairable
	}
	again, err := openAs(ctx, mended, limits, nil, new(lookAhead))
	if err != nil || len(again.pages) != len(doc.pages) || again.Encrypted() != doc.Encrypted() {
		return nil, nil, errNotRepairable
	}
	for i := range doc.pages {
		if err := ctx.Err(); err != nil {
			return nil, nil, openError(ctx, err)
		}
		if !sameContents(doc.pages[i], again.pages[i]) {
			return nil, nil, errNotRepairable
		}
	}
	return again, mended, nil
}

// sameContents reports whether two pages have the same content streams.
func sameContents(p, q Page) bool {
	a, b := p.Contents(), q.Contents()
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		first, firstErr := a[i].Decode()
		second, secondErr := b[i].Decode()
		if (firstErr == nil) != (secondErr == nil) || !bytes.Equal(first, second) {
			return false
		}
	}
	return true
}

// findEnd finds the last cross-reference section and the first free number.
func (u *Update) findEnd() error {
	at := bytes.LastIndex(u.base, []byte("startxref"))
	if at < 0 {
		return errNotRepairable
	}
	offset := syntax.NewLexer(u.base[at+len("startxref"):]).Next()
	if offset.Kind != syntax.Number || !xrefAt(u.base, int(offset.Num)) {
		return errNotRepairable
	}
	u.prev = int(offset.Num)
	first := syntax.NewLexer(u.base[u.prev:]).Next()
	u.stream = first.Kind == syntax.Number
	if u.next = u.doc.frame.next; u.next > maxObjectNumber-maxNewObjects {
		return errors.New("the file has object numbers that leave no room for more; export the PDF again")
	}
	return nil
}

// maxNewObjects caps the objects of one update.
const maxNewObjects = 1_000_000

// Added returns the number of objects that were added or changed so far.
func (u *Update) Added() int { return len(u.bodies) }

// reserve returns the number of a new object.
func (u *Update) reserve() Ref {
	u.next++
	return Ref(u.next - 1)
}

// Add adds an object: a Dict, an Array or another direct object.
func (u *Update) Add(value any) Ref {
	ref := u.reserve()
	u.set(int(ref), 0, value)
	return ref
}

// AddStream adds a stream; its Length is set.
func (u *Update) AddStream(dict Dict, data []byte) Ref {
	ref := u.reserve()
	if u.cipher != nil {
		data = u.cipher.stream(int(ref), 0, data)
	}
	dict = maps.Clone(dict)
	dict["Length"] = len(data)
	w := u.writer(int(ref), 0)
	w.value(dict)
	w.out = append(w.out, "\nstream\n"...)
	w.out = append(w.out, data...)
	w.out = append(w.out, "\nendstream"...)
	u.bodies[int(ref)] = w.out
	return ref
}

func (u *Update) set(number, generation int, value any) {
	w := u.writer(number, generation)
	w.value(value)
	u.bodies[number], u.gens[number] = w.out, generation
}

func (u *Update) writer(number, generation int) *objectWriter {
	w := &objectWriter{}
	if u.cipher != nil {
		w.encrypt = func(s []byte) []byte { return u.cipher.str(number, generation, s) }
	}
	return w
}

// Annotate adds annotations to a page, after those that it has.
func (u *Update) Annotate(p Page, annots []Ref) error {
	dict, ok := p.Dict.obj.(types.Dict)
	if !ok || p.Dict.num == 0 {
		return fmt.Errorf("page %d is no object of its own and cannot be annotated; export the PDF again", p.Number)
	}
	list := Array{}
	old, _ := p.Dict.Key("Annots").obj.(types.Array)
	for _, a := range old {
		list = append(list, a)
	}
	for _, a := range annots {
		list = append(list, a)
	}
	page := copied(dict)
	page["Annots"] = list
	u.set(p.Dict.num, u.doc.objects.generation(p.Dict.num), page)
	return nil
}

// AddLayer adds an optional-content group (8.11) that is on, and shows it in the
// viewers' list of layers.
func (u *Update) AddLayer(name string) (Ref, error) {
	root := u.doc.Catalog()
	dict, ok := root.obj.(types.Dict)
	if !ok || root.num == 0 {
		return 0, errNotRepairable
	}
	layer := u.Add(Dict{"Type": Name("OCG"), "Name": name})
	properties := copiedValue(root.Key("OCProperties"))
	properties["OCGs"] = appended(root.Key("OCProperties").Key("OCGs"), layer)
	setting := copiedValue(root.Key("OCProperties").Key("D"))
	for _, key := range []string{"ON", "Order"} {
		setting[key] = appended(root.Key("OCProperties").Key("D").Key(key), layer)
	}
	properties["D"] = setting
	catalog := copied(dict)
	catalog["OCProperties"] = properties
	if v := u.doc.frame.version; v != nil && *v < layerVersion {
		catalog["Version"] = Name("1.7")
	}
	u.set(root.num, u.doc.objects.generation(root.num), catalog)
	return layer, nil
}

// layerVersion is the first version of PDF with optional content.
const layerVersion = model.V15

// Bytes returns the file with the update.
func (u *Update) Bytes() []byte {
	out := slices.Clone(u.base)
	if n := len(out); out[n-1] != '\n' {
		out = append(out, '\n')
	}
	entries := map[int]entry{}
	for _, n := range slices.Sorted(maps.Keys(u.bodies)) {
		entries[n] = entry{1, len(out), u.gens[n]}
		out = fmt.Appendf(out, "%d %d obj\n", n, u.gens[n])
		out = append(out, u.bodies[n]...)
		out = append(out, "\nendobj\n"...)
	}
	if u.stream {
		return appendTable(out, entries, u.trailer())
	}
	return u.appendClassic(out, entries)
}

// appendClassic appends a cross-reference table (7.5.4).
func (u *Update) appendClassic(out []byte, entries map[int]entry) []byte {
	start := len(out)
	out = append(out, "xref\n"...)
	numbers := slices.Sorted(maps.Keys(entries))
	for i := 0; i < len(numbers); {
		j := i + 1
		for j < len(numbers) && numbers[j] == numbers[j-1]+1 {
			j++
		}
		out = fmt.Appendf(out, "%d %d\n", numbers[i], j-i)
		for _, n := range numbers[i:j] {
			out = fmt.Appendf(out, "%010d %05d n \n", entries[n].a, entries[n].b)
		}
		i = j
	}
	return fmt.Appendf(out, "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", u.next, u.trailer(), start)
}

// trailer returns the entries that both kinds of trailer have.
func (u *Update) trailer() string {
	w := &objectWriter{} // nothing in a trailer is encrypted
	put := func(key string, value any) {
		w.name(key)
		w.out = append(w.out, ' ')
		w.value(value)
		w.out = append(w.out, ' ')
	}
	f := u.doc.frame
	put("Root", *f.root)
	if f.info != nil {
		put("Info", *f.info)
	}
	if f.encrypt != nil {
		put("Encrypt", *f.encrypt)
	}
	if len(f.id) > 0 {
		put("ID", f.id)
	}
	put("Prev", u.prev)
	return string(w.out)
}

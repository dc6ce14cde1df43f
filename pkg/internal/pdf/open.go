package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/log"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Document is an open file. It may be used by several goroutines at once.
type Document struct {
	limits Limits
	pages  []Page
	budget atomic.Int64 // decoded bytes that are left

	frame   frame
	objects objects
	ctx     *model.Context // of a file that pdfcpu has read; else nil
	cipher  *fileCipher    // of a file that was decrypted here; nil: pdfcpu's, or it is in clear

	decoding sync.Mutex // guards what pdfcpu decodes

	source    []byte      // of a regular file, which can be read again
	forgotten atomic.Bool // the objects are
	recalling sync.Mutex

	noting sync.Mutex // guards damage
	damage []Damage

	small    smallStreams
	surveyed survey
}

// preparePDFCPU sets what pdfcpu keeps in globals. It is done when the first file
// is opened, so that importing this package changes nothing.
var preparePDFCPU = sync.OnceFunc(func() {
	// pdfcpu would write a configuration folder into the user's home.
	model.ConfigPath = "disable"
	// pdfcpu reads the objects of a file in the order of their numbers only while
	// somebody listens to its statistics, and else in the order of a map. In a
	// damaged file the first bad object decides what is repaired, so that the same
	// bytes would give one document today and another tomorrow.
	log.SetStatsLogger(unheard{})
})

// unheard is a logger that keeps nothing.
type unheard struct{}

func (unheard) Printf(string, ...any) {}
func (unheard) Println(...any)        {}
func (unheard) Fatalf(string, ...any) {}
func (unheard) Fatalln(...any)        {}

// Open reads a file. An encrypted file is opened with the empty user password.
// The error is an *OpenError when the file is to blame.
func Open(ctx context.Context, data []byte, limits Limits) (*Document, error) {
	preparePDFCPU()
	if err := precheck(data, limits); err != nil {
		return nil, err
	}
	hasHeader := LooksLikePDF(data)
	data, wrong := patchHeader(data)
	damage := inspectFrame(data)
	if wrong != "" {
		damage = append(damage, Damage{Kind: wrong})
	}
	look := new(lookAhead)
	d, err := openAs(ctx, data, limits, damage, look)
	if !repairable(err) {
		return d, err
	}
	if closed, changed := closeTables(data); changed {
		if d, again := openAs(ctx, closed, limits, damage, new(lookAhead)); again == nil {
			return d, nil
		}
	}
	repaired := repairs{ctx: ctx, data: data, limits: limits}
	for candidate := range repaired.all {
		if d, again := openAs(ctx, candidate, limits, damage, look); again == nil {
			d.note(wording.TableRebuilt, nil)
			return d, nil
		}
	}
	if ctx.Err() != nil {
		return nil, openError(ctx, ctx.Err())
	}
	if d, again := salvage(ctx, repaired.table(), limits, damage); again == nil {
		return d, nil
	}
	if !hasHeader {
		return nil, errNotPDF
	}
	return nil, err
}

// errNotPDF tells that a file is none of ours.
var errNotPDF = &OpenError{Reason: ReasonNotPDF}

// errObjects tells that a file has more objects than it may have.
func errObjects(limits Limits) error {
	return &OpenError{Reason: ReasonLimit, Err: &LimitError{"Objects", int64(limits.Objects)}}
}

func newDocument(limits Limits, damage []Damage) *Document {
	d := &Document{limits: limits, damage: damage[:len(damage):len(damage)]}
	d.budget.Store(limits.TotalBytes)
	return d
}

// openAs reads data as it stands.
func openAs(ctx context.Context, data []byte, limits Limits, damage []Damage, look *lookAhead) (*Document, error) {
	d := newDocument(limits, damage)
	if err := d.read(ctx, data, look); err != nil {
		return nil, err
	}
	if err := d.collectPages(ctx); err != nil {
		return nil, err
	}
	return d, nil
}

// repairable reports whether a new cross-reference table might help.
func repairable(err error) bool {
	var open *OpenError
	if !errors.As(err, &open) {
		return false
	}
	var limit *LimitError
	if errors.As(err, &limit) && limit.Limit == "Objects" {
		return false // they are there, whatever the table says
	}
	return open.Reason == ReasonDamaged || open.Reason == ReasonNoPages || open.Reason == ReasonLimit
}

func precheck(data []byte, limits Limits) error {
	switch {
	case len(data) == 0:
		return &OpenError{Reason: ReasonEmpty}
	case int64(len(data)) > limits.FileBytes:
		return &OpenError{Reason: ReasonLimit, Err: &LimitError{"FileBytes", limits.FileBytes}}
	case !maybePDF(data):
		return errNotPDF
	}
	return nil
}

// read reads data by the short way, when it is a regular file, or by pdfcpu's.
func (d *Document) read(ctx context.Context, data []byte, look *lookAhead) error {
	if len(d.damage) == 0 {
		if read, err := readRegular(ctx, data, d.limits); err == nil {
			d.objects, d.frame, d.cipher, d.source = read.out, read.frame, read.cipher, data
			return nil
		}
	}
	if countsBeyond(data, d.limits.Objects) {
		return errObjects(d.limits)
	}
	large, err := look.oversized(ctx, data, d.limits.StreamBytes)
	if err != nil {
		return openError(ctx, err)
	}
	if large {
		return &OpenError{Reason: ReasonLimit, Err: &LimitError{"StreamBytes", d.limits.StreamBytes}}
	}
	err = guard(func() (err error) {
		d.ctx, err = pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), d.configuration())
		return err
	})
	if err == nil && d.ctx == nil {
		err = errors.New("nothing was read")
	}
	if err == nil && len(d.ctx.Table) > d.limits.Objects {
		return errObjects(d.limits)
	}
	if err != nil {
		return openError(ctx, err)
	}
	read := newPDFCPUObjects(d.ctx)
	d.objects, d.frame = read, read.frame()
	return nil
}

func (d *Document) configuration() *model.Configuration {
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	conf.ValidationMode = model.ValidationRelaxed
	conf.Optimize = false
	conf.Limits = d.limits.resources()
	return conf
}

// openError sorts pdfcpu's errors into our reasons.
func openError(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return &OpenError{Reason: ReasonCanceled, Err: ctx.Err()}
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrOwnerPasswordRequired):
		return &OpenError{Reason: ReasonPassword}
	case strings.Contains(err.Error(), "limit exceeded"), strings.Contains(err.Error(), "exceeds"):
		return &OpenError{Reason: ReasonLimit, Err: err}
	case strings.Contains(err.Error(), "ncrypt"):
		return &OpenError{Reason: ReasonCipher, Err: err}
	}
	return &OpenError{Reason: ReasonDamaged, Err: err}
}

// guard turns a panic of f, which runs foreign code on foreign data, into an error.
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return f()
}

// ask returns the object of a number, nil when there is none.
func (d *Document) ask(number int, of func(objects, int) (types.Object, error)) types.Object {
	if d.forgotten.Load() {
		d.recall()
	}
	obj, err := of(d.objects, number)
	if err != nil {
		d.note(wording.ObjectUnreadable, report.Args{"object": number})
		return nil
	}
	return obj
}

// Catalog returns the document's root dictionary.
func (d *Document) Catalog() Value {
	if d.frame.root == nil {
		return Value{doc: d}
	}
	return d.resolve(*d.frame.root)
}

// Info returns the document's information dictionary.
func (d *Document) Info() Value {
	if d.frame.info == nil {
		return Value{doc: d}
	}
	return d.resolve(*d.frame.info)
}

// Encrypted reports whether the file is encrypted (with an empty user password,
// as it could be opened).
func (d *Document) Encrypted() bool { return d.frame.encrypt != nil || d.cipher != nil }

// Damage returns what was wrong in the file, each thing once.
func (d *Document) Damage() []Damage {
	d.noting.Lock()
	defer d.noting.Unlock()
	return d.damage
}

// note records damage once.
func (d *Document) note(kind report.Kind, args report.Args) {
	d.noting.Lock()
	defer d.noting.Unlock()
	damage := report.Say(kind, args)
	for _, x := range d.damage {
		if x.Compare(damage) == 0 {
			return
		}
	}
	if len(d.damage) < maxDamage {
		d.damage = append(d.damage, damage)
	}
}

// maxDamage caps the list of damage.
const maxDamage = 50

// Mark is how far the reading of a document has come: what it has spent, and the
// damage it has found.
type Mark struct {
	Damage int // how many things were found
	budget int64
}

// Mark returns how far reading has come. Nobody may read meanwhile, nor while
// Rewind runs.
func (d *Document) Mark() Mark { return Mark{len(d.damage), d.budget.Load()} }

// Rewind forgets what was spent and found since the mark, for a reading from
// there anew.
func (d *Document) Rewind(m Mark) {
	d.budget.Store(m.budget)
	d.damage = d.damage[:m.Damage:m.Damage]
}

package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Reader reads the decoded bytes of a stream piece by piece, so that a long one
// takes little memory. What Decode says of corrupt data and caps holds here.
type Reader struct {
	doc      *Document
	source   io.Reader
	decoded  bool      // the source has data that was decoded and paid for before
	inflater *inflater // that the source is, or is in; or nil
	read     int64
}

// Open begins to read a stream. The error is one that Decode would return.
func (v Value) Open() (*Reader, error) { return v.open((*inflater).open) }

// OpenPicture is Open for the samples of an image, which are seen whatever their
// checksum is: summing up what is of one colour takes longer than to inflate it.
func (v Value) OpenPicture() (*Reader, error) { return v.open((*inflater).openUnchecked) }

func (v Value) open(begin func(*inflater, []byte) error) (*Reader, error) {
	sd, ok := v.stream()
	if !ok || !isPlainFlate(&sd) {
		data, err := v.Decode()
		return v.doc.readerOf(data), err
	}
	if data, ok := v.doc.small.get(sd.Raw); ok {
		return v.doc.readerOf(data), v.doc.spend(len(data))
	}
	f := inflaters.Get().(*inflater)
	if len(sd.Raw) <= maxSmallStream {
		if r, err := v.doc.openSmall(f, sd.Raw); r != nil || err != nil {
			return r, err
		}
	}
	if err := begin(f, sd.Raw); err != nil {
		f.release()
		return nil, fmt.Errorf("decode stream: %w", err)
	}
	return &Reader{doc: v.doc, source: f, inflater: f}, nil
}

// readerOf returns a reader of decoded data.
func (d *Document) readerOf(data []byte) *Reader {
	return &Reader{doc: d, source: bytes.NewReader(data), decoded: true}
}

// openSmall inflates a small stream and keeps it. It returns no reader where its data
// are not small: those of an image of one colour.
func (d *Document) openSmall(f *inflater, raw []byte) (*Reader, error) {
	limit := d.streamLimit()
	n, err := f.decode(raw, min(limit, maxSmallData))
	if errors.Is(err, errTooLong) && limit > maxSmallData {
		return nil, nil
	}
	sound, err := d.judge(n, err, limit)
	if err == nil {
		err = d.spend(n)
	}
	if err != nil {
		f.release()
		return nil, err
	}
	data := f.room[:n]
	if sound {
		d.small.put(raw, bytes.Clone(data))
	}
	r := d.readerOf(data)
	r.inflater = f
	return r, nil
}

// Read is that of io.Reader. The error is io.EOF, a *LimitError when a cap was
// hit, or another one when nothing of the stream can be decoded.
func (r *Reader) Read(p []byte) (int, error) {
	n, err := r.source.Read(p)
	if r.decoded {
		return n, err
	}
	r.read += int64(n)
	if most := r.doc.limits.StreamBytes; r.read > most {
		return 0, &LimitError{"StreamBytes", most}
	}
	if limit := r.doc.spend(n); limit != nil {
		return 0, limit
	}
	switch {
	case err == nil || errors.Is(err, io.EOF):
		return n, err
	case r.read == 0:
		return 0, fmt.Errorf("decode stream: %w", err)
	}
	r.doc.noteFault()
	return n, io.EOF
}

// Close gives back what reading took. Nothing may be read afterwards.
func (r *Reader) Close() {
	if r.inflater != nil {
		r.inflater.release()
		r.inflater, r.source = nil, nil
	}
}

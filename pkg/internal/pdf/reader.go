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
	inflater *inflater // nil: the source has data that was decoded before
	read     int64
}

// Open begins to read a stream. The error is one that Decode would return.
func (v Value) Open() (*Reader, error) {
	sd, ok := v.stream()
	if !ok || !isPlainFlate(&sd) || len(sd.Raw) <= maxSmallStream {
		data, err := v.Decode()
		return &Reader{doc: v.doc, source: bytes.NewReader(data)}, err
	}
	f := inflaters.Get().(*inflater)
	source, err := f.open(sd.Raw)
	if err != nil {
		f.release()
		return nil, fmt.Errorf("decode stream: %w", err)
	}
	return &Reader{doc: v.doc, source: source, inflater: f}, nil
}

// Read is that of io.Reader. The error is io.EOF, a *LimitError when a cap was
// hit, or another one when nothing of the stream can be decoded.
func (r *Reader) Read(p []byte) (int, error) {
	n, err := r.source.Read(p)
	if r.inflater == nil {
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

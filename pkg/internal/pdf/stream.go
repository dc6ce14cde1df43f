package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// ErrEncoded means that a stream holds an encoded image, which is not decoded.
var ErrEncoded = errors.New("encoded image data")

// Decode returns the decoded bytes of a stream. Data that breaks off or is
// corrupt from some place on is returned up to there, as viewers do, and noted as
// damage. The error is a *LimitError when a cap was hit.
func (v Value) Decode() ([]byte, error) {
	sd, ok := v.stream()
	if !ok {
		return nil, errors.New("not a stream")
	}
	if len(sd.FilterPipeline) == 0 {
		return sd.Raw, v.doc.spend(len(sd.Raw))
	}
	if isImageFilter(sd.FilterPipeline[len(sd.FilterPipeline)-1].Name) {
		return nil, ErrEncoded
	}
	data, err := v.doc.decode(&sd)
	if err != nil {
		return nil, err
	}
	return data, v.doc.spend(len(data))
}

// DecodeOwn is Decode for bytes that the caller is going to change.
func (v Value) DecodeOwn() ([]byte, error) {
	data, err := v.Decode()
	if sd, ok := v.stream(); ok && (len(sd.FilterPipeline) == 0 || len(sd.Raw) <= maxSmallStream) {
		data = bytes.Clone(data) // they are the file's, or kept in small
	}
	return data, err
}

// Samples begins to read what Open keeps from looking into: the data of an image, with
// the name of the filter that still encodes it, "" for bare samples. Fax data is
// decoded.
func (v Value) Samples() (r *Reader, encoding string, err error) {
	sd, ok := v.stream()
	n := len(sd.FilterPipeline)
	if !ok || n == 0 || !isImageFilter(sd.FilterPipeline[n-1].Name) {
		r, err = v.OpenPicture()
		return r, "", err
	}
	encoding = sd.FilterPipeline[n-1].Name
	data := sd.Raw
	if encoding == filter.CCITTFax {
		encoding = ""
	} else {
		sd.FilterPipeline = sd.FilterPipeline[:n-1]
	}
	if len(sd.FilterPipeline) > 0 {
		if data, err = v.doc.decode(&sd); err != nil {
			return nil, "", err
		}
	}
	return v.doc.readerOf(data), encoding, v.doc.spend(len(data))
}

func isImageFilter(name string) bool {
	switch name {
	case filter.DCT, filter.JPX, filter.CCITTFax, "JBIG2Decode":
		return true
	}
	return false
}

// decode runs the filters, guarded against panics and bounded in size. Plain
// Flate, which nearly all streams are, takes a shorter way than pdfcpu's.
func (d *Document) decode(sd *types.StreamDict) (data []byte, err error) {
	limit := d.streamLimit()
	if isPlainFlate(sd) {
		return d.inflate(sd.Raw, limit)
	}
	err = guard(func() error {
		d.decoding.Lock()
		defer d.decoding.Unlock()
		return sd.DecodeWithLimit(limit)
	})
	switch {
	case err == nil:
		return sd.Content, nil
	case errors.Is(err, filter.ErrDecodeLimitExceeded):
		return nil, d.limitHit(limit)
	}
	return nil, fmt.Errorf("decode stream: %w", err)
}

// isPlainFlate reports whether the stream has one Flate filter and no predictor.
func isPlainFlate(sd *types.StreamDict) bool {
	return len(sd.FilterPipeline) == 1 && sd.FilterPipeline[0].Name == filter.Flate && len(sd.FilterPipeline[0].DecodeParms) == 0
}

// streamLimit returns how many bytes a stream may decode to.
func (d *Document) streamLimit() int64 { return min(d.limits.StreamBytes, max(0, d.budget.Load())) }

func (d *Document) limitHit(limit int64) error {
	if limit < d.limits.StreamBytes {
		return &LimitError{"TotalBytes", d.limits.TotalBytes}
	}
	return &LimitError{"StreamBytes", d.limits.StreamBytes}
}

// spend takes n decoded bytes off the document's budget.
func (d *Document) spend(n int) error {
	if d.budget.Add(-int64(n)) < 0 {
		d.budget.Store(0)
		return &LimitError{"TotalBytes", d.limits.TotalBytes}
	}
	return nil
}

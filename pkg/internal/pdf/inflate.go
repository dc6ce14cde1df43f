package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/zlib"

	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// inflater decodes Flate data (ISO 32000-2, 7.4.4). It is reused from stream to
// stream: a bitmap font alone is a hundred of them.
type inflater struct {
	source bytes.Reader
	reader io.ReadCloser
}

// inflate decodes raw up to limit bytes. Data that is corrupt from some place on
// is given up to there, which is noted.
func (d *Document) inflate(raw []byte, limit int64) ([]byte, error) {
	if data, ok := d.small.get(raw); ok {
		return data, nil
	}
	f := d.inflater()
	data, err := f.decode(raw, limit)
	d.inflaters.Put(f)
	switch {
	case err == nil:
		d.small.put(raw, data)
		return data, nil
	case errors.Is(err, errTooLong):
		return nil, d.limitHit(limit)
	case len(data) == 0:
		return nil, fmt.Errorf("decode stream: %w", err)
	}
	d.noteFault()
	return data, nil
}

func (d *Document) noteFault() {
	d.note(wording.StreamCorrupt, nil)
}

// inflater returns one that nobody uses, to be put back.
func (d *Document) inflater() *inflater {
	if f, ok := d.inflaters.Get().(*inflater); ok {
		return f
	}
	return new(inflater)
}

// errTooLong tells that there is more data than asked for.
var errTooLong = errors.New("too much data")

// decode returns what raw holds, with an error what stands before the fault.
func (f *inflater) decode(raw []byte, limit int64) ([]byte, error) {
	r, err := f.open(raw)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, int(min(limit, int64(inflateGuess*len(raw)+512))))
	for {
		if int64(len(out)) > limit {
			return nil, errTooLong
		}
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		switch {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return out, err
		}
	}
}

// inflateGuess is how much text grows when it is inflated.
const inflateGuess = 3

func (f *inflater) open(raw []byte) (io.Reader, error) {
	f.source.Reset(raw)
	if f.reader == nil {
		r, err := zlib.NewReader(&f.source)
		if err != nil {
			return nil, err
		}
		f.reader = r
		return r, nil
	}
	if err := f.reader.(zlib.Resetter).Reset(&f.source, nil); err != nil {
		return nil, err
	}
	return f.reader, nil
}

// smallStreams keeps the data of streams that are a few bytes, because those are
// read more than once: the procedures of Type 3 fonts for their metrics and for
// their ink. Setting up to decode costs more than they do.
type smallStreams struct {
	mu    sync.Mutex
	data  map[*byte][]byte // by the first byte of the coded data
	bytes int
}

// Caps of what smallStreams keeps.
const (
	maxSmallStream  = 2 << 10
	maxSmallStreams = 4 << 20
)

func (s *smallStreams) get(raw []byte) ([]byte, bool) {
	if len(raw) == 0 || len(raw) > maxSmallStream {
		return nil, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	data, ok := s.data[&raw[0]]
	return data, ok
}

func (s *smallStreams) put(raw, data []byte) {
	if len(raw) == 0 || len(raw) > maxSmallStream {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bytes+len(data) > maxSmallStreams {
		return
	}
	if s.data == nil {
		s.data = map[*byte][]byte{}
	}
	s.data[&raw[0]] = data
	s.bytes += len(data)
}

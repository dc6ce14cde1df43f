package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"

	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// inflater decodes Flate data (ISO 32000-2, 7.4.4). It is reused from stream to
// stream, and from file to file: a bitmap font alone is a hundred of them.
type inflater struct {
	source bytes.Reader
	reader io.ReadCloser
	bare   io.Reader // does not look at checksums
	room   []byte    // what is decoded is gathered in, until its length is known
}

// inflate decodes raw up to limit bytes. Data that is corrupt from some place on
// is given up to there, which is noted.
func (d *Document) inflate(raw []byte, limit int64) ([]byte, error) {
	if data, ok := d.small.get(raw); ok {
		return data, nil
	}
	data, err := inflated(raw, limit)
	sound, err := d.judge(len(data), err, limit)
	if err != nil {
		return nil, err
	}
	if sound {
		d.small.put(raw, data)
	}
	return data, nil
}

// inflated returns what raw holds, with an error what stands before the fault.
func inflated(raw []byte, limit int64) ([]byte, error) {
	f := inflaters.Get().(*inflater)
	defer f.release()
	n, err := f.decode(raw, limit)
	return f.give(n), err
}

// judge says what it means that decoding has ended after n bytes with an error or
// none: n sound bytes, n bytes before damage, which is noted, or an error.
func (d *Document) judge(n int, err error, limit int64) (sound bool, _ error) {
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, errTooLong):
		return false, d.limitHit(limit)
	case n == 0:
		return false, fmt.Errorf("decode stream: %w", err)
	}
	d.noteFault()
	return false, nil
}

func (d *Document) noteFault() {
	d.note(wording.StreamCorrupt, nil)
}

// errTooLong tells that there is more data than asked for.
var errTooLong = errors.New("too much data")

// inflaters are those that nobody uses.
var inflaters = sync.Pool{New: func() any { return new(inflater) }}

// release puts f back.
func (f *inflater) release() {
	f.source.Reset(nil)
	if len(f.room) > maxKeptRoom {
		f.room = nil
	}
	inflaters.Put(f)
}

// Sizes of an inflater's room in bytes.
const (
	usualRoom   = 64 << 10
	maxKeptRoom = 1 << 20 // a larger one goes with the data in it
)

// decode fills the room with the n bytes that raw holds, with an error those before
// the fault.
func (f *inflater) decode(raw []byte, limit int64) (n int, err error) {
	r, err := f.open(raw)
	if err != nil {
		return 0, err
	}
	if f.room == nil {
		f.room = make([]byte, usualRoom)
	}
	for err == nil && int64(n) <= limit {
		if n == len(f.room) {
			f.room = append(f.room, make([]byte, min(int64(n), limit+1-int64(n)))...)
		}
		var k int
		k, err = r.Read(f.room[n:])
		n += k
	}
	switch {
	case int64(n) > limit:
		return n, errTooLong
	case err == io.EOF:
		return n, nil
	}
	return n, err
}

// give returns the first n bytes of the room, for keeps.
func (f *inflater) give(n int) []byte {
	if len(f.room) <= maxKeptRoom {
		return bytes.Clone(f.room[:n])
	}
	out := f.room[:n:n]
	f.room = nil
	return out
}

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

// openUnchecked is open for data whose checksum does not matter. Where they do not begin
// as nearly all do, it is looked at nevertheless.
func (f *inflater) openUnchecked(raw []byte) (io.Reader, error) {
	const usual, dictionary = 0x78, 0x20 // of the two bytes of the header (RFC 1950, 2.2)
	if !isZlib(raw) || raw[0] != usual || raw[1]&dictionary != 0 {
		return f.open(raw)
	}
	f.source.Reset(raw[2:])
	if f.bare == nil {
		f.bare = flate.NewReader(&f.source)
		return f.bare, nil
	}
	return f.bare, f.bare.(flate.Resetter).Reset(&f.source, nil)
}

// smallStreams keeps the data of streams that are a few bytes, because those are
// read more than once: the procedures of Type 3 fonts for their metrics and for
// their ink. Setting up to decode costs more than they do. An image of one colour can
// be a few bytes too, but not its samples.
type smallStreams struct {
	mu    sync.Mutex
	data  map[*byte][]byte // by the first byte of the coded data
	bytes int
}

// Caps of what smallStreams keeps.
const (
	maxSmallStream  = 2 << 10
	maxSmallData    = 64 << 10
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
	if len(raw) == 0 || len(raw) > maxSmallStream || len(data) > maxSmallData {
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

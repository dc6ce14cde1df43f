package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"hash"
	"hash/adler32"
	"io"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/inflate"
	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// inflater decodes Flate data (ISO 32000-2, 7.4.4), all at once or piece by piece. It is
// reused from stream to stream, and from file to file: a bitmap font alone is a hundred
// of them.
type inflater struct {
	flate inflate.Decoder
	room  []byte // what is decoded is in
	n     int    // bytes in the room
	given int    // of them that were read
	ended error  // io.EOF or the fault after what is in the room
	// The checksum of what was decoded piece by piece; nil where it does not matter.
	sum hash.Hash32
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
	f.flate.Reset(nil)
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
	if err := f.flate.ResetZlib(raw); err != nil {
		return 0, err
	}
	f.makeRoom()
	for err == nil && int64(n) <= limit {
		if len(f.room)-n < inflate.Slack {
			f.room = append(f.room, make([]byte, min(int64(n), limit+1-int64(n))+inflate.Slack)...)
		}
		n, err = f.flate.Decode(f.room, n)
	}
	switch {
	case int64(n) > limit:
		return n, errTooLong
	case err != io.EOF:
		return n, err
	}
	return n, f.verify(adler32.Checksum(f.room[:n]))
}

func (f *inflater) makeRoom() {
	if f.room == nil {
		f.room = make([]byte, usualRoom)
	}
}

// errChecksum tells of data that are not those that were encoded.
var errChecksum = errors.New("wrong checksum")

// verify compares the checksum of all that was decoded with that of the data.
func (f *inflater) verify(sum uint32) error {
	want, err := f.flate.Checksum()
	if err == nil && sum != want {
		err = errChecksum
	}
	return err
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

// open begins to read raw piece by piece.
func (f *inflater) open(raw []byte) error {
	f.makeRoom()
	f.n, f.given, f.ended, f.sum = 0, 0, nil, adler32.New()
	return f.flate.ResetZlib(raw)
}

// openUnchecked is open for data whose checksum does not matter. Where they do not begin
// as nearly all do, it is looked at nevertheless.
func (f *inflater) openUnchecked(raw []byte) error {
	err := f.open(raw)
	const usual = 0x78 // the first byte of the wrapper (RFC 1950, 2.2)
	if err == nil && raw[0] == usual {
		f.sum = nil
	}
	return err
}

// Read is that of io.Reader.
func (f *inflater) Read(p []byte) (int, error) {
	if f.given == f.n && f.ended == nil {
		f.decodeMore()
	}
	if f.given == f.n {
		return 0, f.ended
	}
	k := copy(p, f.room[f.given:f.n])
	f.given += k
	return k, nil
}

// decodeMore decodes the next piece; what the pieces after it can refer to stays in the
// room.
func (f *inflater) decodeMore() {
	if f.n > inflate.Window {
		f.n = copy(f.room, f.room[f.n-inflate.Window:f.n])
	}
	f.given = f.n
	f.n, f.ended = f.flate.Decode(f.room, f.n)
	if f.sum == nil {
		return
	}
	f.sum.Write(f.room[f.given:f.n])
	if f.ended == io.EOF {
		if err := f.verify(f.sum.Sum32()); err != nil {
			f.ended = err
		}
	}
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
	if s.data == nil || s.bytes+len(data) > maxSmallStreams {
		s.data, s.bytes = map[*byte][]byte{}, 0 // what is read again is read soon
	}
	s.data[&raw[0]] = data
	s.bytes += len(data)
}

package form

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/flate"
)

// maxPlain is how many bytes are kept as they are: what a few files need is not packed.
const maxPlain = 1 << 20

// Spool keeps what cannot be written before the end of a report, such as its files where
// their number comes first. It packs what is much, to a tenth or less: a report may be on
// tens of thousands of files.
type Spool struct {
	plain  bytes.Buffer
	packed pieces
	packer *flate.Writer // nil: all is plain
	closed bool          // of the packer
}

// Write keeps p.
func (s *Spool) Write(p []byte) (int, error) {
	if s.packer == nil && s.plain.Len()+len(p) <= maxPlain {
		return s.plain.Write(p)
	}
	if s.packer == nil {
		packer, err := flate.NewWriter(&s.packed, flate.BestSpeed)
		if err != nil { // there is no such level
			return 0, err
		}
		s.packer = packer
	}
	return s.packer.Write(p)
}

// WriteTo writes what is kept, as often as it is called. Nothing can be added afterwards.
func (s *Spool) WriteTo(w io.Writer) (int64, error) {
	r, err := s.reader()
	if err != nil {
		return 0, err
	}
	return io.Copy(w, r)
}

// reader reads what is kept.
func (s *Spool) reader() (io.Reader, error) {
	plain := bytes.NewReader(s.plain.Bytes())
	if s.packer == nil {
		return plain, nil
	}
	if !s.closed {
		s.closed = true
		if err := s.packer.Close(); err != nil {
			return nil, err
		}
	}
	return io.MultiReader(plain, flate.NewReader(s.packed.reader())), nil
}

// pieces are bytes in pieces of one size, so that none is copied as they grow.
type pieces [][]byte

// pieceBytes is the size of a piece.
const pieceBytes = 256 << 10

// Write appends p.
func (b *pieces) Write(p []byte) (int, error) {
	written := len(p)
	for len(p) > 0 {
		last := len(*b) - 1
		if last < 0 || len((*b)[last]) == pieceBytes {
			*b = append(*b, make([]byte, 0, pieceBytes))
			continue
		}
		n := min(len(p), pieceBytes-len((*b)[last]))
		(*b)[last] = append((*b)[last], p[:n]...)
		p = p[n:]
	}
	return written, nil
}

// reader reads all pieces.
func (b pieces) reader() io.Reader {
	var all []io.Reader
	for _, piece := range b {
		all = append(all, bytes.NewReader(piece))
	}
	return io.MultiReader(all...)
}

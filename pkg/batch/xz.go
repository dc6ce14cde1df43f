package batch

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// maxWindow caps the bytes that are looked back to while an archive is unpacked, which
// are in memory: xz -9 needs as many, zstd less up to its level 21.
const maxWindow = 64 << 20

// checkXZ walks through a file of xz, without unpacking it, and refuses what would take
// more memory than maxWindow: the library takes at once what a block asks for, up to
// 4 GB. The file is where it was afterwards.
func checkXZ(file *os.File) error {
	w := xzWalk{r: bufio.NewReaderSize(file, 64<<10)}
	err := w.streams()
	if _, seek := file.Seek(0, io.SeekStart); seek != nil {
		return Reason(seek)
	}
	return err
}

// xzWalk is a walk through a file of xz, as its format 1.2.1 describes it.
type xzWalk struct {
	r  *bufio.Reader
	at int64
}

// xzHeader is the length of the header of a stream, and of its footer.
const xzHeader = 12

// streams walks through the streams and the padding between them.
func (w *xzWalk) streams() error {
	for {
		head, err := w.r.Peek(4)
		switch {
		case errors.Is(err, io.EOF) && len(head) == 0:
			return nil
		case err != nil:
			return errNoArchive
		case binary.LittleEndian.Uint32(head) == 0:
			err = w.skip(4)
		default:
			err = w.stream()
		}
		if err != nil {
			return err
		}
	}
}

// stream walks through a stream: its blocks, their index and the footer.
func (w *xzWalk) stream() error {
	head, err := w.take(xzHeader)
	if err != nil {
		return err
	}
	check := int64(0) // bytes of the sum after each block
	if kind := head[7] & 15; kind > 0 {
		check = 4 << ((kind - 1) / 3)
	}
	for {
		first, err := w.r.ReadByte()
		w.at++
		switch {
		case err != nil:
			return errNoArchive
		case first == 0:
			return w.index()
		}
		if err := w.blockHeader(4*(int(first)+1) - 1); err != nil {
			return err
		}
		if err := w.chunks(); err != nil {
			return err
		}
		if err := w.skip(w.padding() + check); err != nil {
			return err
		}
	}
}

// blockHeader reads the rest of the header of a block, of so many bytes.
func (w *xzWalk) blockHeader(n int) error {
	head, err := w.take(n)
	if err != nil {
		return err
	}
	const filters, packedSize, fullSize, lzma2 = 3, 1 << 6, 1 << 7, 0x21
	flags, rest := head[0], head[1:]
	if flags&filters != 0 {
		return errPacking
	}
	for _, size := range []byte{packedSize, fullSize} {
		if flags&size != 0 {
			_, length := binary.Uvarint(rest)
			rest = rest[max(length, 0):]
		}
	}
	switch {
	case len(rest) < 3:
		return errNoArchive
	case rest[0] != lzma2 || rest[1] != 1:
		return errPacking
	case rest[2] > 40 || int64(2|rest[2]&1)<<(rest[2]/2+11) > maxWindow:
		return errWindow
	}
	return nil
}

// chunks walks through the data of a block.
func (w *xzWalk) chunks() error {
	for {
		control, err := w.r.ReadByte()
		w.at++
		switch {
		case err != nil:
			return errNoArchive
		case control == 0:
			return nil
		case control < 0x80: // not packed
			size, err := w.take(2)
			if err != nil {
				return err
			}
			if err := w.skip(int64(binary.BigEndian.Uint16(size)) + 1); err != nil {
				return err
			}
			continue
		}
		sizes, err := w.take(4)
		if err != nil {
			return err
		}
		n := int64(binary.BigEndian.Uint16(sizes[2:])) + 1
		if control >= 0xc0 { // with new properties
			n++
		}
		if err := w.skip(n); err != nil {
			return err
		}
	}
}

// index skips the index and the footer.
func (w *xzWalk) index() error {
	records, err := w.number()
	if err != nil {
		return err
	}
	for range records { // each takes bytes of the file
		for range 2 {
			if _, err := w.number(); err != nil {
				return err
			}
		}
	}
	const sum = 4
	return w.skip(w.padding() + sum + xzHeader)
}

// number reads a number of the index.
func (w *xzWalk) number() (uint64, error) {
	begin := w.at
	n, err := binary.ReadUvarint(countedBytes{w})
	if err != nil || w.at-begin > 9 {
		return 0, errNoArchive
	}
	return n, nil
}

// countedBytes reads bytes of a walk.
type countedBytes struct{ *xzWalk }

// ReadByte reads a byte.
func (w countedBytes) ReadByte() (byte, error) {
	w.at++
	return w.r.ReadByte()
}

// padding returns how many bytes are missing to a multiple of four.
func (w *xzWalk) padding() int64 { return -w.at & 3 }

// take reads some bytes, which are few.
func (w *xzWalk) take(n int) ([]byte, error) {
	data := make([]byte, n)
	if _, err := io.ReadFull(w.r, data); err != nil {
		return nil, errNoArchive
	}
	w.at += int64(n)
	return data, nil
}

// skip passes over some bytes.
func (w *xzWalk) skip(n int64) error {
	if _, err := w.r.Discard(int(n)); err != nil {
		return errNoArchive
	}
	w.at += n
	return nil
}

package batch

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// packing is how a tar archive is packed.
type packing int

const (
	unpacked packing = iota
	packedGzip
	packedBzip2
	packedXZ
	packedZstd
)

// packings are the first bytes of what is packed, as RFC 1952, bzip2's manual, the .xz
// file format 1.2.1 and RFC 8878 have them.
var packings = []struct {
	magic string
	packing
}{{"\x1f\x8b\x08", packedGzip}, {"BZh", packedBzip2}, {"\xfd7zXZ\x00", packedXZ}, {"\x28\xb5\x2f\xfd", packedZstd}}

// packingOf returns how a file that begins so is packed.
func packingOf(head []byte) packing {
	for _, p := range packings {
		if bytes.HasPrefix(head, []byte(p.magic)) {
			return p.packing
		}
	}
	return unpacked
}

// isTar reports whether a file that begins so is a tar archive.
func isTar(head []byte) bool {
	const magicAt, block = 257, 512
	if len(head) < block {
		return false
	}
	if bytes.HasPrefix(head[magicAt:], []byte("ustar")) {
		return true
	}
	_, err := tar.NewReader(bytes.NewReader(head)).Next() // it has checked a sum
	return err == nil
}

// isPackedTar reports whether a file on disk that begins so is a packed tar archive. Its
// name tells it where it cannot be unpacked.
func isPackedTar(path string, head []byte) bool {
	if packingOf(head) == unpacked {
		return false
	}
	r, err := openTar(path)
	if err != nil {
		return isNamedTar(path)
	}
	defer r.close()
	inner, err := readHead(r.bytes)
	return isTar(inner) || err != nil && isNamedTar(path)
}

// isNamedTar reports whether a file says by its name that it is a packed tar archive.
func isNamedTar(name string) bool {
	name = strings.ToLower(name)
	for _, ending := range []string{".tgz", ".tbz2", ".txz", ".tzst", ".tar" + extension(name)} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// tarReader reads a tar archive on disk from its beginning.
type tarReader struct {
	*tar.Reader
	bytes io.Reader // of the archive, unpacked
	free  func()    // what the unpacking holds; nil for nothing
	file  *os.File
}

// openTar opens a tar archive, packed or not.
func openTar(path string) (*tarReader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, Reason(err)
	}
	r := &tarReader{file: file, bytes: file}
	if err := r.unpack(); err != nil {
		r.close()
		return nil, err
	}
	r.Reader = tar.NewReader(r.bytes) // which seeks in a file
	return r, nil
}

// close closes the archive.
func (r *tarReader) close() {
	if r.free != nil {
		r.free()
	}
	r.file.Close()
}

// isWhole reports whether an archive that is not packed ends as it must, with a block of
// zeros; of what is packed, the end is known.
func (r *tarReader) isWhole() bool {
	const block = 512
	info, err := r.file.Stat()
	if err != nil || r.bytes != io.Reader(r.file) {
		return err == nil
	}
	tail := make([]byte, block)
	_, err = r.file.ReadAt(tail, info.Size()-block)
	return err == nil && bytes.Equal(tail, make([]byte, block))
}

// unpack has the bytes unpacked, within the caps.
func (r *tarReader) unpack() error {
	head, err := readHead(r.file)
	if err == nil {
		_, err = r.file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return Reason(err)
	}
	in := &countedReader{r: r.file}
	buffered := bufio.NewReaderSize(in, 64<<10)
	var out io.Reader
	switch packingOf(head) {
	case unpacked:
		return nil
	case packedGzip:
		out, err = gzip.NewReader(buffered)
	case packedBzip2:
		out = bzip2.NewReader(buffered)
	case packedXZ:
		if err := checkXZ(r.file); err != nil {
			return err
		}
		out, err = xz.NewReader(buffered)
	case packedZstd:
		var decoder *zstd.Decoder
		decoder, err = zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err == nil {
			out, r.free = decoder, decoder.Close
		}
	}
	if err != nil {
		return tarReason(err)
	}
	r.bytes = &ratioReader{r: out, in: in}
	return nil
}

// countedReader counts the bytes that are read.
type countedReader struct {
	r io.Reader
	n int64
}

// Read reads and counts.
func (c *countedReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// ratioReader ends where more is unpacked than papers unpack to.
type ratioReader struct {
	r   io.Reader
	in  *countedReader
	out int64
}

// Read reads what is unpacked.
func (c *ratioReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.out += int64(n)
	switch {
	case c.out > maxUnpacked:
		return n, errUnpacked
	case c.out > freeRatio+maxRatio*c.in.n:
		return n, errRatio
	}
	return n, err
}

// tarReason says in words why a tar archive cannot be read on.
func tarReason(err error) error {
	for _, known := range []error{errUnpacked, errRatio, errWindow, errPacking} {
		if errors.Is(err, known) {
			return known
		}
	}
	if errors.Is(err, zstd.ErrWindowSizeExceeded) {
		return errWindow
	}
	return errNoArchive
}

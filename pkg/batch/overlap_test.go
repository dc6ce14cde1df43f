package batch

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"testing"
)

// packed is a file of a hand-made archive.
type packed struct {
	name       string
	at         int    // of its local header
	method     uint16 // 0: as it is, 8: Flate
	size, full int    // packed and unpacked
	sum        uint32
}

// header returns the local header (APPNOTE 4.3.7), or with the offset the entry of
// the directory (4.3.12).
func (p packed) header(directory bool) []byte {
	var out []byte
	le := binary.LittleEndian
	if directory {
		out = append(out, "PK\x01\x02\x14\x00"...)
	} else {
		out = append(out, "PK\x03\x04"...)
	}
	out = append(out, 20, 0, 0, 0)
	out = le.AppendUint16(out, p.method)
	out = append(out, 0, 0, 0, 0)
	out = le.AppendUint32(out, p.sum)
	out = le.AppendUint32(out, uint32(p.size))
	out = le.AppendUint32(out, uint32(p.full))
	out = le.AppendUint16(out, uint16(len(p.name)))
	out = append(out, 0, 0)
	if directory {
		out = append(out, make([]byte, 10)...)
		out = le.AppendUint32(out, uint32(p.at))
	}
	return append(out, p.name...)
}

// archiveOf returns the bytes of an archive: those before the directory, and the
// directory of files.
func archiveOf(body []byte, files []packed) string {
	out := slices.Clone(body)
	for _, p := range files {
		out = append(out, p.header(true)...)
	}
	size := len(out) - len(body)
	le := binary.LittleEndian
	out = append(out, "PK\x05\x06\x00\x00\x00\x00"...)
	out = le.AppendUint16(le.AppendUint16(out, uint16(len(files))), uint16(len(files)))
	out = le.AppendUint32(le.AppendUint32(out, uint32(size)), uint32(len(body)))
	return string(append(out, 0, 0))
}

// kernel is a paper of some megabytes that packs to little.
func kernel() (plain, flat []byte) {
	plain = append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte(" "), 4<<20)...)
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	w.Write(plain)
	w.Close()
	return plain, out.Bytes()
}

// sameNamed is an archive whose many files of this name are one.
func sameNamed(name string, n int) string {
	plain, flat := kernel()
	p := packed{name: name, method: 8, size: len(flat), full: len(plain), sum: crc32.ChecksumIEEE(plain)}
	return archiveOf(append(p.header(false), flat...), slices.Repeat([]packed{p}, n))
}

// ownHeaders is an archive whose files have headers of their own, one behind the
// other, and reach over those that follow to the same data at the end.
func ownHeaders(n int) string {
	_, flat := kernel()
	const name = "0000.pdf"
	files := make([]packed, n)
	size := len((packed{name: name}).header(false))
	for i := range files {
		files[i] = packed{name: name, at: i * size, size: (n-1-i)*size + len(flat), full: (n-1-i)*size + len(flat)}
	}
	var body []byte
	for _, p := range files {
		body = append(body, p.header(false)...)
	}
	return archiveOf(append(body, flat...), files)
}

// quoted is an archive whose files each begin with a stored block that holds the
// header of the next one, and go on with its data (Fifield, A better zip bomb).
func quoted(n int) string {
	plain, flat := kernel()
	last := packed{name: "last.pdf", method: 8, size: len(flat), full: len(plain), sum: crc32.ChecksumIEEE(plain)}
	tail := append(last.header(false), flat...)
	files := []packed{last}
	for range n - 1 {
		next := files[0]
		head := next.header(false)
		le := binary.LittleEndian
		block := le.AppendUint16(le.AppendUint16([]byte{0}, uint16(len(head))), ^uint16(len(head)))
		p := packed{name: "more.pdf", method: 8, size: len(block) + len(head) + next.size, full: len(head) + next.full}
		front := append(p.header(false), block...)
		for i := range files {
			files[i].at += len(front)
		}
		tail = append(front, tail...)
		files = append([]packed{p}, files...)
	}
	return archiveOf(tail, files)
}

// Archives whose files overlap are refused before any of them is unpacked.
func TestOverlappingArchives(t *testing.T) {
	for name, data := range map[string]string{"the same data": sameNamed("same.pdf", maxEntries), "headers of their own": ownHeaders(2000), "quoted headers": quoted(500)} {
		t.Run(name, func(t *testing.T) {
			folder(t, map[string]string{"all.zip": data})
			want := []string{"all.zip: " + errOverlap.Error()}
			if got := told(Named([]string{"all.zip"}, nil, nil)); !slices.Equal(got, want) {
				t.Errorf("%d inputs: %.200q", len(got), got)
			}
		})
	}
	plain, flat := kernel()
	one := packed{name: "a.pdf", method: 8, size: len(flat), full: len(plain), sum: crc32.ChecksumIEEE(plain)}
	body := append(one.header(false), flat...)
	two := one
	two.at = len(body)
	folder(t, map[string]string{"all.zip": archiveOf(append(body, body...), []packed{two, one})})
	for in := range Named([]string{"all.zip"}, nil, nil) {
		if in.Err != nil {
			t.Errorf("files side by side: %v", in.Err)
		}
	}
}

// What many small files of an archive hold is read once each to know them.
func TestSniffingIsBounded(t *testing.T) {
	read := &countedReaderAt{r: strings.NewReader(zipped(t, repeated("e", 5000)...))}
	files, err := listArchiveAt(read, read.r.Size())
	if err != nil {
		t.Fatal(err)
	}
	listed := read.bytes
	a := &opened{}
	for _, f := range files {
		a.input("x", f)
	}
	if more := read.bytes - listed; more > read.r.Size() {
		t.Errorf("%d bytes were read of %d", more, read.r.Size())
	}
}

// countedReaderAt counts what is read.
type countedReaderAt struct {
	r     *strings.Reader
	bytes int64
}

func (c *countedReaderAt) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.r.ReadAt(p, at)
	c.bytes += int64(n)
	return n, err
}

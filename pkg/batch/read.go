package batch

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxFile is how many bytes a paper may have.
var maxFile = pdf.DefaultLimits().FileBytes

// room returns how many bytes of memory reading a file may take.
func (l Limits) room() int64 {
	if l.MaxMemory <= 0 {
		return 2 * maxFile
	}
	return max(l.MaxMemory-guardMargin, l.MaxMemory/2)
}

// ReadFile reads a file that may have so many bytes at most.
func ReadFile(path string, most int64) ([]byte, error) {
	file, err := openFile(path)
	if err != nil {
		return nil, Reason(err)
	}
	defer file.Close()
	return ReadAll(file, most)
}

// ReadAll reads everything, or refuses what is larger than the given bytes.
func ReadAll(r io.Reader, most int64) ([]byte, error) {
	size := sizeOf(r)
	if size > most {
		return nil, tooLarge(most)
	}
	if size > 0 {
		data := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
		_, err := data.ReadFrom(io.LimitReader(r, most+1))
		return whole(data.Bytes(), err, most, tooLarge)
	}
	refusal := tooLarge
	if file, ok := r.(*os.File); ok && isDevice(file.Stat()) {
		most, refusal = min(most, maxDevice), func(int64) error { return errDevice }
	}
	data, err := gather(io.LimitReader(r, most+1))
	return whole(data, err, most, refusal)
}

// whole returns the data that was read, or why it is not all there is: refusal says so of
// what is larger than most bytes.
func whole(data []byte, err error, most int64, refusal func(most int64) error) ([]byte, error) {
	switch {
	case err != nil:
		return nil, Reason(err)
	case int64(len(data)) > most:
		return nil, refusal(most)
	}
	return data, nil
}

// gather reads everything from what does not tell its size. It takes twice the
// memory of what there is, and none that is thrown away meanwhile.
func gather(r io.Reader) ([]byte, error) {
	var pieces [][]byte
	for size := 64 << 10; ; size = min(2*size, 8<<20) {
		piece := make([]byte, size)
		n, err := io.ReadFull(r, piece)
		pieces = append(pieces, piece[:n])
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF) && n < size:
			return bytes.Join(pieces, nil), nil
		case err != nil:
			return bytes.Join(pieces, nil), err
		}
	}
}

// sizeOf returns the size of a file, 0 for anything else.
func sizeOf(r io.Reader) int64 {
	file, ok := r.(*os.File)
	if !ok {
		return 0
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

func tooLarge(most int64) error {
	return wording.NewError(wording.FileTooBig, report.Args{"most": int(most >> 20)})
}

// Reason describes why a file cannot be opened or read, without its name, which the
// reader knows.
func Reason(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wording.NewError(wording.NoSuchFile, nil)
	case errors.Is(err, fs.ErrPermission):
		return wording.NewError(wording.NoPermission, nil)
	case errors.Is(err, syscall.EISDIR):
		return wording.NewError(wording.IsFolder, nil)
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

// readPaper reads a file, or in when its name is Stdin and there is one, where it
// leaves the room.
func readPaper(name string, in io.Reader, room int64) ([]byte, error) {
	if name == Stdin && in != nil {
		return ReadAll(in, mostOf(in, room))
	}
	file, err := openFile(name)
	if err != nil {
		return nil, Reason(err)
	}
	defer file.Close()
	return ReadAll(file, mostOf(file, room))
}

// mostOf returns how many bytes a paper may have that is held in so much room, twice
// for a moment where its size is not known before.
func mostOf(r io.Reader, room int64) int64 {
	if sizeOf(r) == 0 {
		room /= 2
	}
	return min(maxFile, room)
}

// IsPaper reports whether there is a PDF at path.
func IsPaper(path string) bool {
	found, err := sniff(path)
	return err == nil && found == paper
}

// kind is what the first bytes of a file show it to be.
type kind int

const (
	other kind = iota
	paper
	archive
	unread  // an archive that is not opened
	special // no file
)

// headBytes is how much of a file is read to tell what it is: more than viewers
// allow to stand before a PDF's header.
const headBytes = 2048

// sniff tells what a regular file is. Nothing else is opened: a pipe in a folder
// would wait for ever.
func sniff(path string) (kind, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist): // a dangling link
		return other, nil
	case err != nil:
		return other, err
	case !info.Mode().IsRegular():
		return special, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return other, err
	}
	defer file.Close()
	head, err := readHead(file)
	if err == nil && isPackedTar(path, head) { // in which a PDF may begin within the head
		return archive, nil
	}
	return kindOf(head), err
}

// readHead returns the first bytes.
func readHead(r io.Reader) ([]byte, error) {
	head := make([]byte, headBytes)
	n, err := io.ReadFull(r, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], err
}

// kindOf tells what a file is by its first bytes.
func kindOf(head []byte) kind {
	switch {
	case isZIP(head), isTar(head): // before PDF: what is packed may begin within the head
		return archive
	case bytes.HasPrefix(head, []byte("7z\xbc\xaf\x27\x1c")), bytes.HasPrefix(head, []byte("Rar!\x1a\x07")):
		return unread
	case pdf.LooksLikePDF(head):
		return paper
	}
	return other
}

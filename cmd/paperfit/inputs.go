package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/paperfit/paperfit/pkg/pdf"
)

// stdin is the argument that stands for standard input.
const stdin = "-"

// input is a file to check, or why there is none at its path.
type input struct {
	path string
	err  error
}

// errNoPDFs is the fault of a folder without papers.
var errNoPDFs = errors.New("the folder holds no PDF; name the folder that holds the papers")

// inputs yields the files that arguments name: files as they are, folders as the
// PDFs in them.
func inputs(args []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, arg := range args {
			if !yieldArg(arg, yield) {
				return
			}
		}
	}
}

func yieldArg(arg string, yield func(input) bool) bool {
	if arg == stdin {
		return yield(input{path: arg})
	}
	info, err := os.Stat(arg)
	if err != nil {
		return yield(input{arg, reason(err)})
	}
	if info.IsDir() {
		return yieldFolder(arg, yield)
	}
	return yield(input{path: arg})
}

// yieldFolder yields the PDFs in a folder and the folders in it, sorted, and an
// error where it holds none or where a part of it cannot be read.
func yieldFolder(root string, yield func(input) bool) bool {
	found, stopped := false, false
	offer := func(in input) error {
		found = true
		if !yield(in) {
			stopped = true
			return fs.SkipAll
		}
		return nil
	}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		path := filepath.Join(root, name)
		switch {
		case err != nil:
			return offer(input{path, reason(err)})
		case entry.IsDir():
			return nil
		}
		isPDF, err := sniff(path)
		if err != nil {
			return offer(input{path, reason(err)})
		}
		if isPDF {
			return offer(input{path: path})
		}
		return nil
	})
	if err != nil || !found {
		return !stopped && yield(input{root, errors.Join(err, errNoPDFs)})
	}
	return !stopped
}

// sniffBytes is how much of a file is read to tell a PDF: more than viewers
// allow to stand before its header.
const sniffBytes = 2048

// sniff reports whether a regular file has a PDF header. Nothing else is opened:
// a pipe in the folder would wait for ever.
func sniff(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist): // a dangling link
		return false, nil
	case err != nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	head := make([]byte, sniffBytes)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return pdf.LooksLikePDF(head[:n]), nil
}

// read reads an input. A reader that never ends does not outlast an interrupt.
func (j job) read(ctx context.Context, in input) ([]byte, error) {
	if in.err != nil {
		return nil, in.err
	}
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		data, err := j.readNow(in.path)
		done <- result{data, err}
	}()
	select {
	case r := <-done:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// readNow reads a file or standard input, as far as a paper may be large.
func (j job) readNow(path string) ([]byte, error) {
	most := pdf.DefaultLimits().FileBytes
	if path == stdin {
		return readAll(j.streams.In, most)
	}
	return readFile(path, most)
}

// readAll reads everything, or refuses what is larger than the given bytes.
func readAll(r io.Reader, most int64) ([]byte, error) {
	size := sizeOf(r)
	if size > most {
		return nil, tooLarge(most)
	}
	buf := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err := buf.ReadFrom(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, reason(err)
	case int64(buf.Len()) > most:
		return nil, tooLarge(most)
	}
	return buf.Bytes(), nil
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
	return fmt.Errorf("the file is larger than %d MB; name the paper alone", most>>20)
}

// reason says in words why a file cannot be opened or read, without its name,
// which the reader knows.
func reason(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file; check its name and folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("the file may not be read or written; check its permissions")
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

package crosscheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/ledongthuc/pdf"

	"github.com/paperfit/paperfit/pkg/internal/confine"
)

// maxInput caps the bytes of the file that the second reader takes.
const maxInput = 256 << 20

// Serve is the second reader: it reads a PDF and writes what it finds on the
// pages of these numbers. It first confines the process for good, so that it is
// to be called by a process that does nothing else.
func Serve(in io.Reader, out io.Writer, numbers []string) error {
	confine.Process(confine.Limits{Memory: maxMemory, CPUTime: maxCPUTime})
	pages, err := parseNumbers(numbers)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(io.LimitReader(in, maxInput))
	if err != nil {
		return err
	}
	return serve(data, out, pages)
}

// parseNumbers reads page numbers.
func parseNumbers(words []string) ([]int, error) {
	if len(words) > maxPages {
		return nil, fmt.Errorf("%d pages requested; the maximum is %d", len(words), maxPages)
	}
	out := make([]int, len(words))
	for i, word := range words {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("invalid page number %q", word)
		}
		out[i] = n
	}
	return out, nil
}

// serve writes a line for the file and one for each page as soon as it is read.
func serve(data []byte, out io.Writer, pages []int) error {
	lines := json.NewEncoder(out)
	var file *pdf.Reader
	var count int
	err := guard(func() (err error) {
		if file, err = pdf.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
			count = file.NumPage()
		}
		if err == nil && count < 1 {
			err = unable("the second reader cannot open the file: it finds no pages")
		}
		return err
	})
	if err != nil {
		return lines.Encode(wireLine{Error: reasonOf(err, "the second reader cannot open the file")})
	}
	if err := lines.Encode(wireLine{Count: count}); err != nil {
		return err
	}
	for _, n := range pages {
		if err := lines.Encode(servePage(file, n)); err != nil {
			return err
		}
	}
	return nil
}

func servePage(file *pdf.Reader, number int) wireLine {
	line := wireLine{Page: number}
	err := guard(func() error {
		page := file.Page(number)
		if page.V.IsNull() {
			return unable("a page that the second reader does not find")
		}
		line.Rows = wireRows(readPage(page))
		return nil
	})
	if err != nil {
		line.Unable = reasonOf(err, "the second reader cannot read it")
	}
	return line
}

// reasonOf says why something could not be read: in this package's own words, or
// else the usual ones, since those of ledongthuc are for programmers.
func reasonOf(err error, usual string) string {
	var why unable
	if errors.As(err, &why) {
		return clipped(string(why))
	}
	return usual
}

// guard calls do and makes a panic an error: that is how ledongthuc describes what
// it cannot read.
func guard(do func() error) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	return do()
}

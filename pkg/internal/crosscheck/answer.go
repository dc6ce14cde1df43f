package crosscheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wireLine is one line of what the second reader writes: first its count of
// pages or why it cannot open the file, then the pages that were requested,
// each as soon as it is read, so that what was read before a deadline serves.
type wireLine struct {
	Count  int          `json:"count,omitempty"`
	Error  string       `json:"error,omitempty"`
	Page   int          `json:"page,omitempty"`
	Unable string       `json:"unable,omitempty"` // why the page could not be read
	Rows   [][3]float64 `json:"rows,omitempty"`   // baseline in default user space, size, characters
}

// answer is what the second reader found.
type answer struct {
	count int // of the file's pages
	pages map[int]theirPage
}

// theirPage is a page as the second reader reads it.
type theirPage struct {
	rows   rows // in default user space
	unable string
}

// errNonsense means that the child is not the second reader, or malfunctions.
var errNonsense = errors.New("invalid answer of the second reader")

// parseAnswer reads what the second reader wrote. A last line without its end
// was not finished and is passed over.
func parseAnswer(data []byte, wanted []int) (answer, error) {
	out := answer{pages: map[int]theirPage{}}
	requested := map[int]bool{}
	for _, n := range wanted {
		requested[n] = true
	}
	data = data[:bytes.LastIndexByte(data, '\n')+1]
	first := true
	for text := range bytes.Lines(data) {
		var line wireLine
		if json.Unmarshal(text, &line) != nil || !first && !requested[line.Page] {
			return answer{}, errNonsense
		}
		if first {
			if line.Error != "" {
				return answer{}, errors.New(clipped(line.Error))
			}
			out.count, first = line.Count, false
			continue
		}
		page, ok := line.theirPage()
		if !ok {
			return answer{}, errNonsense
		}
		out.pages[line.Page] = page
		delete(requested, line.Page)
	}
	return out, nil
}

// theirPage returns the page of a line; ok is false when its numbers are none.
func (l *wireLine) theirPage() (p theirPage, ok bool) {
	p = theirPage{rows: make(rows, len(l.Rows)), unable: clipped(l.Unable)}
	for _, r := range l.Rows {
		characters := r[2]
		if characters < 1 || characters > math.MaxInt32 {
			return p, false
		}
		p.rows.add(r[0], r[1], int(characters))
	}
	return p, true
}

// wireRows returns rows as they are written.
func wireRows(r rows) [][3]float64 {
	out := make([][3]float64, 0, len(r))
	for _, row := range both(r, nil) {
		out = append(out, [3]float64{row.baseline, row.size, float64(row.ours)})
	}
	return out
}

// maxMessage caps a message about the file, which may quote it.
const maxMessage = 120

// clipped returns a message up to what cannot be printed, or to the cap.
func clipped(message string) string {
	end := strings.IndexFunc(message, func(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) })
	if end < 0 {
		end = len(message)
	}
	for end > maxMessage || end < len(message) && !utf8.RuneStart(message[end]) {
		end--
	}
	return strings.TrimRight(message[:end], ": ")
}

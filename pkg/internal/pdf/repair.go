package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"sort"
	"strconv"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// closeTables moves the white space that stands between the last row of a table
// and its trailer behind that word, where it is as good and pdfcpu bears it;
// offsets stay. It is no damage: white space may stand between any two tokens
// (7.2.3).
func closeTables(data []byte) (closed []byte, changed bool) {
	word := []byte("trailer")
	for at := 0; ; at += len(word) {
		next := bytes.Index(data[at:], word)
		if next < 0 {
			return closed, changed
		}
		at += next
		row := bytes.TrimRight(data[:at], " \t\r\n")
		if !bytes.HasSuffix(row, []byte(" n")) && !bytes.HasSuffix(row, []byte(" f")) {
			continue
		}
		blank := data[min(at, len(row)+rowEnd):at]
		if len(blank) == 0 {
			continue
		}
		if !changed {
			closed, changed = bytes.Clone(data), true
		}
		begin := at - len(blank)
		copy(closed[begin+copy(closed[begin:], word):], blank)
	}
}

// rowEnd is how many bytes end a row of a table.
const rowEnd = 2

// object is an indirect object found by scanning.
type object struct {
	number, generation int
	offset             int // of its number
	body               int // after the keyword obj
}

// scanObjects finds what looks like "12 0 obj", in the file's order, until the
// context ends.
func scanObjects(ctx context.Context, data []byte) []object {
	var out []object
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte("obj"))
		if i < 0 || len(out) == maxScannedObjects || ctx.Err() != nil {
			return out
		}
		i += from
		from = i + 3
		if i >= 3 && bytes.Equal(data[i-3:i], []byte("end")) {
			continue
		}
		generation, p, ok := numberBefore(data, i)
		if !ok {
			continue
		}
		number, p, ok := numberBefore(data, p)
		if ok && number > 0 {
			out = append(out, object{number, generation, p, i + 3})
		}
	}
}

// leastObject is the size of the smallest object in bytes: "1 0 obj" and its end.
const leastObject = len("1 0 obj\nendobj\n")

// countsBeyond reports whether more than most objects stand in the file, outside
// of object streams. It is asked before anything is read for so many.
func countsBeyond(data []byte, most int) bool {
	return len(data)/leastObject > most && bytes.Count(data, []byte("endobj")) > most
}

// maxScannedObjects caps what a scan remembers.
const maxScannedObjects = 1_000_000

// numberBefore reads the digits that end before i, white space aside, and
// returns where they begin.
func numberBefore(data []byte, i int) (n, start int, ok bool) {
	for i > 0 && syntax.IsSpace(data[i-1]) {
		i--
	}
	end := i
	for i > 0 && end-i < 9 && data[i-1] >= '0' && data[i-1] <= '9' {
		i--
	}
	n, err := strconv.Atoi(string(data[i:end]))
	return n, i, err == nil
}

// dictWindow is how far into an object its dictionary's keys are looked for.
const dictWindow = 2048

// isType reports whether the dictionary that body begins with has the Type.
func isType(body []byte, name string) bool { return typeOf(body) == name }

// typeOf returns the Type of the dictionary that body begins with, "" when it has
// none.
func typeOf(body []byte) string {
	if v := dictEntry(body, "Type"); v.Kind == syntax.Name {
		return string(v.Bytes)
	}
	return ""
}

// dictEntry returns the first token of an entry of the dictionary that body
// begins with; only its own level is looked at.
func dictEntry(body []byte, key string) syntax.Token {
	l := syntax.NewLexer(body[:min(len(body), dictWindow)])
	if l.Next().Kind != syntax.DictOpen {
		return syntax.Token{}
	}
	depth := 1
	for depth > 0 {
		t := l.Next()
		switch t.Kind {
		case syntax.EOF:
			return syntax.Token{}
		case syntax.DictOpen, syntax.ArrayOpen:
			depth++
		case syntax.DictClose, syntax.ArrayClose:
			depth--
		case syntax.Name:
			if depth == 1 && string(t.Bytes) == key {
				return l.Next()
			}
		}
	}
	return syntax.Token{}
}

// entry is a row of a cross-reference stream (7.5.8.3).
type entry struct {
	kind byte // 1: at an offset; 2: in an object stream
	a, b int  // offset and generation, or the stream's number and the index in it
}

// trailerKeys returns the entries of a trailer dictionary that a new one needs,
// or old when it names no root.
func trailerKeys(body []byte, old string) string {
	out := ""
	for _, key := range []string{"Root", "Info", "Encrypt", "ID"} {
		if s := rawEntry(body, key); s != "" {
			out += " /" + key + " " + s
		}
	}
	if dictEntry(body, "Root").Kind != syntax.Number {
		return old
	}
	return out
}

// rawEntry returns the bytes of an entry that is a reference or an array of two
// strings, as Root and ID are.
func rawEntry(body []byte, key string) string {
	i := bytes.Index(body[:min(len(body), dictWindow)], []byte("/"+key))
	if i < 0 {
		return ""
	}
	rest := body[i+1+len(key) : min(len(body), i+1+len(key)+512)]
	l := syntax.NewLexer(rest)
	switch l.Next().Kind {
	case syntax.Number:
		l.Next()
		if t := l.Next(); t.Kind == syntax.Keyword && string(t.Bytes) == "R" {
			return string(rest[:l.Pos()])
		}
	case syntax.ArrayOpen:
		first, second, end := l.Next(), l.Next(), l.Next()
		if first.Kind == syntax.String && second.Kind == syntax.String && end.Kind == syntax.ArrayClose {
			return string(rest[:l.Pos()])
		}
	}
	return ""
}

// objectStreamNumbers returns the numbers of the objects in a Flate-coded or
// plain object stream (7.5.7), in order.
func objectStreamNumbers(body []byte, limit int64) []int {
	n := min(int(dictEntry(body, "N").Num), maxScannedObjects)
	data := streamData(body, min(limit, int64(max(n, 0)+1)*numbersBytes))
	var out []int
	l := syntax.NewLexer(data)
	for range n {
		number, offset := l.Next(), l.Next()
		if number.Kind != syntax.Number || offset.Kind != syntax.Number {
			break
		}
		out = append(out, int(number.Num))
	}
	return out
}

// numbersBytes is more than the number and the place of an object take in an object
// stream, as text.
const numbersBytes = 64

// streamData returns the bytes of the stream whose dictionary body begins with.
func streamData(body []byte, limit int64) []byte {
	i := bytes.Index(body[:min(len(body), dictWindow)], []byte("stream"))
	if i < 0 {
		return nil
	}
	data := bytes.TrimLeft(body[i+len("stream"):], "\r\n")
	if f := dictEntry(body, "Filter"); f.Kind != syntax.Name && f.Kind != syntax.ArrayOpen {
		return data
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	defer r.Close()
	out, _ := io.ReadAll(io.LimitReader(r, limit)) // what can be read of a damaged stream
	return out
}

// appendTable appends an uncompressed cross-reference stream with the entries.
func appendTable(data []byte, entries map[int]entry, trailer string) []byte {
	numbers := make([]int, 0, len(entries))
	for n := range entries {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	own := numbers[len(numbers)-1] + 1
	out := bytes.Clone(data)
	out = append(out, '\n')
	start := len(out)
	entries[own] = entry{1, start, 0}
	numbers = append(numbers, own)
	var index bytes.Buffer
	var rows []byte
	for i := 0; i < len(numbers); {
		j := i + 1
		for j < len(numbers) && numbers[j] == numbers[j-1]+1 {
			j++
		}
		fmt.Fprintf(&index, "%d %d ", numbers[i], j-i)
		for _, n := range numbers[i:j] {
			e := entries[n]
			rows = append(rows, e.kind)
			rows = binary.BigEndian.AppendUint32(rows, uint32(e.a))
			rows = binary.BigEndian.AppendUint32(rows, uint32(e.b))
		}
		i = j
	}
	out = fmt.Appendf(out, "%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 4] /Index [%s] %s /Length %d >>\nstream\n",
		own, own+1, index.String(), trailer, len(rows))
	out = append(out, rows...)
	return fmt.Appendf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
}

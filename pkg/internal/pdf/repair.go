package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"sort"
	"strconv"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// repair makes a file readable whose cross-reference table is wrong and which
// pdfcpu cannot mend, by appending a new table: first one that points to the
// last table found in the file, then one that is rebuilt from the objects
// themselves. Each candidate is tried by the caller; more are not made than
// asked for.
func repair(data []byte, limits Limits) []func() []byte {
	return []func() []byte{
		func() []byte { return pointToLastTable(data) },
		func() []byte { return rebuildTable(data, limits) },
	}
}

// pointToLastTable appends a pointer to the last cross-reference table or stream.
func pointToLastTable(data []byte) []byte {
	at := -1
	for from := len(data); from > 0; {
		i := bytes.LastIndex(data[:from], []byte("xref"))
		if i < 0 {
			break
		}
		if i < 5 || !bytes.Equal(data[i-5:i], []byte("start")) {
			at = i
			break
		}
		from = i
	}
	for _, o := range scanObjects(data) {
		if o.offset > at && isType(data[o.body:], "XRef") {
			at = o.offset
		}
	}
	if at < 0 {
		return nil
	}
	return fmt.Appendf(bytes.Clone(data), "\nstartxref\n%d\n%%%%EOF\n", at)
}

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

// scanObjects finds what looks like "12 0 obj", in the file's order.
func scanObjects(data []byte) []object {
	var out []object
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte("obj"))
		if i < 0 {
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
		if ok && number > 0 && len(out) < maxScannedObjects {
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
func isType(body []byte, name string) bool {
	v := dictEntry(body, "Type")
	return v.Kind == syntax.Name && string(v.Bytes) == name
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

// rebuildTable appends a cross-reference stream over all objects found, those in
// object streams too. Later objects replace earlier ones of the same number.
func rebuildTable(data []byte, limits Limits) []byte {
	entries := map[int]entry{}
	trailer := ""
	for _, o := range scanObjects(data) {
		body := data[o.body:]
		entries[o.number] = entry{1, o.offset, o.generation}
		switch {
		case isType(body, "ObjStm"):
			for i, n := range objectStreamNumbers(body, limits.StreamBytes) {
				entries[n] = entry{2, o.number, i}
			}
		case isType(body, "XRef"):
			trailer = trailerKeys(body, trailer)
		case isType(body, "Catalog") && trailer == "":
			trailer = fmt.Sprintf("/Root %d %d R", o.number, o.generation)
		}
	}
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte("trailer"))
		if i < 0 {
			break
		}
		from += i + len("trailer")
		trailer = trailerKeys(data[from:], trailer)
	}
	if trailer == "" {
		trailer = catalogInStreams(data, entries, limits)
	}
	if len(entries) == 0 || len(entries) > limits.Objects || trailer == "" {
		return nil
	}
	return appendTable(data, entries, trailer)
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
	data := streamData(body, limit)
	n := int(dictEntry(body, "N").Num)
	var out []int
	l := syntax.NewLexer(data)
	for range min(n, maxScannedObjects) {
		number, offset := l.Next(), l.Next()
		if number.Kind != syntax.Number || offset.Kind != syntax.Number {
			break
		}
		out = append(out, int(number.Num))
	}
	return out
}

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

// catalogInStreams looks for the catalog among the objects in object streams.
func catalogInStreams(data []byte, entries map[int]entry, limits Limits) string {
	for _, o := range scanObjects(data) {
		body := data[o.body:]
		if !isType(body, "ObjStm") {
			continue
		}
		plain := streamData(body, limits.StreamBytes)
		first := int(dictEntry(body, "First").Num)
		l := syntax.NewLexer(plain)
		for range min(int(dictEntry(body, "N").Num), maxScannedObjects) {
			number, offset := l.Next(), l.Next()
			at := first + int(offset.Num)
			if number.Kind != syntax.Number || at < 0 || at >= len(plain) {
				break
			}
			if isType(plain[at:], "Catalog") {
				return fmt.Sprintf("/Root %d 0 R", int(number.Num))
			}
		}
	}
	return ""
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

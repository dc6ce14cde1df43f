package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// mapping gives successive codes successive CIDs or characters.
type mapping struct {
	first, last uint32
	cid         int
	target      []byte // UTF-16BE
}

// read reads a CMap's mappings, sorted by code.
func read(path string) ([]mapping, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lexer := syntax.NewLexer(data)
	var out []mapping
	for {
		switch t := lexer.Next(); {
		case t.Kind == syntax.EOF:
			slices.SortFunc(out, func(a, b mapping) int { return cmp.Compare(a.first, b.first) })
			if len(out) == 0 {
				return nil, fmt.Errorf("%s has no mappings", path)
			}
			return out, nil
		case t.Kind != syntax.Keyword:
		case string(t.Bytes) == "usecmap":
			return nil, fmt.Errorf("%s builds upon another CMap", path)
		case strings.HasPrefix(string(t.Bytes), "begincid"), strings.HasPrefix(string(t.Bytes), "beginbf"):
			out = append(out, section(lexer, strings.HasSuffix(string(t.Bytes), "range"))...)
		}
	}
}

// section reads the mappings up to the keyword that ends them.
func section(lexer *syntax.Lexer, ranges bool) (out []mapping) {
	for {
		t := lexer.Next()
		if t.Kind != syntax.String {
			return out
		}
		m := mapping{first: code(t), last: code(t)}
		if ranges {
			m.last = code(lexer.Next())
		}
		switch t = lexer.Next(); t.Kind {
		case syntax.Number:
			m.cid = int(t.Num)
		case syntax.String:
			m.target = slices.Clone(t.Bytes)
		case syntax.ArrayOpen:
			out = append(out, array(lexer, m.first)...)
			continue
		}
		out = append(out, m)
	}
}

// array reads the characters of successive codes.
func array(lexer *syntax.Lexer, first uint32) (out []mapping) {
	for t := lexer.Next(); t.Kind == syntax.String; t = lexer.Next() {
		out = append(out, mapping{first: first, last: first, target: slices.Clone(t.Bytes)})
		first++
	}
	return out
}

func code(t syntax.Token) (n uint32) {
	for _, c := range t.Bytes {
		n = n<<8 | uint32(c)
	}
	return n
}

// buffer collects numbers.
type buffer struct{ bytes.Buffer }

func (b *buffer) number(n int) { b.Write(binary.AppendUvarint(nil, uint64(n))) }

func (b *buffer) word(s string) {
	b.number(len(s))
	b.WriteString(s)
}

// zigzag makes the lowest bit the sign.
func zigzag(n int) int {
	if n < 0 {
		return -n<<1 - 1
	}
	return n << 1
}

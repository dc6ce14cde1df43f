package syntax

import (
	"math"
	"slices"
	"testing"
)

func all(src string) []Token {
	l := NewLexer([]byte(src))
	var out []Token
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		t.Bytes = append([]byte(nil), t.Bytes...)
		out = append(out, t)
	}
	return out
}

func TestNumbers(t *testing.T) {
	for src, want := range map[string]float64{
		"1": 1, "-2.5": -2.5, "+.5": 0.5, "4.": 4, "--5": -5, "1.2.3": 1.2, "12-34": 12, "0.000000000000000000001": 0,
		"123456789012": 123456789012, "-.002": -0.002,
	} {
		got := all(src)
		if len(got) != 1 || got[0].Kind != Number || got[0].Num != want {
			t.Errorf("%q reads as %+v, want the number %v", src, got, want)
		}
	}
}

// Plain numbers are read a shorter way than odd ones, to the same value in every bit.
func TestShorterWayOfPlainNumbers(t *testing.T) {
	for _, src := range []string{
		"0", "-0", "+7", "00012", "123456789012345", "1234567890123456", "9007199254740993.", ".123456789012345", "-.1234567890123456789",
		"0.1", "2.675", "72.27", "0.7058823529", "-36.764375", "1.", "-.", ".", "+", "1.5.2", "3-4", "5abc", "1.2e3",
	} {
		var plain, odd Token
		l, m := NewLexer([]byte(src)), NewLexer([]byte(src))
		isPlain, isOdd := l.number(&plain, 0), m.oddNumber(&odd, 0)
		if isPlain != isOdd || l.pos != m.pos || math.Float64bits(plain.Num) != math.Float64bits(odd.Num) {
			t.Errorf("%q reads as %v, want %v", src, plain.Num, odd.Num)
		}
	}
}

// Numbers reads what lies before an edge, and leaves what else comes to Read.
func TestNumbersOfAnOperator(t *testing.T) {
	for _, c := range []struct {
		src  string
		edge int
		want []float64
		pos  int
	}{
		{"1 -2.5\n+.5 m", 12, []float64{1, -2.5, 0.5}, 11},
		{"1 2 3", 5, []float64{1, 2, 3}, 5},
		{"1 2 34", 5, []float64{1, 2}, 4},
		{"1 2(a)", 6, []float64{1, 2}, 3},
		{"1 2%a\n3", 7, []float64{1, 2}, 3},
		{"1 --2", 5, []float64{1}, 2},
		{"1 2e", 4, []float64{1}, 2},
		{"1 1234567890123456", 18, []float64{1}, 2},
		{"1 -", 3, []float64{1}, 2},
		{" m", 2, nil, 1},
		{"", 0, nil, 0},
		{"1 2 3 4 5 6 7 c", 15, []float64{1, 2, 3, 4, 5, 6}, 11},
	} {
		l := NewLexer([]byte(c.src))
		var got [6]float64
		if n := l.Numbers(&got, c.edge); !slices.Equal(got[:n], c.want) || l.Pos() != c.pos {
			t.Errorf("%q has %v and then what is at %d, want %v and %d", c.src, got[:n], l.Pos(), c.want, c.pos)
		}
	}
}

func TestWordsThatAreNoNumbers(t *testing.T) {
	for _, src := range []string{"-", "1a", "-x", "Tj", "T*", "'", "\"", "e5"} {
		if got := all(src); len(got) != 1 || got[0].Kind != Keyword || string(got[0].Bytes) != src {
			t.Errorf("%q reads as %+v, want a keyword", src, got)
		}
	}
}

func TestStringsAndNames(t *testing.T) {
	for _, c := range []struct {
		src  string
		kind Kind
		want string
	}{
		{"(a(b)c)", String, "a(b)c"},
		{`(\(\)\\\n\101\7\1234)`, String, "()\\\nA\aS4"},
		{"(a\\\r\nb)", String, "ab"},
		{"(a\r\nb\rc)", String, "a\nb\nc"},
		{"(open", String, "open"},
		{`(open\`, String, "open"},
		{"<48 65 6C6c6F7>", String, "Hellop"},
		{"<>", String, ""},
		{"/Name", Name, "Name"},
		{"/A#42#zz#4", Name, "AB#zz#4"},
		{"/", Name, ""},
	} {
		got := all(c.src)
		if len(got) != 1 || got[0].Kind != c.kind || string(got[0].Bytes) != c.want {
			t.Errorf("%q reads as %+v, want %q", c.src, got, c.want)
		}
	}
}

func TestSequence(t *testing.T) {
	var kinds []Kind
	for _, tok := range all("/F1 12 Tf % a comment ) ] \n[(A)-20(B)]TJ<</MCID 0>>BDC") {
		kinds = append(kinds, tok.Kind)
	}
	want := []Kind{Name, Number, Keyword, ArrayOpen, String, Number, String, ArrayClose, Keyword, DictOpen, Name, Number, DictClose, Keyword}
	if len(kinds) != len(want) {
		t.Fatalf("got %v, want %v", kinds, want)
	}
	for i := range want {
		if kinds[i] != want[i] {
			t.Errorf("token %d is %v, want %v", i, kinds[i], want[i])
		}
	}
}

// Two decoded strings must not share memory before Reset.
func TestArenaKeepsStringsApart(t *testing.T) {
	l := NewLexer([]byte(`(a\n)(b\t) <41>`))
	a, b, c := l.Next(), l.Next(), l.Next()
	if string(a.Bytes) != "a\n" || string(b.Bytes) != "b\t" || string(c.Bytes) != "A" {
		t.Errorf("got %q %q %q", a.Bytes, b.Bytes, c.Bytes)
	}
}

func FuzzLexer(f *testing.F) {
	f.Add([]byte("BT /F1 9 Tf (a\\)b) ' <4> [1 -.5] << /A#20 (x) >> ET"))
	f.Add([]byte("((((\\"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := NewLexer(data)
		last := -1
		for tok := l.Next(); tok.Kind != EOF; tok = l.Next() {
			if l.Pos() <= last {
				t.Fatalf("no progress at %d", l.Pos())
			}
			last = l.Pos()
		}
	})
}

package compact

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

// values reads itself as those of sentences do: lists hold words.
type values map[string]any

func (v *values) UnmarshalJSON(data []byte) error {
	var read map[string]any
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	for name, value := range read {
		switch value := value.(type) {
		case float64, string, bool:
		case []any:
			list := make([]string, len(value))
			for i := range value {
				word, ok := value[i].(string)
				if !ok {
					return errors.New("no word")
				}
				list[i] = word
			}
			read[name] = list
		default:
			return errors.New("no value")
		}
	}
	*v = read
	return nil
}

type word string

type inner struct {
	Kind  word   `json:"kind,omitempty"`
	Args  values `json:"args,omitempty"`
	Plain bool
}

type box [4]float64

type outer struct {
	Name  string    `json:"name"`
	Size  int64     `json:"size"`
	inner           // in place
	Box   *box      `json:"box,omitempty"`
	Pages []*inner  `json:"pages"`
	Got   any       `json:"got,omitempty"`
	Lists [][]int   `json:"lists,omitempty"`
	Half  float64   `json:"half,omitempty"`
	Note  *string   `json:"note"`
	Never string    `json:"-"`
	Pairs []float64 `json:"$pairs"`
}

// sample is a value with something in every field.
func sample() outer {
	note := "a\"b\\c\n</>&\t\x01 é 文 \u202e \u2028 \U000e0041 \x7f \u0085"
	return outer{
		Name: "x.pdf", Size: -7, inner: inner{Kind: "k", Args: values{"b": 1.5, "a": "w", "list": []string{"x", "y"}, "is": true}, Plain: true},
		Box: &box{1, 2.25, -3, 0.0001}, Pages: []*inner{nil, {}, {Kind: "z"}}, Got: []any{1.0, 2.5}, Lists: [][]int{nil, {}, {1, 2}}, Half: 0.5,
		Note: &note, Pairs: []float64{},
	}
}

// asJSON returns what encoding/json writes, with what is invisible escaped.
func asJSON(t testing.TB, value any) string {
	t.Helper()
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	w := writer{}
	for _, r := range strings.TrimSuffix(buf.String(), "\n") {
		if invisible(r) {
			w.escape(r)
		} else {
			w.raw(string(r))
		}
	}
	return string(w.out)
}

// strictly reads as encoding/json does, without unknown members and with nothing behind.
func strictly(data []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows")
	}
	return nil
}

// wantWritten fails where a value is not written as encoding/json does.
func wantWritten(t *testing.T, value any) {
	t.Helper()
	got, err := Append([]byte("before "), value)
	if want := "before " + asJSON(t, value); err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}

// TestWrittenAsJSON: the same bytes as those of encoding/json, but for what is invisible.
func TestWrittenAsJSON(t *testing.T) {
	t.Parallel()
	type itself struct {
		Now json.RawMessage `json:"now"`
		Map map[word][]int  `json:"map"`
		Bin []byte          `json:"bin"`
		U   uint8           `json:"u"`
		S   int             `json:"s,string"`
	}
	type tree struct {
		Leaves []tree `json:"leaves,omitempty"`
	}
	for _, value := range []any{
		nil, sample(), outer{}, &struct{ A, B string }{"a", ""}, itself{Now: json.RawMessage(`{"a":"<\u202e>"}`), Map: map[word][]int{"b": {1}, "a": nil}, Bin: []byte("bytes"), S: 3},
		tree{[]tree{{}, {[]tree{{}}}}}, map[string]any{"z": 1, "a": []string{"<b>", "\xff"}}, []any{int8(1), 2, uint(3), float32(0.1), "x", nil, true},
	} {
		wantWritten(t, value)
	}
	for _, x := range []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 0.00005, 9.9999, 1e-6, 9e-7, 1e15, 1e20, 1e21, 1e300, 72.0545, 99999999999.9999, 999999999999.99, 1234567.00005, math.Pi, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		wantWritten(t, []float64{x, -x})
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		x := math.Round(random.NormFloat64()*math.Pow(10, float64(random.IntN(16)))) / math.Pow(10, float64(random.IntN(6)))
		wantWritten(t, x)
	}
	for r := range rune(0x3000) {
		wantWritten(t, string(r)+"x")
	}
	for _, bad := range []any{math.NaN(), math.Inf(1), []any{make(chan int)}} {
		if data, err := Append(nil, bad); err == nil {
			t.Errorf("%v is written as %s", bad, data)
		}
	}
}

// TestReadAsWritten: what is written is read in one pass, as encoding/json reads it.
func TestReadAsWritten(t *testing.T) {
	t.Parallel()
	for _, value := range []outer{sample(), {}} {
		data, err := Append(nil, value)
		if err != nil {
			t.Fatal(err)
		}
		var got, want outer
		if !Read(data, &got) {
			t.Fatalf("not read: %s", data)
		}
		if err := strictly(data, &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(outer{})); diff != "" {
			t.Errorf("read otherwise than by encoding/json (-json +compact):\n%s", diff)
		}
	}
}

// TestOtherFormsAreLeft: to encoding/json, whether it reads them or not.
func TestOtherFormsAreLeft(t *testing.T) {
	t.Parallel()
	data, err := Append(nil, sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"size":-7`, `"size":-7,"size":8`}, {`"name":"x.pdf","size":-7`, `"size":-7,"name":"x.pdf"`}, {`"name"`, `"Name"`}, {`"name"`, `"n\u0061me"`},
		{`{"name"`, `{"more":1,"name"`}, {`{"name"`, `{ "name"`}, {`{"name"`, ` {"name"`}, {`-7`, `-07`}, {`-7`, `-`}, {`-7`, `7.0`}, {`-7`, `7e0`}, {`-7`, `1e99`}, {`-7`, `99999999999999999999`}, {`-7`, `null`},
		{`2.25`, `2.`}, {`2.25`, `.25`}, {`2.25`, `1e999`}, {`2.25`, `+2`}, {`2.25`, `0x1p2`}, {`2.25`, `"2"`}, {`2.25`, `2.25,3`}, {`2.25,`, ``}, {`2.25`, `null`},
		{`"x.pdf"`, "\"x\x01.pdf\""}, {`"x.pdf"`, "\"x\n.pdf\""}, {`"x.pdf"`, "\"x\xff.pdf\""}, {`"x.pdf"`, `"x\q.pdf"`}, {`"x.pdf"`, `"x\u12.pdf"`}, {`"x.pdf"`, `null`}, {`"x.pdf"`, `7`}, {`"x.pdf"`, `["x.pdf"]`},
		{`"a":"w","b":1.5`, `"b":1.5,"a":"w"`}, {`"a":"w"`, `"a":"v","a":"w"`}, {`"a":"w"`, `"a":{}`}, {`"a":"w"`, `"a":null`}, {`"a":"w"`, `"a":[1]`}, {`"a":"w"`, `"a":[]`}, {`["x","y"]`, `["x",["y"]]`},
		{`"got":[1,2.5]`, `"got":[1,[2.5]]`}, {`"got":[1,2.5]`, `"got":{"a":1}`}, {`"got":[1,2.5]`, `"got":[]`}, {`"got":[1,2.5]`, `"got":["a"]`},
		{`"Plain":true`, `"Plain":1`}, {`"Plain":true`, `"Plain":truth`}, {`[1,2]`, `[1,2,]`}, {`[1,2]`, `[1 ,2]`}, {`[1,2]`, `[1,2`}, {`"$pairs":[]}`, `"$pairs":[]}{}`}, {`"$pairs":[]}`, `"$pairs":[],}`}, {`"$pairs":[]}`, `"$pairs":[`}, {`"$pairs":[]}`, `"$pairs":"\`},
	} {
		changed := bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, data) {
			t.Errorf("%s is not in %s", change[0], data)
		}
		if Read(changed, new(outer)) {
			t.Errorf("%s for %s was read", change[1], change[0])
		}
	}
	for _, deep := range []string{strings.Repeat("[", 1_000_000), `{"name":"a","size":0,"got":` + strings.Repeat("[", 1_000_000)} {
		if Read([]byte(deep), new(outer)) || Read([]byte(deep), new([]any)) {
			t.Error("what is deep was read")
		}
	}
}

// FuzzRead: whatever is read is what encoding/json reads.
func FuzzRead(f *testing.F) {
	for _, value := range []outer{sample(), {}} {
		data, err := Append(nil, value)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, want outer
		if !Read(data, &got) {
			return
		}
		if err := strictly(data, &want); err != nil {
			t.Fatalf("%v: %q", err, data)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n%s", asJSON(t, got), asJSON(t, want))
		}
	})
}

// TestWordsAreSharedWithinBounds: those that come again are the same, long ones are not
// kept.
func TestWordsAreSharedWithinBounds(t *testing.T) {
	t.Parallel()
	w := someWords.New().(*words)
	long := strings.Repeat("x", mostBytes+1)
	if w.of([]byte("a rule")) != "a rule" || w.of([]byte(long)) != long {
		t.Error("a word is another")
	}
	first, again := w.of([]byte("a rule")), w.of([]byte("a rule"))
	if unsafe.StringData(first) != unsafe.StringData(again) {
		t.Error("a word is kept twice")
	}
	for _, kept := range w.some {
		if kept == long {
			t.Error("a long word is kept")
		}
	}
}

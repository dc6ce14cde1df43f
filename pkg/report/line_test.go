package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report/internal/compact"
)

// filled puts something into everything that a value holds.
func filled(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("<a> “b” \\hbox\n")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(72.0545)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0))
		filled(v.Index(1))
	case reflect.Array:
		for i := range v.Len() {
			filled(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			filled(v.Field(i))
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(Args{"list": []string{"a", "b"}, "number": 1.5, "is": true, "word": "w"}))
	case reflect.Interface:
		v.Set(reflect.ValueOf(any(8.5)))
	default:
		panic(v.Type().String())
	}
}

// TestLinesAreReadInOnePass: with whatever a line may hold, as encoding/json reads them.
func TestLinesAreReadInOnePass(t *testing.T) {
	t.Parallel()
	var whole Line
	filled(reflect.ValueOf(&whole).Elem())
	for _, line := range []Line{whole, {}, {File: full()}, {File: full().ForWriting()}} {
		data, err := AppendJSON(nil, line)
		if err != nil {
			t.Fatal(err)
		}
		var got, want Line
		if !compact.Read(data, &got) {
			t.Errorf("only encoding/json reads %s", data)
		}
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("read otherwise than by encoding/json (-json +compact):\n%s", diff)
		}
	}
}

// TestAllFormsOfLinesAreRead: one that another program wrote has the same entry, and
// none that is refused has one for its form.
func TestAllFormsOfLinesAreRead(t *testing.T) {
	t.Parallel()
	line := Line{Schema: Schema, Tool: Tool{"paperfit", "1"}, Profile: Profile{Name: "v"}, File: full().ForWriting()}
	data, err := AppendJSON(nil, line)
	if err != nil {
		t.Fatal(err)
	}
	want, err := ReadLine(data)
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, data, "", " "); err != nil {
		t.Fatal(err)
	}
	var sorted map[string]any
	if err := json.Unmarshal(data, &sorted); err != nil {
		t.Fatal(err)
	}
	other, err := json.Marshal(sorted)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{string(data) + "\n", string(data) + " \n", indented.String(), string(other), strings.Replace(string(data), "a.pdf", `\u0061.pdf`, 1)} {
		got, err := ReadLine([]byte(form))
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%v: %s\n%s", err, form, diff)
		}
	}
	for _, bad := range []string{"", "{}", "null", `"line"`, string(data) + "x", string(data) + string(data), strings.Replace(string(data), `"fail"`, `"fine"`, 1), strings.Replace(string(data), `"path"`, `"paths"`, 1)} {
		if got, err := ReadLine([]byte(bad)); err == nil {
			t.Errorf("%s is read as %+v", bad, got)
		}
	}
}

// TestJSONSteersNoTerminal: what is written has none of the characters that do.
func TestJSONSteersNoTerminal(t *testing.T) {
	t.Parallel()
	data, err := AppendJSON(nil, File{Path: "a\x1b[2J\u009b\u202e\U000e0041é<"})
	if want := `{"path":"a\u001b[2J\u009b\u202e\udb40\udc41é<",`; err != nil || !strings.HasPrefix(string(data), want) {
		t.Errorf("%s, %v", data, err)
	}
}

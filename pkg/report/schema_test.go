package report

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// definition is what the tests read of a definition in the schema.
type definition struct {
	Ref                   string                     `json:"$ref"`
	Type                  any                        `json:"type"`
	Enum                  []string                   `json:"enum"`
	Const                 any                        `json:"const"`
	AnyOf                 []definition               `json:"anyOf"`
	Items                 *definition                `json:"items"`
	MinItems              int                        `json:"minItems"`
	MaxItems              int                        `json:"maxItems"`
	Properties            map[string]json.RawMessage `json:"properties"`
	Required              []string                   `json:"required"`
	AdditionalProperties  json.RawMessage            `json:"additionalProperties"`
	UnevaluatedProperties *bool                      `json:"unevaluatedProperties"`
}

// closed reports whether a field that is not listed is refused.
func (d definition) closed() bool {
	return string(d.AdditionalProperties) == "false" ||
		d.UnevaluatedProperties != nil && !*d.UnevaluatedProperties
}

func definitions(t *testing.T) map[string]definition {
	t.Helper()
	var schema struct {
		Defs map[string]definition `json:"$defs"`
	}
	if err := json.Unmarshal(schemaJSON, &schema); err != nil {
		t.Fatal(err)
	}
	return schema.Defs
}

// structs are the definitions that a struct is written by.
var structs = map[string]any{
	"report": Report{}, "tool": Tool{}, "profile": Profile{}, "summary": Summary{}, "shard": Shard{}, "submissionRef": SubmissionRef{}, "fileFields": File{}, "lastLine": LastLine{},
	"measured": Measured{}, "page": Page{}, "check": Check{}, "finding": Finding{}, "waiver": Waiver{}, "fix": Fix{}, "sourceLines": SourceLines{}, "damage": Damage{},
	"crossCheck": CrossCheck{}, "crossPage": CrossPage{}, "sketch": Sketch{}, "sketchLine": SketchLine{},
	"sketchPiece": SketchPiece{}, "paperLine": PaperLine{}, "sketchDrawing": SketchDrawing{},
}

// TestSchemaAndStructsAgree: every field of a struct is in the schema, required
// unless it may be left out, null exactly where a pointer is written as null,
// and of the same type; and the schema allows nothing else.
func TestSchemaAndStructsAgree(t *testing.T) {
	defs := definitions(t)
	for name, value := range structs {
		def, typ := defs[name], reflect.TypeOf(value)
		var fields, required []string
		for _, field := range reflect.VisibleFields(typ) {
			if field.Anonymous {
				continue
			}
			key, options, _ := strings.Cut(field.Tag.Get("json"), ",")
			fields = append(fields, key)
			optional := options == "omitempty"
			if !optional {
				required = append(required, key)
			}
			var property definition
			if err := json.Unmarshal(def.Properties[key], &property); err != nil {
				t.Errorf("%s.%s is not in the schema", name, key)
				continue
			}
			if want := written(field.Type, optional); !matches(defs, property, want) {
				t.Errorf("%s.%s is written as %s; the schema says %s", name, key, want, def.Properties[key])
			}
		}
		for key := range def.Properties {
			if !slices.Contains(fields, key) {
				t.Errorf("%s.%s is in the schema, but not in the struct", name, key)
			}
		}
		slices.Sort(required)
		slices.Sort(def.Required)
		if diff := cmp.Diff(required, def.Required); diff != "" {
			t.Errorf("%s: other fields are required (-struct +schema):\n%s", name, diff)
		}
		if name != "fileFields" && !def.closed() {
			t.Errorf("%s allows fields that nobody wrote", name)
		}
	}
	for _, name := range []string{"file", "line"} {
		if def := defs[name]; def.Ref != "#/$defs/fileFields" || !def.closed() {
			t.Errorf("%s is not closed over fileFields", name)
		}
	}
	for name, def := range defs {
		if structs[name] == nil && def.Properties != nil && name != "line" {
			t.Errorf("nothing holds %s against its struct", name)
		}
	}
}

// written tells how encoding/json writes a type: "integer", "number", "string",
// "array", "box" and the like for arrays of a length, the name of a definition,
// "any", and "or null".
func written(typ reflect.Type, optional bool) string {
	if typ.Kind() == reflect.Pointer {
		of := written(typ.Elem(), true)
		if optional {
			return of
		}
		return of + " or null"
	}
	if typ == reflect.TypeFor[Args]() {
		return "args"
	}
	switch typ.Kind() {
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Array:
		return strings.Repeat("number ", typ.Len())
	case reflect.Slice:
		return "array of " + written(typ.Elem(), true)
	case reflect.Map:
		return "map of " + written(typ.Elem(), true)
	case reflect.Interface:
		return "any"
	}
	return typ.Name()
}

// matches reports whether a definition says what is written.
func matches(defs map[string]definition, d definition, want string) bool {
	if of, ok := strings.CutSuffix(want, " or null"); ok {
		if len(d.AnyOf) == 2 {
			return matches(defs, d.AnyOf[0], of) && d.AnyOf[1].Type == "null"
		}
		types, ok := d.Type.([]any)
		if !ok || len(types) != 2 || types[1] != "null" {
			return false
		}
		d.Type = types[0]
		return matches(defs, d, of)
	}
	name := strings.TrimPrefix(d.Ref, "#/$defs/")
	if name != "" {
		if strings.EqualFold(name, want) || name == "quantity" && want == "any" {
			return true
		}
		d = defs[name]
	}
	if of, ok := strings.CutPrefix(want, "array of "); ok {
		return d.Type == "array" && d.MaxItems == 0 && matches(defs, *d.Items, of)
	}
	if of, ok := strings.CutPrefix(want, "map of "); ok {
		var values definition
		err := json.Unmarshal(d.AdditionalProperties, &values)
		return err == nil && d.Type == "object" && matches(defs, values, of)
	}
	if n := strings.Count(want, "number "); n > 0 {
		return d.Type == "array" && d.MinItems == n && d.MaxItems == n && d.Items.Type == "number"
	}
	if want == "string" && (d.Enum != nil || d.Const == Schema) {
		return true
	}
	return d.Type == want
}

func TestSchemaKnowsTheWords(t *testing.T) {
	defs := definitions(t)
	for name, want := range map[string][]string{
		"verdict":  {string(Pass), string(Fail), string(Unknown), string(Error)},
		"status":   {string(StatusPass), string(StatusFail), string(StatusWarn), string(StatusNote), string(StatusUnknown), string(StatusSkipped), string(StatusWaived)},
		"severity": {string(SeverityError), string(SeverityWarning), string(SeverityNote)},
	} {
		if diff := cmp.Diff(want, defs[name].Enum); diff != "" {
			t.Errorf("%s has other words (-Go +schema):\n%s", name, diff)
		}
	}
	if defs["schema"].Const != Schema {
		t.Errorf("the schema is named %v, not %s", defs["schema"].Const, Schema)
	}
}

func TestJSONLinesSchemaDiffersInItsHead(t *testing.T) {
	whole, line := decoded(t, JSONSchema()), decoded(t, JSONLinesSchema())
	for _, key := range []string{"$id", "title", "$ref"} {
		if whole[key] == line[key] {
			t.Errorf("%s is %v in both", key, whole[key])
		}
	}
	if diff := cmp.Diff(whole["$defs"], line["$defs"]); diff != "" {
		t.Error(diff)
	}
}

func decoded(t *testing.T, data []byte) (out map[string]any) {
	t.Helper()
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

package profile

import (
	"bytes"
	"encoding/json"
)

// schemaID is where the schema is published.
const schemaID = "https://github.com/paperfit/paperfit/blob/main/docs/profile.schema.json"

// Patterns of words in the language.
const (
	lengthPattern  = `^\s*[0-9]*\.?[0-9]+\s*(in|pt|mm|cm)\s*$`
	sizePattern    = `^\s*[0-9]*\.?[0-9]+\s*(in|pt|mm|cm)\s*[x×]\s*[0-9]*\.?[0-9]+\s*(in|pt|mm|cm)\s*$`
	blockPattern   = `^\s*(any|[0-9]*\.?[0-9]+\s*(in|pt|mm|cm))\s*[x×]\s*(any|[0-9]*\.?[0-9]+\s*(in|pt|mm|cm))\s*$`
	marginPattern  = `^\s*[0-9]*\.?[0-9]+(in|pt|mm|cm)(\s+[0-9]*\.?[0-9]+(in|pt|mm|cm)){0,3}\s*$`
	percentPattern = `^[0-9]*\.?[0-9]+\s*%$`
	partPattern    = `^[a-z-]+( (before|after) references)?$`
)

// object is a JSON object of the schema.
type object map[string]any

// Schema returns the JSON Schema (draft 2020-12) of the profile language, for editors.
// It checks each key by itself, and that a profile which extends no other has the limit
// of each rule; Parse checks more.
func Schema() []byte {
	top := properties(false)
	top["categories"] = describe(object{
		"type": "object", "propertyNames": object{"pattern": "^[a-z0-9-]+$"},
		"additionalProperties": object{"type": "object", "properties": properties(true), "additionalProperties": false},
	}, aboutKey("categories"))
	schema := object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": schemaID,
		"title": "paperfit profile", "description": "What a venue requires of a paper.",
		"type": "object", "properties": top, "required": []string{"title"}, "additionalProperties": false,
		"allOf": limitsOfRules(),
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(schema); err != nil {
		panic("the schema is plain data: " + err.Error())
	}
	return out.Bytes()
}

// properties returns the schemas of the keys, those that a category may have or all.
func properties(category bool) object {
	out := object{}
	for _, p := range language() {
		if p.form.shape != nil && !(category && p.head) {
			out[p.word] = describe(p.form.shape(), p.about)
		}
	}
	return out
}

// limitsOfRules requires the key that a rule needs of profiles without a base.
func limitsOfRules() []any {
	var out []any
	for _, rule := range knownRules {
		limit, _ := limitOf(rule)
		if limit == nil {
			continue
		}
		on := object{"required": []string{rule}, "properties": object{rule: object{"not": object{"const": off}}}}
		out = append(out, object{
			"if":   object{"not": object{"required": []string{"extends"}}, "required": []string{"rules"}, "properties": object{"rules": on}},
			"then": object{"required": []string{limit.word}},
		})
	}
	return out
}

func describe(shape object, about string) object {
	out := object{}
	for k, v := range shape {
		out[k] = v
	}
	if about != "" {
		out["description"] = about
	}
	return out
}

func textOf(pattern string) object { return object{"type": "string", "pattern": pattern} }

func oneWord(list ...string) object { return object{"enum": list} }

// several allows one of a shape or a list of them.
func several(shape object) object {
	return object{"anyOf": []any{shape, object{"type": "array", "items": shape, "minItems": 1}}}
}

// The shapes that several keys share.

func lineShape() object { return object{"type": "string", "minLength": 1, "pattern": `^[^\r\n]+$`} }

func wholeShape(least, most int) object {
	return object{"type": "integer", "minimum": least, "maximum": most}
}

func spanShape() object {
	return object{"anyOf": []any{wholeShape(1, maxCount), textOf(`^\s*[0-9]+\s*-\s*[0-9]+\s*$`)}}
}

// countShape is a span, or a mapping with a number above which there is a warning.
func countShape() object {
	whole := wholeShape(1, maxCount)
	several := mapping(object{"least": whole, "most": whole, "warn": whole})
	several["minProperties"] = 1
	return object{"anyOf": []any{wholeShape(1, maxCount), textOf(`^\s*[0-9]+\s*-\s*[0-9]+\s*$`), several}}
}

func partsShape() object { return several(textOf(partPattern)) }

func rangeShape() object {
	length := textOf(lengthPattern)
	return object{"anyOf": []any{length, mapping(object{"min": length, "max": length, "tolerance": length})}}
}

func sectionsShape() object {
	return object{
		"type": "object", "propertyNames": object{"pattern": "^[a-z-]+$"},
		"additionalProperties": several(lineShape()),
	}
}

// mapping returns the schema of a mapping with these keys and no others.
func mapping(properties object) object {
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}

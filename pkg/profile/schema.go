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

// Schema returns the JSON Schema (draft 2020-12) of the profile language, for
// editors. It refuses what a look at one key can tell; Parse refuses more.
func Schema() []byte {
	top := properties(profileKeys())
	top["categories"] = describe(object{
		"type": "object", "propertyNames": object{"pattern": "^[a-z0-9-]+$"},
		"additionalProperties": object{"type": "object", "properties": properties(categoryKeys()), "additionalProperties": false},
	}, aboutKey("categories"))
	schema := object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": schemaID,
		"title": "paperfit profile", "description": "What a venue asks of a paper.",
		"type": "object", "properties": top, "required": []string{"title"}, "additionalProperties": false,
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

// properties returns the schemas of keys.
func properties(keys []key[draft]) object {
	shapes := shapesOf()
	out := object{}
	for _, k := range keys {
		if shape := shapes[k.word]; shape != nil {
			out[k.word] = describe(shape, k.about)
		}
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

// shapesOf returns the shapes of the keys' values.
func shapesOf() map[string]object {
	line := object{"type": "string", "minLength": 1, "pattern": `^[^\r\n]+$`}
	length := textOf(lengthPattern)
	whole := object{"type": "integer", "minimum": 1, "maximum": maxCount}
	span := object{"anyOf": []any{whole, textOf(`^\s*[0-9]+\s*-\s*[0-9]+\s*$`)}}
	parts := several(textOf(partPattern))
	ranged := object{"anyOf": []any{length, fields(object{"min": length, "max": length, "tolerance": length})}}
	limit := object{
		"type": "object", "additionalProperties": false,
		"properties": object{"most": whole, "least": whole, "except": parts, "only": parts},
		"oneOf":      []any{object{"required": []string{"except"}}, object{"required": []string{"only"}}},
		"anyOf":      []any{object{"required": []string{"most"}}, object{"required": []string{"least"}}},
	}
	tolerances, spacings := object{}, object{}
	for _, k := range toleranceKeys {
		tolerances[k.word] = describe(length, k.about)
	}
	for _, k := range spacingKeys {
		spacings[k.word] = describe(length, k.about)
	}
	rules, quiet := object{}, object{}
	for _, id := range RuleIDs() {
		rules[id] = oneWord("error", "warning", off)
		quiet[id] = several(whole)
	}
	share := textOf(percentPattern)
	return map[string]object{
		"title": line, "source": textOf("^https?://"), "year": {"type": "integer", "minimum": 1980, "maximum": 2100},
		"stage": oneWord(StageSubmission, StageFinal), "extends": oneWord(Names()...),
		"paper": several(object{"anyOf": []any{textOf(sizePattern), oneWord("letter", "Letter", "a4", "A4")}}),
		"pages": several(object{"anyOf": []any{span, limit}}), "words": span,
		"block": textOf(blockPattern), "margins": textOf(marginPattern),
		"body_size": ranged, "leading": ranged, "gutter": ranged, "figure_size": length, "column": length,
		"columns":  {"type": "integer", "minimum": 1, "maximum": maxColumns},
		"families": several(oneWord(familyWords...)), "numbering": presenceWords(), "names": presenceWords(),
		"metadata": oneWord(string(Forbidden), string(Free)), "spacing": fields(spacings),
		"require": parts, "forbid": parts,
		"sections": {
			"type": "object", "propertyNames": object{"pattern": "^[a-z-]+$"},
			"additionalProperties": several(line),
		},
		"unchecked": several(object{"type": "string", "minLength": 1}), "quiet": fields(quiet),
		"lenience": describe(object{
			"type": "object", "additionalProperties": false, "required": []string{"share", "type", "block"},
			"properties": object{"share": share, "type": share, "block": share, "columns": share},
		}, ""),
		"tolerance": fields(tolerances), "rules": fields(rules),
	}
}

func presenceWords() object { return oneWord(string(Required), string(Forbidden), string(Free)) }

// fields returns the schema of a mapping with these keys and no others.
func fields(properties object) object {
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}

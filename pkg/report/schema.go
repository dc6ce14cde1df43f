package report

import (
	"bytes"
	_ "embed"
)

//go:embed schema.json
var schemaJSON []byte

// JSONSchema returns the JSON Schema, draft 2020-12, of a report.
func JSONSchema() []byte { return bytes.Clone(schemaJSON) }

// JSONLinesSchema returns the JSON Schema, draft 2020-12, of one line of a report
// in JSON Lines: a File with what it was checked with, or a LastLine. It has the same definitions as JSONSchema.
func JSONLinesSchema() []byte {
	out := schemaJSON
	for _, change := range [][2]string{
		{`"$id": "urn:paperfit:report:1"`, `"$id": "urn:paperfit:report:1:line"`},
		{`"title": "paperfit.report/1: a report of paperfit"`, `"title": "paperfit.report/1: a line of a report in JSON Lines"`},
		{`"$ref": "#/$defs/report"`, `"$ref": "#/$defs/anyLine"`},
	} {
		out = bytes.Replace(out, []byte(change[0]), []byte(change[1]), 1)
	}
	return out
}

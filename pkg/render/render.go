// Package render writes a report in the forms that people and programs read.
// Each form is one file; Formats lists them. Renderers see the report alone; they judge nothing,
// and they return the errors of their writer.
//
// A new format is a file with its Format, and its place in Formats: the flags,
// their help and completion, and the README's table (with "go test ./cmd/paperfit
// -run Readme -update") come from there.
package render

// Package render writes a report in the forms that people and programs read.
// Each form is one file; Formats lists them. Renderers see the report alone; they judge nothing,
// and they return the errors of their writer.
package render

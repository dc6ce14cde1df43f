package render

import (
	"io"

	"github.com/paperfit/paperfit/pkg/report"
)

// RuleBookJSON writes the documentation of rules as one indented JSON object of
// the schema report.RulesSchema.
func RuleBookJSON(w io.Writer, b *report.RuleBook) error {
	data, err := encodeJSON(b.ForWriting())
	if err != nil {
		return err
	}
	_, err = w.Write(indented(data))
	return err
}

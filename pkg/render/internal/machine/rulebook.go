package machine

import (
	"io"

	"github.com/paperfit/paperfit/pkg/report"
)

// RuleBook writes the documentation of rules as one indented JSON object of
// the schema report.RulesSchema.
func RuleBook(w io.Writer, b *report.RuleBook) error {
	data, err := encodeJSON(b.ForWriting())
	if err != nil {
		return err
	}
	_, err = w.Write(indented(data, 0))
	return err
}

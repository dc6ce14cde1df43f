package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/report"
)

// schemas are the formats that have a JSON Schema of their own here.
var schemas = map[string]func() []byte{
	"json":  report.JSONSchema,
	"jsonl": report.JSONLinesSchema,
}

// newSchema returns the command that prints the JSON Schema of a format.
func newSchema(streams system.Streams) *cobra.Command {
	words := []string{"json", "jsonl"}
	return &cobra.Command{
		Use:   "schema [json|jsonl]",
		Short: "Print the JSON Schema of JSON or JSON Lines reports",
		Long: `Print the JSON Schema (draft 2020-12) of the report that --format json writes, or,
with jsonl, of each line that --format jsonl writes.`,
		Example: `  paperfit schema > paperfit.schema.json
  paperfit schema jsonl > paperfit-line.schema.json`,
		Args:      optionalArg,
		ValidArgs: words,
		RunE: func(_ *cobra.Command, args []string) error {
			name := words[0]
			if len(args) > 0 {
				name = args[0]
			}
			schema, ok := schemas[name]
			if !ok {
				return fmt.Errorf("unknown schema %q; %w", name, noSuchWord(name, words))
			}
			_, err := streams.Out.Write(schema())
			return err
		},
	}
}

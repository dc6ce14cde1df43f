package report_test

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/report"
)

// A program reads what "paperfit check --format jsonl" wrote, line by line.
func ExampleReadLine() {
	line, err := report.ReadLine([]byte(`{"schema": "paperfit.report/1", "tool": {"name": "paperfit", "version": "1"},
		"profile": {"name": "opml20", "title": "USENIX OpML '20 papers", "digest": "sha256:00"},
		"path": "a.pdf", "bytes": 9, "verdict": "fail", "measured": {"pages": 2, "columns": 1}, "pages": [], "checks": [],
		"findings": [{"rule": "columns", "severity": "error", "page": 1, "message": "The text has one column."}],
		"notes": [], "damage": []}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(line.Path, line.Verdict)
	if columns := line.Measured.Columns; columns != nil { // nil: it is not known
		fmt.Println(*columns, "column")
	}
	for _, x := range line.Findings {
		fmt.Printf("page %d: %s\n", x.Page, x.Message)
	}
	// Output:
	// a.pdf fail
	// 1 column
	// page 1: The text has one column.
}

package machine

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestInterruptedReportsAreValid: in the forms that programs read.
func TestInterruptedReportsAreValid(t *testing.T) {
	whole, line := compiled(t, report.JSONSchema()), compiled(t, report.JSONLinesSchema())
	r := stopped(364, passing(), failing())
	forms := map[string]string{}
	for _, f := range []Format{JSONFormat(), JSONLinesFormat(), CSVFormat(), JUnitFormat()} {
		var data bytes.Buffer
		if err := f.Write(&data, r, Options{}); err != nil {
			t.Fatal(err)
		}
		forms[f.Name] = data.String()
	}
	if err := validate(whole, []byte(forms["json"])); err != nil {
		t.Error(err)
	}
	lines := strings.Split(strings.TrimSpace(forms["jsonl"]), "\n")
	for _, text := range lines {
		if err := validate(line, []byte(text)); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
	var last report.LastLine
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil || len(lines) != 3 || last.Summary.Expected != 364 || last.Summary.Files != 2 {
		t.Errorf("%d lines, the last with %+v, %v", len(lines), last.Summary, err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(forms["csv"], byteOrderMark))).ReadAll() // which wants rows of one length
	if err != nil || len(rows) != 4 || !slices.Equal(rows[3][:2], []string{"interrupted: 2 of 364 files checked", "interrupted"}) {
		t.Errorf("%v: %q", err, rows)
	}
	var root element
	if err := xml.Unmarshal([]byte(forms["junit"]), &root); err != nil {
		t.Fatal(err)
	}
	wantForm(t, root)
	if got := cases(root)["paperfit complete run"]; got != "error" || root.attr("errors") == "0" {
		t.Errorf("the case of the run is %q", got)
	}
}

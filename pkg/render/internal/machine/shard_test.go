package machine

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestReportsOfShardsAreValid: JSON and JSON Lines say which part they are of, the
// latter in a last line, which the report of the whole does not have.
func TestReportsOfShardsAreValid(t *testing.T) {
	r := report.New(report.Tool{Name: "paperfit", Version: "1"}, report.Profile{Name: "v", Title: "V", Digest: "sha256:" + strings.Repeat("0", 64)}, []report.File{passing(), failing()})
	write := func(f Format) string {
		var data bytes.Buffer
		if err := f.Write(&data, r, Options{}); err != nil {
			t.Fatal(err)
		}
		return data.String()
	}
	if n := strings.Count(write(JSONLinesFormat()), "\n"); n != 2 {
		t.Errorf("the whole has %d lines, want 2", n)
	}
	r.Summary.Shard = &report.Shard{Index: 3, Of: 64}
	r.Summary.Skipped = report.Skipped{".docx": 2}
	if err := validate(compiled(t, report.JSONSchema()), []byte(write(JSONFormat()))); err != nil {
		t.Error(err)
	}
	lines := strings.Split(strings.TrimSpace(write(JSONLinesFormat())), "\n")
	for _, text := range lines {
		if err := validate(compiled(t, report.JSONLinesSchema()), []byte(text)); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
	var last report.LastLine
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil || len(lines) != 3 || *last.Summary.Shard != *r.Summary.Shard || last.Summary.Files != 2 || last.Summary.Interrupted {
		t.Errorf("%d lines, the last with %+v, %v", len(lines), last.Summary, err)
	}
	r.Summary.Shard.Index = 0
	if err := validate(compiled(t, report.JSONSchema()), []byte(write(JSONFormat()))); err == nil {
		t.Error("shard 0 is valid")
	}
}

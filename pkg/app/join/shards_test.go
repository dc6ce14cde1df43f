package join

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A report may claim to be a shard of more than there can be: it costs no time, and is
// said to be incomplete.
func TestShardThatCannotBe(t *testing.T) {
	for _, shard := range []string{`{"index":1,"of":2000000000}`, `{"index":0,"of":2}`, `{"index":3,"of":2}`, `{"index":1,"of":-1}`} {
		name := filepath.Join(t.TempDir(), "a.jsonl")
		line := `{"schema":"paperfit.report/1","tool":{"name":"paperfit","version":"0"},"profile":{"name":"a","title":"A","digest":"sha256:0"},"summary":{"files":0,"pass":0,"fail":0,"unknown":0,"error":0,"shard":` + shard + "}}\n"
		if err := os.WriteFile(name, []byte(line), 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := Open([]string{name})
		if err != nil {
			t.Fatal(err)
		}
		if text := strings.Join(j.Remarks, "; "); !j.Incomplete || !strings.Contains(text, "cannot be") || len(text) > 200 {
			t.Errorf("%s: %q", shard, text)
		}
	}
}

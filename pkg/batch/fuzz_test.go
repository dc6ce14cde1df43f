package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// FuzzReply: whatever a worker replies, the program ends with an entry for the
// file that was requested, whose verdict is that of its checks.
func FuzzReply(f *testing.F) {
	p := &Pool{Checker: opml(f)}
	frame := func(answer reply) []byte {
		var out bytes.Buffer
		if err := writeJSON(&out, frameReply, answer); err != nil {
			f.Fatal(err)
		}
		return out.Bytes()
	}
	file := marshalFile(p.Checker.Check(context.Background(), "", onePage))
	f.Add(frame(reply{File: file}))
	f.Add(frame(reply{File: file, Reading: json.RawMessage(`{"pages":[{"rows":[[1,2,3]]}]}`)}))
	f.Add(frame(reply{Limit: limitMemory}))
	f.Add([]byte("R\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var answer reply
		if err := readJSON(bytes.NewReader(data), frameReply, maxReply, &answer); err != nil {
			return
		}
		got, err := p.result("a.pdf", onePage, answer)
		if err != nil {
			return
		}
		if got.File.Path != "a.pdf" || got.File.Bytes != int64(len(onePage)) || got.File.Verdict != report.VerdictOf(got.File.Checks, false) {
			t.Errorf("%+v", got.File)
		}
	})
}

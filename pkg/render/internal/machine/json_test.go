package machine

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestJSON(t *testing.T) {
	golden(t, "report.json", func(w io.Writer) error { return JSON(w, sample(failing(), unreadable())) })
}

func TestJSONOfNothing(t *testing.T) {
	golden(t, "empty.json", func(w io.Writer) error { return JSON(w, sample()) })
}

func TestJSONSaysTheSameAsTheReport(t *testing.T) {
	f := failing()
	f.Findings[0].Message = `[1, 2] "quoted \" [3, 4]" <&> \`
	var out bytes.Buffer
	if err := JSON(&out, sample(f, scanned())); err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	plain, err := json.Marshal(sample(f, scanned()).ForWriting())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(plain, &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the layout changed the content (-want +got):\n%s", diff)
	}
}

func TestCrossCheckInJSON(t *testing.T) {
	f := passing()
	f.CrossCheck = &report.CrossCheck{Status: report.CrossCouldNotRead, Message: "it crashed"}
	var out bytes.Buffer
	if err := JSON(&out, sample(f)); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	if want := `"cross_check": { "status": "could-not-read", "message": "it crashed", "pages": [] }`; !strings.Contains(text, want) {
		t.Errorf("%s is not in\n%s", want, &out)
	}
}

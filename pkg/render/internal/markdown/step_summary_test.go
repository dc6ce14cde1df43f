package markdown

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

func TestStepSummary(t *testing.T) {
	golden(t, "step-summary.md", func(w io.Writer) error {
		return form.New(form.Format{}, StepSummary).Write(w, sample(failing(), passing(), scanned(), unreadable()), Options{})
	})
}

func TestStepSummaryShowsWordsAsTheyAre(t *testing.T) {
	var out bytes.Buffer
	if err := form.New(form.Format{}, StepSummary).Write(&out, sample(hostile()), Options{}); err != nil {
		t.Fatal(err)
	}
	_, row, _ := strings.Cut(out.String(), "|---|---|---|---|\n")
	if n := len(regexp.MustCompile(`(?:^|[^\\])\|`).FindAllString(row, -1)); n != 5 || strings.Count(row, "\n") != 1 {
		t.Errorf("%d bars in %q, want 5 in one line", n, row)
	}
	if strings.Contains(row, "<script") || strings.Contains(row, "@all") || strings.ContainsAny(row, "\x1b\u009b\u202e\x00") {
		t.Errorf("words of the paper become markup: %q", row)
	}
}

// TestStepSummaryIsBounded: GitHub drops a summary of more than a megabyte.
func TestStepSummaryIsBounded(t *testing.T) {
	files := make([]report.File, maxSummaryFiles+500)
	for i := range files {
		files[i] = passing()
	}
	files[len(files)-1] = failing()
	var out bytes.Buffer
	if err := form.New(form.Format{}, StepSummary).Write(&out, sample(files...), Options{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), ".pdf"); n != maxSummaryFiles || !strings.Contains(out.String(), "draft.pdf") || !strings.Contains(out.String(), "500 files more") {
		t.Errorf("%d files, the one that fails among them: %v", n, strings.Contains(out.String(), "draft.pdf"))
	}
}

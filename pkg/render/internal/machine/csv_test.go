package machine

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestCSV(t *testing.T) {
	golden(t, "report.csv", func(w io.Writer) error {
		return CSVFormat().Write(w, sample(failing(), passing(), scanned(), unreadable()), Options{})
	})
}

// readCSV reads a report as rows of column name and cell.
func readCSV(t *testing.T, r *report.Report) []map[string]string {
	t.Helper()
	var out bytes.Buffer
	if err := CSVFormat().Write(&out, r, Options{}); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	if !marked {
		t.Error("no byte order mark: Excel does not take it for UTF-8")
	}
	for line := range strings.Lines(text) {
		if !strings.HasSuffix(line, "\r\n") {
			t.Errorf("%q does not end as RFC 4180 asks", line)
		}
	}
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll() // as many cells in each row
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		if len(row) != len(records[0]) {
			t.Errorf("two columns have one name: %q", records[0])
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCSVTellsWhatWasMeasured(t *testing.T) {
	rows := readCSV(t, sample(failing(), passing(), unreadable()))
	for _, want := range []struct {
		row          int
		column, cell string
	}{
		{0, "path", "draft.pdf"}, {0, "verdict", "fail"}, {0, "block_width_in", "7.2035"}, {0, "page_height_in", "11"},
		{0, "body_font", "NimbusRomNo9L-Regu"}, {0, "text-block status", "fail"}, {0, "text-block findings", "2"},
		{0, "text-block message", "page 1, left column, top: 3 lines extend 0.203 in beyond the text block (at most 7 in wide)."},
		{0, "text-block kind", "text-too-wide"}, {0, "text-block args", `{"beyond":0.2035,"lines":3,"width":7}`}, {0, "columns kind", "page-not-upright"},
		{0, "columns findings", "0"}, {0, "type3-fonts status", "skipped"},
		{1, "references_page", "0"}, {1, "gutter_in", ""}, {1, "page-limit status", "pass"}, {1, "leading status", ""}, {0, "columns", "2"}, {0, "columns status", "unknown"},
		{2, "path", "standard input"}, {2, "verdict", "error"}, {2, "pages", ""}, {2, "readable message", "The file needs a password to open."},
	} {
		cell, ok := rows[want.row][want.column]
		if !ok {
			cell = "(no such column)"
		}
		if cell != want.cell {
			t.Errorf("row %d: %s is %q, want %q", want.row, want.column, cell, want.cell)
		}
	}
	if got := readCSV(t, sample()); len(got) != 0 {
		t.Errorf("%d rows of no file", len(got))
	}
}

// TestCSVHoldsNoFormula: no cell begins with what a spreadsheet computes, however
// a file is called, and none breaks its row.
func TestCSVHoldsNoFormula(t *testing.T) {
	files := []report.File{hostile()}
	for _, name := range []string{"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "\u00a0=1", "＝1", "%0A", "|x", "\x00=1", "\ufeff=1"} {
		f := passing()
		f.Path, f.Measured.BodyFont = name, &name
		files = append(files, f)
	}
	rows := readCSV(t, sample(files...))
	if len(rows) != len(files) {
		t.Fatalf("%d rows for %d files", len(rows), len(files))
	}
	for _, row := range rows {
		for column, cell := range row {
			begin := strings.TrimLeft(cell, " \u00a0\ufffd\t\r\n")
			if begin != "" && strings.ContainsAny(begin[:1], "=+-@|%\t\r\n") || strings.HasPrefix(begin, "＝") {
				t.Errorf("%s begins a formula: %q", column, cell)
			}
			if strings.ContainsAny(cell, "\x1b\u009b\u202e\n\r\x00") {
				t.Errorf("%s holds control characters: %q", column, cell)
			}
		}
	}
}

// TestCSVColumnsAreStable: the columns depend on the rules alone.
func TestCSVColumnsAreStable(t *testing.T) {
	head := func(f report.File) string {
		var out bytes.Buffer
		if err := CSVFormat().Write(&out, sample(f), Options{}); err != nil {
			t.Fatal(err)
		}
		line, _, _ := strings.Cut(out.String(), "\r\n")
		return line
	}
	broken := passing()
	broken.Checks[1].Status, broken.Measured = report.StatusFail, report.Measured{}
	broken.Findings = []report.Finding{{Rule: "page-limit", Message: "x"}, {Rule: "page-limit", Message: "y"}}
	if diff := cmp.Diff(head(passing()), head(broken)); diff != "" {
		t.Errorf("the columns change with what is found:\n%s", diff)
	}
}

// A mail merge has a row for each paper, and a run that was interrupted says so.
func TestMail(t *testing.T) {
	golden(t, "report.mail.csv", func(w io.Writer) error {
		known := failing()
		known.Submission = &report.SubmissionRef{ID: "12", Digest: "sha256:0"}
		return MailFormat().Write(w, sample(known, passing(), scanned(), unreadable()), Options{})
	})
}

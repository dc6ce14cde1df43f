package layout

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// gapped is a page with a line for each gap, in thousandths of an em, between two words,
// set without a space; the gap stands before them.
func gapped(gaps ...int) *pdftest.Builder {
	var page strings.Builder
	for i, gap := range gaps {
		fmt.Fprintf(&page, "BT /F1 10 Tf 72 %d Td [(gap%d) %d (loom) -400 (loom)] TJ ET ", 700-20*i, gap, -gap)
	}
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: page.String()})
	return b
}

// gaps are above and below what separates words, .129 em among them, which TeX's most
// shrunk lines and justified text of other programs come near.
var gaps = map[int]bool{60: false, 80: false, 95: false, 105: true, 120: true, 129: true, 150: true, 250: true}

func TestWordsAreSeparatedByGaps(t *testing.T) {
	for gap, apart := range gaps {
		want := fmt.Sprintf("gap%dloom loom", gap)
		if apart {
			want = fmt.Sprintf("gap%d loom loom", gap)
		}
		if got := composeFile(t, gapped(gap)).Pages[0].Lines[0].Text; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// poppler separates the same words.
func TestPopplerSeparatesTheSameWords(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for gap := range gaps {
		b := gapped(gap)
		path := filepath.Join(t.TempDir(), "gaps.pdf")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		if got, want := composeFile(t, b).Pages[0].Lines[0].Text, strings.TrimSpace(string(out)); got != want {
			t.Errorf("%q, poppler has %q", got, want)
		}
	}
}

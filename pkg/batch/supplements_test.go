package batch

import (
	"archive/tar"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSupplements: what the systems write beside papers, and papers that only seem so.
func TestSupplements(t *testing.T) {
	for path, want := range map[string]bool{
		"in/venue26-paper12.pdf": false, "in/venue26-paper12-supplement.pdf": true, "in/venue26-paper12-supplementary-material.zip": true,
		"in/venue26-paper12-attachments/data.pdf": true, "in/venue26-final12.pdf": false, "in/venue26-final12-supp.pdf": true, "in/venue26-paper12-support-vectors.pdf": false,
		"in/venue_paper_12.pdf": false, "in/venue_supplementary_12.pdf": true, "in/venue_attachment_12.zip": true,
		"in/12/Submission/draft.pdf": false, "in/12/Supplementary/proofs.pdf": true, "in/12/Supplementary Material/code.zip/fig.pdf": true, "in/12/CameraReady/draft.pdf": false,
		"in/12_On_supplements.pdf": false, "in/12_Supplementary_cements.pdf": false, "in/12_A_vitamin_supplement.pdf": false,
		"in/12_supplementary_material.pdf": true, "in/Submission12_Supplementary_Material.pdf": true, "in/12-supp.pdf": true, "in/12 suppl.pdf": true, "in/supplements/12.pdf": true,
	} {
		if got := isSupplement("in", path); got != want {
			t.Errorf("%s is a supplement: %v", path, got)
		}
	}
}

// TestSupplementsAreLeftOut of folders and archives, and counted; what is named is
// checked, and a folder of supplements alone is a fault.
func TestSupplementsAreLeftOut(t *testing.T) {
	folder(t, map[string]string{"in/12/Submission/a.pdf": pdfFile, "in/12/Supplementary/b.pdf": pdfFile, "in/12/Supplementary/code.7z": "7z\xbc\xaf\x27\x1c", "only/Supplementary/c.pdf": pdfFile})
	for _, c := range []struct {
		names []string
		want  []string
		count int
	}{
		{[]string{"in"}, []string{"in/12/Submission/a.pdf"}, 2},
		{[]string{"in/12/Supplementary/b.pdf"}, []string{"in/12/Supplementary/b.pdf"}, 0},
		{[]string{"./only/Supplementary/"}, []string{"only/Supplementary/c.pdf"}, 0},
		{[]string{"only"}, []string{"only: " + errNoPDFs.Error()}, 1},
		{[]string{inNamed(t, "all.tar", tarOf(t, []tar.Header{{Name: "12/Supplementary/b.pdf"}}, pdfFile))}, []string{"all.tar: " + errNoPapers.Error()}, 1},
	} {
		skips := new(Skips)
		got := told(Named(c.names, nil, skips))
		for i := range got {
			got[i] = got[i][max(0, strings.Index(got[i], "all.tar")):]
		}
		if !slices.Equal(got, c.want) || skips.Counts()[kindSupplement] != c.count {
			t.Errorf("%q: %q, want %q; skipped %s", c.names, got, c.want, fmt.Sprint(skips.Counts()))
		}
	}
}

package font

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"golang.org/x/text/unicode/norm"
)

// codedFont is a font's dictionary with codes to show in it.
type codedFont struct {
	cmap, dict string
	codes      []string
}

// pdftotext returns what poppler reads of fonts' codes, by font and place.
func pdftotext(t *testing.T, fonts []codedFont) map[[2]int]string {
	t.Helper()
	b := pdftest.New()
	for k, font := range fonts {
		var page strings.Builder
		fmt.Fprintf(&page, "BT 14 TL 10 %d Td\n", 14*len(font.codes))
		for i, code := range font.codes {
			fmt.Fprintf(&page, "/F2 10 Tf (%d %d=) Tj /F1 10 Tf <%x> Tj T*\n", k, i, code)
		}
		b.AddPage(pdftest.Page{
			Content: page.String() + "ET", MediaBox: fmt.Sprintf("0 0 100 %d", 14*len(font.codes)+20),
			Resources: "/Font << /F1 " + font.dict + " /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
		})
	}
	file := filepath.Join(t.TempDir(), "text.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	texts := map[[2]int]string{}
	for line := range strings.SplitSeq(string(out), "\n") {
		place, text, _ := strings.Cut(line, "=")
		var k, i int
		if n, err := fmt.Sscanf(place, "%d %d", &k, &i); n == 2 && err == nil {
			texts[[2]int{k, i}] = strings.TrimSpace(text)
		}
	}
	return texts
}

// collectionCMaps are the CMaps of each collection that are compared.
var collectionCMaps = map[string]string{
	"GB1":    "Identity-H GB-EUC-H GBpc-EUC-H GBK-EUC-H GBKp-EUC-H GBK2K-H UniGB-UCS2-H UniGB-UTF16-H",
	"CNS1":   "Identity-H B5pc-H HKscs-B5-H ETen-B5-H ETenms-B5-H UniCNS-UTF16-H",
	"Japan1": "Identity-H 83pv-RKSJ-H 90ms-RKSJ-H 90msp-RKSJ-H 90pv-RKSJ-H Add-RKSJ-H Ext-RKSJ-H EUC-H H UniJIS-UTF16-H",
	"Korea1": "Identity-H KSC-EUC-H KSCms-UHC-H KSCms-UHC-HW-H KSCpc-EUC-H UniKS-UTF16-H",
}

// TestCollectionsAgainstPoppler compares the characters of CIDs and of codes of
// predefined CMaps, a sample of each, with those that poppler reads. A few are
// written in other ways: as a bracketed letter, or with a sign that joins.
func TestCollectionsAgainstPoppler(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	if _, err := os.Stat("/usr/share/poppler/cMap"); err != nil {
		t.Skip("poppler's data for Chinese, Japanese and Korean are not installed")
	}
	fonts := codedFonts(t)
	read, same := make([]int, len(fonts)), make([]int, len(fonts))
	for at, theirs := range pdftotext(t, fonts) {
		if theirs == "" {
			continue
		}
		font := fonts[at[0]]
		read[at[0]]++
		if norm.NFKC.String(texts(openFont(t, font.dict), font.codes[at[1]])) == norm.NFKC.String(theirs) {
			same[at[0]]++
		}
	}
	for k, font := range fonts {
		if read[k] < 10 || same[k] < read[k]*9/10 {
			t.Errorf("%s: of %d codes that poppler reads, %d have the same characters", font.cmap, read[k], same[k])
		}
	}
}

// codedFonts returns a font for each CMap, with a sample of its codes.
func codedFonts(t *testing.T) (out []codedFont) {
	for ordering, names := range collectionCMaps {
		for name := range strings.FieldsSeq(names) {
			dict := type0("/"+name, "/Subtype /CIDFontType0 /CIDSystemInfo << /Registry (Adobe) /Ordering ("+ordering+") /Supplement 6 >>")
			coded, f := codedFont{cmap: ordering + " " + name, dict: dict}, openFont(t, dict)
			for code := 1; code < 1<<16; code += 331 {
				if s := string([]byte{byte(code >> 8), byte(code)}); len(glyphs(f, s)) == 1 && texts(f, s) != "?" {
					coded.codes = append(coded.codes, s)
				}
			}
			out = append(out, coded)
		}
	}
	return out
}

package check_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// withImage returns a page that meets the rules except for an image across the
// columns, which reaches a quarter of an inch out of the block on the left. It
// has 40 by 10 gray samples; the first ones of each row are of a shade.
func withImage(entries string, shade byte) []byte {
	samples := bytes.Repeat([]byte{0x80}, 400)
	for i := range samples {
		if i%40 < 4 {
			samples[i] = shade
		}
	}
	b := pdftest.New()
	n := b.Stream("/Subtype /Image /Width 40 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray "+entries, samples)
	title := pdftest.Text("F2", 17, 150, 700, "Analytical Engines that Weave") + set(270, 680, "Ada Lovelace", "University of London")
	prose := pdftest.Prose(120)
	text := set(54, 440, prose[:31]...) + set(318, 440, prose[13:44]...)
	b.AddPage(pdftest.Page{
		Content:   title + text + "q 522 0 0 150 36 480 cm /I Do Q\n",
		Resources: pdftest.Fonts + " /XObject << /I " + ref(n) + " >>",
	})
	return b.Bytes()
}

// The same holds of inline images.
func TestMarginsOfInlineImages(t *testing.T) {
	row := bytes.Repeat([]byte{0x80}, 40)
	for name, c := range map[string]struct {
		margin byte
		want   report.Status
	}{"white margin": {0xff, report.StatusPass}, "no margin": {0x80, report.StatusFail}} {
		copy(row, bytes.Repeat([]byte{c.margin}, 4))
		image := "q 522 0 0 150 36 -60 cm BI /W 40 /H 10 /BPC 8 /CS /G ID " + string(bytes.Repeat(row, 10)) + " EI Q\n"
		prose := pdftest.Prose(120)
		page := set(54, 440, prose[:28]...) + set(318, 440, prose[13:41]...) + "q 1 0 0 1 0 540 cm " + image + "Q\n"
		if got := statuses(checkPage(t, page))["figure-block"]; got != c.want {
			t.Errorf("%s: figure-block is %s, want %s", name, got, c.want)
		}
	}
}

// The white margin of an image may reach out of the block, its ink may not; what
// cannot be inspected is neither passed nor failed.
func TestMarginsOfImages(t *testing.T) {
	for name, c := range map[string]struct {
		entries string
		shade   byte
		want    report.Status
	}{
		"white margin":          {"", 0xff, report.StatusPass},
		"nearly white margin":   {"", 0xfa, report.StatusPass},
		"gray margin":           {"", 0xd0, report.StatusFail},
		"cannot be looked into": {"/Filter /JPXDecode", 0x80, report.StatusUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			file := opml(t).Check(context.Background(), "x", withImage(c.entries, c.shade))
			if got := statuses(file)["figure-block"]; got != c.want {
				t.Errorf("figure-block is %s, want %s: %+v", got, c.want, file.Findings)
			}
		})
	}
}

package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

func TestPDFVersion(t *testing.T) {
	for version, want := range map[int]string{15: "pass", 14: "fail", 17: "pass", 20: "pass", 0: "unknown"} {
		f := good()
		f.PDFVersion = version
		if check, _ := asked(t, f, "pdf-version", "pdf_version: 1.5"); string(check.Status) != want {
			t.Errorf("version %d: %s, want %s", version, check.Status, want)
		}
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		keys, want, got string
		linked          []int
		bookmarks       bool
	}{
		{"links: forbidden", "fail", "links on 2 pages", []int{1, 2}, false},
		{"links: forbidden", "pass", noneFound, nil, true},
		{"bookmarks: forbidden", "pass", noneFound, []int{1}, false},
		{"bookmarks: forbidden", "fail", "bookmarks", []int{1}, true},
		{"links: forbidden\nbookmarks: forbidden", "fail", "links on 1 page, bookmarks", []int{1}, true},
	} {
		f := good()
		f.Linked, f.Bookmarks = c.linked, c.bookmarks
		if check, _ := asked(t, f, "links", c.keys); string(check.Status) != c.want || check.Got != c.got {
			t.Errorf("%+v: %s %v", c, check.Status, check.Got)
		}
	}
}

func TestPaperID(t *testing.T) {
	shown := func(pages ...int) func(*measure.Facts) {
		return func(f *measure.Facts) {
			for _, page := range pages {
				f.PaperIDs = append(f.PaperIDs, measure.Place{Page: page, Text: "Paper ID 7"})
			}
		}
	}
	hold(t, "paper-id", "paper_id: first-page", []askedCase{
		{"there", shown(1), "pass", "on the first page"},
		{"on the second", shown(2), "fail", "not on 1 page"},
		{"nowhere", nil, "fail", "not on 1 page"},
	})
	hold(t, "paper-id", "paper_id: every-page", []askedCase{
		{"everywhere", shown(1, 2, 3), "pass", "on every page"},
		{"on the first alone", shown(1), "fail", "not on 2 pages"},
	})
}

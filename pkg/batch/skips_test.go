package batch

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// upload is what a submission site may hand on: papers, what is named like one,
// and what is passed over.
func upload(under string) map[string]string {
	out := map[string]string{
		"a.pdf": pdfFile, "B.PDF": pdfFile, "deep/er/c.Pdf": pdfFile, "by-content.bin": pdfFile,
		"empty.pdf": "", "html.pdf": "<html>", "stub.pdf": "see my web page", "lfs.pdf": "version https://git-lfs.github.com/spec/v1",
		"postscript.pdf": "%!PS", "junk.pdf": "\x01\x02\xff", "zip.pdf": "PK\x03\x04" + strings.Repeat("\x00", 40),
		"folder.pdf/d.pdf": pdfFile,

		"notes.docx": "PK", "more.DOCX": "x", "main.tex": "x", "README": "x", "odd.\x1b[2J": "x", "long.extensionwithoutend": "x",
		".DS_Store": "x", ".draft.pdf": pdfFile, "._a.pdf": "x", "~$a.pdf": "x", ".~lock.a.pdf#": "x", ".git/old.pdf": pdfFile, ".git/older.pdf": pdfFile,
		"__MACOSX/a.pdf": "x", "__MACOSX/deep/._a.pdf": "x", "deep/.hidden/e.pdf": pdfFile,
		"f.pdf.part": pdfFile, "g.pdf.crdownload": "x", "h.download": "x", "i.tmp": "x", "j.partial": "x",
	}
	return mapKeys(out, func(name string) string { return under + name })
}

func mapKeys(in map[string]string, f func(string) string) map[string]string {
	out := map[string]string{}
	for key, value := range in {
		out[f(key)] = value
	}
	return out
}

var (
	uploaded = []string{
		"B.PDF", "a.pdf", "by-content.bin", "deep/er/c.Pdf", "empty.pdf", "folder.pdf/d.pdf", "html.pdf", "junk.pdf",
		"lfs.pdf", "postscript.pdf", "stub.pdf", "zip.pdf",
	}
	passedOver = report.Skipped{".docx": 2, ".tex": 1, kindOther: 3, kindHidden: 8, kindUnfinished: 5}
)

// TestEverySubmissionIsAnEntry: in a folder and in an archive alike, whatever is
// named like a paper is one, and everything else is counted.
func TestEverySubmissionIsAnEntry(t *testing.T) {
	entries := upload("")
	var flat []string
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		flat = append(flat, name, entries[name])
	}
	files := upload("in/")
	files["all.zip"] = zipped(t, flat...)
	folder(t, files)
	for name := range map[string]bool{"in": true, "all.zip": true} {
		var skips Skips
		got := told(Named([]string{name}, nil, &skips))
		want := slices.Clone(uploaded)
		for i := range want {
			want[i] = name + "/" + want[i]
		}
		slices.Sort(got) // an archive has an order of its own
		if !slices.Equal(got, want) {
			t.Errorf("got  %q\nwant %q", got, want)
		}
		if counts := skips.Counts(); !maps.Equal(counts, passedOver) {
			t.Errorf("%s: skipped are %v, want %v", name, counts, passedOver)
		}
	}
	for in := range Named([]string{"all.zip", "in"}, nil, nil) {
		if _, err := in.Read(context.Background()); err != nil {
			t.Errorf("%s: %v", in.Path, err)
		}
	}
}

// TestNothingToCheckIsAFault: a folder, a folder that is named like a paper, and an
// archive.
func TestNothingToCheckIsAFault(t *testing.T) {
	for _, c := range []struct {
		entries map[string]string
		name    string
		want    []string
	}{
		{map[string]string{"in/.x.pdf": pdfFile, "in/y.pdf.part": pdfFile, "in/notes.txt": "x"}, "in", []string{"in: " + errNoPDFs.Error()}},
		{map[string]string{"in/x.pdf/notes.txt": "x", "in/y.pdf": pdfFile}, "in", []string{"in/x.pdf: " + errNoPDFs.Error(), "in/y.pdf"}},
		{map[string]string{"in/x.pdf/": ""}, "in", []string{"in/x.pdf: " + errNoPDFs.Error()}},
		{map[string]string{"in/x.pdf": "-> ../out", "out/notes.txt": "x"}, "in", []string{"in/x.pdf: " + errNoPDFs.Error()}},
		{map[string]string{"a.zip": zipped(t, "__MACOSX/._x.pdf", "x", "x.pdf/", "")}, "a.zip", []string{"a.zip: " + errNoPapers.Error()}},
		{map[string]string{"in/a.zip": zipped(t, "x.txt", "x")}, "in", []string{"in/a.zip: " + errNoPapers.Error()}},
	} {
		folder(t, c.entries)
		if got := told(Named([]string{c.name}, nil, nil)); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.entries, got, c.want)
		}
	}
}

// TestDanglingLinks: those that are named like papers are entries.
func TestDanglingLinks(t *testing.T) {
	folder(t, map[string]string{"in/a.pdf": "-> nowhere", "in/b.pdf": "-> ../.git/annex/objects/x/y.pdf", "in/c.txt": "-> nowhere", "in/.d.pdf": "-> nowhere"})
	var skips Skips
	got := told(Named([]string{"in"}, nil, &skips))
	if want := []string{"in/a.pdf: " + errDangling.Error(), "in/b.pdf: " + errAnnex.Error()}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if want := (report.Skipped{kindDangling: 1, kindHidden: 1}); !maps.Equal(skips.Counts(), want) {
		t.Errorf("%v, want %v", skips.Counts(), want)
	}
}

// TestNamedFilesAreEntries: on the command line and in lists, hidden or not, an
// archive only where it is not named like a paper.
func TestNamedFilesAreEntries(t *testing.T) {
	all := zipped(t, "x.pdf", pdfFile)
	folder(t, map[string]string{".a.pdf": pdfFile, "b.txt": "x", "c.part": "x", "all.pdf": all, "all.zip": all})
	names := []string{".a.pdf", "b.txt", "c.part", "all.pdf", "all.zip"}
	want := []string{".a.pdf", "b.txt", "c.part", "all.pdf", "all.zip/x.pdf"}
	if got := told(Named(names, nil, nil)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := listed(t, Stdin, strings.NewReader(strings.Join(names, "\n")), false); !slices.Equal(got, want) {
		t.Errorf("in a list: %q, want %q", got, want)
	}
}

// Attack: a folder of files that each have an extension of their own fills no
// report.
func TestKindsAreBounded(t *testing.T) {
	var skips Skips
	for i := range maxKinds + 100 {
		skips.add(fmt.Sprint(".", i))
	}
	for range 3 {
		skips.add(".tex")
	}
	got, total := skips.Counts(), 0
	for _, n := range got {
		total += n
	}
	if len(skips.kinds) > maxKinds+1 || len(got) > maxTold+1 || total != maxKinds+103 {
		t.Errorf("%d kinds are counted, %d told, of %d files", len(skips.kinds), len(got), total)
	}
}

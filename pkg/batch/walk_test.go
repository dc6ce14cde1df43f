package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folder makes files, folders (with a / at the end) and links (-> target) in a
// new folder, which becomes the current one.
func folder(t *testing.T, entries map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range entries {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, link := strings.CutPrefix(data, "-> "); link {
			err = os.Symlink(target, name)
		} else if !strings.HasSuffix(name, "/") {
			err = os.WriteFile(name, []byte(data), 0o644)
		}
		if err != nil {
			t.Skipf("such a file cannot be made here: %v", err)
		}
	}
}

// reported lists inputs: the paths, with the fault where there is one.
func told(inputs Inputs) []string {
	var out []string
	for in := range inputs {
		text := filepath.ToSlash(in.Path)
		if in.Err != nil {
			text += ": " + in.Err.Error()
		}
		out = append(out, text)
	}
	return out
}

const pdfFile = "%PDF-1.7\n"

func TestFolders(t *testing.T) {
	tests := []struct {
		name    string
		entries map[string]string
		want    []string
	}{
		{"by name or content, in order", map[string]string{
			"in/b.pdf": pdfFile, "in/a/paper.bin": pdfFile, "in/c.pdf": "no PDF", "in/a/.hidden": pdfFile, "in/late": strings.Repeat(" ", 1000) + pdfFile, "in/empty/": "",
		}, []string{"in/a/paper.bin", "in/b.pdf", "in/c.pdf", "in/late"}},
		{"none", map[string]string{"in/a": "no PDF"}, []string{"in: " + errNoPDFs.Error()}},
		{"odd names", map[string]string{"in/a\nb.pdf": pdfFile, "in/\x1b[2J.pdf": pdfFile, "in/-": pdfFile, "in/--jobs": pdfFile},
			[]string{`in/\x1b[2J.pdf`, "in/-", "in/--jobs", `in/a\nb.pdf`}},
		{"link to a file", map[string]string{"in/a.pdf": "-> ../b.pdf", "b.pdf": pdfFile, "in/gone.pdf": "-> nowhere"}, []string{"in/a.pdf", "in/gone.pdf: " + errDangling.Error()}},
		{"link to a folder elsewhere", map[string]string{"in/a": "-> ../out", "out/x.pdf": pdfFile}, []string{"in/a/x.pdf"}},
		{"link to a folder that is walked anyway", map[string]string{"in/a": "-> b", "in/b/x.pdf": pdfFile}, []string{"in/b/x.pdf"}},
		{"two links to a folder", map[string]string{"in/a": "-> ../out", "in/b": "-> ../out", "out/x.pdf": pdfFile}, []string{"in/a/x.pdf"}},
		{"loop", map[string]string{"in/a/up": "-> ..", "in/x.pdf": pdfFile}, []string{"in/a/up: " + errLoop.Error(), "in/x.pdf"}},
		{"loop above", map[string]string{"in/up": "-> ../..", "in/x.pdf": pdfFile}, []string{"in/up: " + errLoop.Error(), "in/x.pdf"}},
		{"loop of two", map[string]string{"in/a": "-> ../out", "out/b": "-> ../in", "in/x.pdf": pdfFile}, []string{"in/x.pdf"}},
		{"archive in a folder", map[string]string{"in/all.zip": zipped(t, "x.pdf", pdfFile)}, []string{"in/all.zip/x.pdf"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder(t, test.entries)
			if got := told(Named([]string{"in"}, nil, nil)); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// A link to itself is reported, and stops nothing.
func TestLinkToItself(t *testing.T) {
	folder(t, map[string]string{"in/self": "-> self", "in/x.pdf": pdfFile})
	got := told(Named([]string{"in"}, nil, nil))
	if len(got) != 2 || !strings.HasPrefix(got[0], "in/self: ") || got[1] != "in/x.pdf" {
		t.Errorf("%q", got)
	}
}

func TestUnreadableFolder(t *testing.T) {
	folder(t, map[string]string{"in/locked/x.pdf": pdfFile, "in/y.pdf": pdfFile})
	if err := os.Chmod("in/locked", 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod("in/locked", 0o755) })
	if _, err := os.ReadDir("in/locked"); err == nil {
		t.Skip("this user may read everything")
	}
	want := []string{"in/locked: permission denied; check the permissions of the folder", "in/y.pdf"}
	if got := told(Named([]string{"in"}, nil, nil)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Attack: folders in folders without end.
func TestDeepFolders(t *testing.T) {
	folder(t, map[string]string{"in/" + strings.Repeat("d/", maxDepth+3) + "x.pdf": pdfFile, "in/y.pdf": pdfFile})
	got := told(Named([]string{"in"}, nil, nil))
	if len(got) != 2 || !strings.HasSuffix(got[0], errDepth.Error()) || got[1] != "in/y.pdf" {
		t.Errorf("%q", got)
	}
}

func TestStandardInput(t *testing.T) {
	for in := range Named([]string{Stdin}, strings.NewReader(pdfFile), nil) {
		if data, err := in.Read(context.Background()); in.Path != Stdin || err != nil || string(data) != pdfFile {
			t.Errorf("%s: %q, %v", in.Path, data, err)
		}
	}
	folder(t, map[string]string{Stdin: pdfFile})
	for in := range Named([]string{Stdin}, nil, nil) {
		if data, err := in.Read(context.Background()); err != nil || string(data) != pdfFile {
			t.Errorf("a file called -: %q, %v", data, err)
		}
	}
}

// zipped returns an archive of names and what they hold.
func zipped(t testing.TB, entries ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		header := zip.FileHeader{Name: entries[i], Method: zip.Deflate}
		if entries[i+1] == "" {
			header.Method = zip.Store
		}
		f, err := w.CreateHeader(&header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestArchives(t *testing.T) {
	folder(t, map[string]string{"all.zip": zipped(t,
		"papers/", "", "papers/2.pdf", pdfFile, "papers/1.bin", pdfFile, "notes.txt", "notes", "../../slip.pdf", pdfFile, "/etc/abs.pdf", pdfFile,
		"in.zip", zipped(t, "x.pdf", pdfFile), "x.docx", zipped(t, "[Content_Types].xml", "<x/>"), "a\x1bb.pdf", pdfFile, "papers/2.pdf", pdfFile)})
	want := []string{"all.zip/papers/2.pdf", "all.zip/papers/1.bin", "all.zip/../../slip.pdf", "all.zip//etc/abs.pdf",
		"all.zip/in.zip: " + errNested.Error(), `all.zip/a\x1bb.pdf`, "all.zip/papers/2.pdf"}
	if got := told(Named([]string{"all.zip"}, nil, nil)); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if left, err := filepath.Glob("*"); err != nil || !slices.Equal(left, []string{"all.zip"}) {
		t.Errorf("reading an archive left %q, %v", left, err)
	}
	for in := range Named([]string{"all.zip"}, nil, nil) {
		if in.Err != nil {
			continue
		}
		if data, err := in.Read(context.Background()); err != nil || string(data) != pdfFile {
			t.Errorf("%s holds %q, %v", in.Path, data, err)
		}
	}
}

// The entries of an archive may be read when it was walked to its end.
func TestArchiveStaysOpen(t *testing.T) {
	folder(t, map[string]string{"all.zip": zipped(t, "1.pdf", pdfFile, "2.pdf", pdfFile)})
	for _, in := range slices.Collect(Named([]string{"all.zip"}, nil, nil)) {
		if data, err := in.Read(context.Background()); err != nil || string(data) != pdfFile {
			t.Errorf("%s holds %q, %v", in.Path, data, err)
		}
	}
}

// Attacks by archives: each ends in an entry that names the cap or the fault.
func TestArchiveAttacks(t *testing.T) {
	locked := strings.ReplaceAll(zipped(t, "x.pdf", pdfFile), "PK\x03\x04\x14\x00\x08", "PK\x03\x04\x14\x00\x09")
	locked = strings.ReplaceAll(locked, "PK\x01\x02\x14\x00\x14\x00\x08", "PK\x01\x02\x14\x00\x14\x00\x09")
	unknown := strings.ReplaceAll(zipped(t, "x.pdf", pdfFile), "PK\x01\x02\x14\x00\x14\x00\x08\x00\x08", "PK\x01\x02\x14\x00\x14\x00\x08\x00\x0e")
	damaged := zipped(t, "x.pdf", pdfFile+strings.Repeat("0123456789", 900))
	damaged = damaged[:50] + "\xff\xff\xff\xff" + damaged[54:]
	for name, c := range map[string]struct{ data, want string }{
		"bomb":          {zipped(t, "x.pdf", pdfFile+strings.Repeat("\x00", 2<<20)), "limit maxRatio"},
		"many entries":  {sameNamed("same.pdf", maxEntries+1), "limit maxEntries"},
		"long list":     {sameNamed(strings.Repeat("n", 60_000), maxDirectory/60_000+1), "limit maxDirectory"},
		"encrypted":     {locked, errLocked.Error()},
		"unknown codec": {unknown, errPacking.Error()},
		"cut short":     {zipped(t, "x.pdf", pdfFile)[:60], errNoArchive.Error()},
		"empty":         {zipped(t), errNoPapers.Error()},
		"no papers":     {zipped(t, "x.txt", "x"), errNoPapers.Error()},
		"damaged":       {damaged, errPacked.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			folder(t, map[string]string{"a.zip": c.data})
			var got []string
			for in := range Named([]string{"a.zip"}, nil, nil) {
				if _, err := in.Read(context.Background()); err != nil {
					got = append(got, err.Error())
				}
			}
			if len(got) != 1 || !strings.Contains(got[0], c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func repeated(name string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprint(name, i), "")
	}
	return out
}

// Attack: an archive whose list claims more than any disk holds.
func TestArchiveThatClaimsTooMuch(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range 3 {
		if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i, ".pdf"), UncompressedSize64: maxUnpacked / 2}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	folder(t, map[string]string{"a.zip": out.String()})
	got := told(Named([]string{"a.zip"}, nil, nil))
	if len(got) == 0 || !strings.Contains(got[len(got)-1], "limit maxUnpacked") {
		t.Errorf("%q", got)
	}
}

package batch

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// tarOf returns a tar archive. A header without a size has that of the data.
func tarOf(t testing.TB, headers []tar.Header, data ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for i, h := range headers {
		text := ""
		if i < len(data) {
			text = data[i]
		}
		if h.Typeflag == 0 {
			h.Typeflag, h.Size = tar.TypeReg, int64(len(text))
		}
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// packers pack archives. (For bzip2 Go has none.)
var packers = map[string]func(io.Writer) (io.WriteCloser, error){
	"tar": func(w io.Writer) (io.WriteCloser, error) { return nopCloser{w}, nil },
	"gz":  func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil },
	"xz":  func(w io.Writer) (io.WriteCloser, error) { return xz.NewWriter(w) },
	"zst": func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) },
}

type nopCloser struct{ io.Writer }

// Close does nothing.
func (nopCloser) Close() error { return nil }

// packedBy returns data as a packer packs it.
func packedBy(t testing.TB, packer string, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := packers[packer](&out)
	if err == nil {
		_, err = w.Write(data)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inFile returns the path of a file with the data, whose name tells nothing.
func inFile(t testing.TB, data []byte) string { return inNamed(t, "all", data) }

// inNamed returns the path of a file of a name.
func inNamed(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// papersOf returns a tar archive of papers, and what is in each by its name.
func papersOf(t testing.TB, n, size int) (data []byte, texts map[string]string) {
	t.Helper()
	texts = map[string]string{}
	random := rand.NewChaCha8([32]byte{1})
	var headers []tar.Header
	var list []string
	for i := range n {
		body := make([]byte, size)
		random.Read(body)
		name, text := fmt.Sprintf("./%d.pdf", i), pdfFile+string(body)
		headers, list, texts[name[2:]] = append(headers, tar.Header{Name: name}), append(list, text), text
	}
	return tarOf(t, headers, list...), texts
}

// TestTarArchives: papers are the same however they are packed, and in whatever order
// they are read; some are not read at all.
func TestTarArchives(t *testing.T) {
	data, texts := papersOf(t, 40, 3000)
	for packer := range packers {
		path := inFile(t, packedBy(t, packer, data))
		for _, order := range []string{"as listed", "backward", "shuffled"} {
			inputs := slices.Collect(Named([]string{path}, nil, nil))
			switch {
			case len(inputs) != len(texts):
				t.Fatalf("%s: %d papers, %v", packer, len(inputs), inputs[0].Err)
			case order == "backward":
				slices.Reverse(inputs)
			case order == "shuffled":
				rand.New(rand.NewPCG(1, 2)).Shuffle(len(inputs), func(i, k int) { inputs[i], inputs[k] = inputs[k], inputs[i] })
			}
			for i, in := range inputs {
				if i%5 == 0 {
					in.Discard()
					continue
				}
				got, err := in.Read(context.Background())
				if want := texts[strings.TrimPrefix(in.Path, path+"/")]; err != nil || string(got) != want {
					t.Fatalf("%s, %s: %s has %d bytes, want %d; %v", packer, order, in.Path, len(got), len(want), err)
				}
			}
		}
	}
}

// TestBzip2: an archive that another program packed.
func TestBzip2(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWa0nbtQAAG1/hMqAAUBCA20ABQBACGcB3gAAAIAIIAB0GVNHqGgDQ9T1Bk0EoUaNBoAGgNJexg0yCBFwCIYYvFre4gqIgMCjeM6W2hRSSWsIq3gkLnUJxmr2ZqQsoxlsocMZPjNBOaEkD8XckU4UJCtJ27UA")
	if err != nil {
		t.Fatal(err)
	}
	for in := range Named([]string{inFile(t, data)}, nil, nil) {
		if got, err := in.Read(context.Background()); string(got) != "%PDF-1.4 one" {
			t.Errorf("%s is %q, %v", in.Path, got, err)
		}
	}
}

// TestTarEntries: what is in an archive, and what is not taken for a paper.
func TestTarEntries(t *testing.T) {
	zipped := string(archiveMagic) + strings.Repeat("x", 100)
	data := tarOf(t, []tar.Header{
		{Name: "../../up.pdf"}, {Name: "/etc/root.pdf"}, {Name: "by-content"}, {Name: "notes.txt"}, {Name: ".hidden/a.pdf"}, {Name: ".hidden/b.pdf"}, {Name: "a.pdf.part"},
		{Name: "link.pdf", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, {Name: "hard.pdf", Typeflag: tar.TypeLink, Linkname: "up.pdf"}, {Name: "link.txt", Typeflag: tar.TypeSymlink, Linkname: "x"},
		{Name: "pipe", Typeflag: tar.TypeFifo}, {Name: "folder.pdf/", Typeflag: tar.TypeDir}, {Name: "in.zip"}, {Name: "in.tar"}, {Name: "in.tar.gz"}, {Name: "data.gz"}, {Name: "in.7z"},
	}, pdfFile, pdfFile, pdfFile, "text", pdfFile, pdfFile, pdfFile, "", "", "", "", "", zipped, string(tarOf(t, []tar.Header{{Name: "x"}})), "\x1f\x8b\x08", "\x1f\x8b\x08", "7z\xbc\xaf\x27\x1c")
	path, skips := inFile(t, data), new(Skips)
	var got []string
	for _, text := range told(Named([]string{path}, nil, skips)) {
		got = append(got, strings.TrimPrefix(text, filepath.ToSlash(path)+"/"))
	}
	want := []string{
		"../../up.pdf", "/etc/root.pdf", "by-content", "link.pdf: " + errNoFile.Error(), "hard.pdf: " + errNoFile.Error(),
		"in.zip: " + errNested.Error(), "in.tar: " + errNested.Error(), "in.tar.gz: " + errNested.Error(), "in.7z: " + errNested.Error(),
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
	if got := fmt.Sprint(skips.Counts()); got != "map[.gz:1 .txt:1 archive link:1 hidden:1 special file:1 unfinished download:1]" {
		t.Errorf("skipped are %s", got)
	}
}

// TestTarAttacks: each ends with a sentence, after what comes before it.
func TestTarAttacks(t *testing.T) {
	good, _ := papersOf(t, 3, 10_000)
	zeros := tarOf(t, []tar.Header{{Name: "a.pdf"}}, pdfFile+strings.Repeat("\x00", 5<<20))
	window := packedBy(t, "xz", good)
	window[16] = 40 // the dictionary of the first block: 4 GB
	many := bytes.Repeat(tarOf(t, []tar.Header{{Name: "a"}})[:512], maxEntries+1)
	claim := tarOf(t, []tar.Header{{Name: "a.pdf"}}, pdfFile)
	claim = withSize(claim, "77777777777")
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"gzip bomb", packedBy(t, "gz", zeros), errRatio},
		{"xz bomb", packedBy(t, "xz", zeros), errRatio},
		{"zstd bomb", packedBy(t, "zst", zeros), errRatio},
		{"dictionary of 4 GB", window, errWindow},
		{"window of 1 GB", []byte("\x28\xb5\x2f\xfd\x00\xa0\x01\x00\x00"), errWindow},
		{"many files", many, errEntries},
		{"truncated", good[:len(good)-12_000], errNoArchive},
		{"truncated in a paper", good[:len(good)-9_000], errNoArchive},
		{"truncated gzip", packedBy(t, "gz", good)[:9000], errNoArchive},
		{"a size that is not there", claim, errNoArchive},
		{"none", tarOf(t, []tar.Header{{Name: "a.txt"}}, "text"), errNoPapers},
		{"sparse", sparse(t), errSparse},
	} {
		var last Input
		for in := range Named([]string{inNamed(t, "all.tar.x", c.data)}, nil, nil) {
			if last.Err == nil {
				last = in
			}
		}
		if !errors.Is(last.Err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, last.Err, c.want)
		}
	}
}

// withSize returns an archive whose first entry claims a size, in octal.
func withSize(data []byte, size string) []byte {
	data = bytes.Clone(data)
	copy(data[124:], size)
	copy(data[148:], "        ")
	sum := 0
	for _, c := range data[:512] {
		sum += int(c)
	}
	copy(data[148:], fmt.Sprintf("%06o\x00 ", sum))
	return data
}

// sparse is a file of 8 GB that holds nothing, as GNU tar stored them.
func sparse(t *testing.T) []byte {
	data := tarOf(t, []tar.Header{{Name: "a.pdf"}})
	copy(data[257:], "ustar  \x00")
	data[156] = tar.TypeGNUSparse
	copy(data[386:], "77777777777\x0000000000000\x00")
	copy(data[483:], "77777777777\x00")
	return withSize(data, "00000000000")
}

// FuzzXZ: whatever a file is, the walk through it ends without more memory.
func FuzzXZ(f *testing.F) {
	good, _ := papersOf(f, 1, 3000)
	f.Add(packedBy(f, "xz", good))
	f.Add([]byte("\xfd7zXZ\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := openTar(inFile(t, data)); err == nil {
			for range 10 {
				if _, err := r.Next(); err != nil {
					break
				}
			}
			r.close()
		}
	})
}

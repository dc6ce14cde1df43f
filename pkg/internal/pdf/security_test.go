package pdf

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// encryptions are the options for qpdf, and what is taken out of the encryption
// dictionary afterwards; "" for nothing.
var encryptions = []struct{ name, options, without string }{
	{"RC4 of 40 bits", "40", ""},
	{"RC4 of 128 bits", "128 --use-aes=n", ""},
	{"RC4 by a crypt filter", "128 --force-V4 --use-aes=n", ""},
	{"RC4 by a crypt filter without Length", "128 --force-V4 --use-aes=n", `/Length 16`},
	{"RC4 by a crypt filter that is not defined", "128 --force-V4 --use-aes=n", `/CF << /StdCF << [^>]*>> >>`},
	{"AES", "128 --use-aes=y", ""},
	{"AES, metadata in clear", "128 --use-aes=y --cleartext-metadata", ""},
	{"AES without the Length of its crypt filter", "128 --use-aes=y", `/Length 16`},
	{"AES without Length", "128 --use-aes=y", `/Length 128`},
	{"AES by a crypt filter that is not defined", "128 --use-aes=y", `/CF << /StdCF << [^>]*>> >>`},
	{"AES without AuthEvent", "128 --use-aes=y", `/AuthEvent /DocOpen`},
	{"AES of 256 bits", "256", ""},
	{"AES of 256 bits, metadata in clear", "256 --cleartext-metadata", ""},
	{"AES of 256 bits, revision 5", "256 --force-R5", ""},
	{"AES of 256 bits without Length", "256", `/Length 256`},
	{"AES of 256 bits by a crypt filter that is not defined", "256", `/CF << /StdCF << [^>]*>> >>`},
}

// What qpdf encrypts with the empty user password is read as if it were in clear,
// whatever viewers do without.
func TestEncryptedFiles(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	paper := filepath.Join("..", "..", "..", "testdata", "papers", "ok-plain.pdf")
	plain, err := os.ReadFile(paper)
	if err != nil {
		t.Fatal(err)
	}
	want := shownBy(t, plain)
	for _, e := range encryptions {
		for _, packing := range []string{"disable", "generate"} {
			t.Run(e.name+", object streams "+packing, func(t *testing.T) {
				out := filepath.Join(t.TempDir(), "encrypted.pdf")
				args := append([]string{"--allow-weak-crypto", "--object-streams=" + packing, "--encrypt", "", "owner"}, strings.Fields(e.options)...)
				if told, err := exec.Command("qpdf", append(args, "--", paper, out)...).CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, told)
				}
				data, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				if e.without != "" {
					data = blankOut(t, data, e.without)
				}
				if got := shownBy(t, data); got != want {
					t.Errorf("%d bytes of content, want the %d of the plain file", len(got), len(want))
				}
			})
		}
	}
}

// blankOut puts spaces where a pattern matches first.
func blankOut(t *testing.T, data []byte, pattern string) []byte {
	t.Helper()
	at := regexp.MustCompile(pattern).FindIndex(data)
	if at == nil {
		t.Fatalf("there is no %s", pattern)
	}
	copy(data[at[0]:at[1]], bytes.Repeat([]byte(" "), at[1]-at[0]))
	return data
}

// shownBy returns the decoded content of all pages, and the document's title.
func shownBy(t *testing.T, data []byte) string {
	t.Helper()
	doc, err := Open(context.Background(), data, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	out := string(doc.Info().Key("Producer").Bytes())
	for _, p := range doc.Pages() {
		for _, s := range p.Contents() {
			content, err := s.Decode()
			if err != nil {
				t.Fatal(err)
			}
			out += string(content)
		}
	}
	return out
}

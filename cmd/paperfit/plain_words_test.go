package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// programmersWords are what no message to users contains: what Go says of a
// panic, of numbers and of streams, and what libraries say of files.
var programmersWords = regexp.MustCompile(`(?i)panic|runtime error|goroutine|nil pointer|invalid memory address|out of range|slice bounds|stack overflow|` +
	`strconv|invalid syntax|time: |unexpected EOF|pdfcpu|ledongthuc|\bxref\b|\bdict\b|obj#|(flate|zlib|lzw|gzip|json|xml|io|fs|os): |` +
	`interface conversion|interface \{|(?-i:\*?\b(types|model|pdf|report|dump)\.[A-Z]\w+)|unmarshal|invalid character|<nil>|%!|\bGo (struct|value)`)

// TestProgrammersWordsAreFound: the words are found in messages as they once
// reached users, and in none of today's own.
func TestProgrammersWordsAreFound(t *testing.T) {
	for _, message := range []string{
		"paperfit failed on this file, which is a bug; please report it (runtime error: index out of range [3] with length 2)",
		"paperfit failed on this file; please report it (the worker process died twice: exit status 2: panic: runtime error: invalid memory address or nil pointer dereference)",
		"the file is damaged beyond repair: panic while reading: interface conversion: types.Object is nil, not types.Dict",
		"the file is damaged beyond repair: root version: missing root dict",
		"the file is damaged beyond repair: xref table: no header version available",
		"the file is damaged beyond repair: unexpected EOF",
		`invalid argument "x" for "-j, --jobs" flag: strconv.ParseInt: parsing "x": invalid syntax`,
		`option -timeout=x: time: invalid duration "x"`,
		"this is no dump that can be read: its first line: cannot unmarshal string into Go struct field head.pages of type int",
		"the second reader failed on it: malformed PDF: reading at offset 0: zlib: invalid header",
	} {
		if !programmersWords.MatchString(message) {
			t.Errorf("the words are not found in %q", message)
		}
	}
	for _, message := range []string{
		"the file is damaged beyond repair: its catalog is missing",
		"the cross-reference table is not where the file says; it was rebuilt",
	} {
		if found := programmersWords.FindString(message); found != "" {
			t.Errorf("%q is found in %q", found, message)
		}
	}
}

// TestMessagesAreForPeople: no message in any format contains programmers' words,
// whatever is wrong with a file.
func TestMessagesAreForPeople(t *testing.T) {
	folder := t.TempDir()
	writeDamaged(t, folder)
	formats := []string{"text", "jsonl", "csv", "junit", "sarif", "github", "html"}
	out := t.TempDir()
	args := []string{"check", "--format", "json", "--no-timing"}
	for _, format := range formats {
		args = append(args, "--report", format+"="+filepath.Join(out, "report."+format))
	}
	checkWords(t, append(args, folder, filepath.Join(root, "testdata", "bad")))
	seen := map[string]bool{} // most lines come again
	for _, format := range formats {
		data, err := os.ReadFile(filepath.Join(out, "report."+format))
		if err != nil {
			t.Fatal(err)
		}
		if format == "html" {
			data = regexp.MustCompile(`(?s)<(script|style)\b.*?</(script|style)>`).ReplaceAll(data, nil)
		}
		data = bytes.ReplaceAll(data, []byte(`"kind":"xref"`), nil) // a word of the schema
		for line := range strings.Lines(string(data)) {
			if seen[line] {
				continue
			}
			seen[line] = true
			if found := programmersWords.FindString(line); found != "" {
				t.Errorf("%s: %q in %s", format, found, line[:min(len(line), 300)])
			}
		}
	}
	var s testStreams
	files, _ := filepath.Glob(filepath.Join(folder, "*.pdf"))
	run(append([]string{banalName, "-json"}, files[:20]...), s.streams())
	run([]string{"inspect", "--dump", files[0]}, s.streams())
	// A dump's letters are drawn at random, and "lzw: " among them says nothing.
	letters := regexp.MustCompile(`"(text|hidden_text)":\[[^\n]*\]`)
	for line := range strings.Lines(s.out.String() + s.err.String()) {
		line = letters.ReplaceAllString(line, "")
		if found := programmersWords.FindString(line); found != "" {
			t.Errorf("banal and inspect: %q in %s", found, line[:min(len(line), 300)])
		}
	}
}

// TestMessagesOnOddFilesAreForPeople is the same over files from bug reports on
// other programs.
func TestMessagesOnOddFilesAreForPeople(t *testing.T) {
	checkWords(t, append([]string{"check", "--format", "json", "--no-timing"}, oddFiles(t)...))
}

// checkWords runs the program, which writes JSON, and looks through all messages
// of its report.
func checkWords(t *testing.T, args []string) {
	t.Helper()
	var s testStreams
	run(args, s.streams())
	var r report.Report
	if err := json.Unmarshal(s.out.Bytes(), &r); err != nil {
		t.Fatalf("%v\n%s", err, &s.err)
	}
	if len(r.Files) < 30 {
		t.Errorf("%d files were checked", len(r.Files))
	}
	look := func(path, message string) {
		if found := programmersWords.FindString(message); found != "" {
			t.Errorf("%s: %q in %q", path, found, message)
		}
	}
	look("standard error", s.err.String())
	for _, f := range r.Files {
		for _, c := range f.Checks {
			look(f.Path, c.Message)
		}
		for _, x := range f.Findings {
			look(f.Path, x.Message)
			look(f.Path, x.Hint)
		}
		for _, d := range f.Damage {
			look(f.Path, d.Message)
		}
		if f.CrossCheck != nil {
			look(f.Path, f.CrossCheck.Message)
			for _, p := range f.CrossCheck.Pages {
				look(f.Path, p.Message)
			}
		}
	}
}

// writeDamaged writes files that are damaged in all sorts of ways: words that are
// out of place, cuts, and random bytes.
func writeDamaged(t *testing.T, folder string) {
	t.Helper()
	original, err := os.ReadFile(paper(t, "ok-plain.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i, swap := range [][2]string{
		{"/Root", "/Toor"}, {"/Pages", "/Sages"}, {"/Kids", "/Dogs"}, {"/Count", "/Mount"}, {"/Type", "/Epyt"},
		{"/Length", "/Htgnel"}, {"/Filter", "/Retlif"}, {"/FlateDecode", "/CryptDecode"}, {"endobj", "xxxxxx"}, {"stream", "maerts"},
		{"xref", "ferx"}, {"trailer", "reliart"}, {"startxref", "fertrats"}, {"/Size", "/Ezis"}, {"/Root ", "/Root [null] /X "},
		{"/Type/Page", "/Type 5 /X"}, {"/MediaBox", "/MediaBox (a) /X"}, {"/Font", "/Font 12 /X"}, {"/W ", "/W [-1 99999999999 x] /X "},
		{"/Index", "/Index [0 -5] /X"}, {"/N ", "/N -7 /X "}, {"/First", "/First 99999999 /X"}, {"/Prev", "/Prev -1 /X"},
		{"/Root", "/Encrypt<</Filter/Standard/V 99/R 99/O()/U()/P x>>/Root"}, {"/Root", "/Encrypt<</Filter/No.Body>>/Root"}, {"%PDF-1", "%PDF-x"},
	} {
		write(fmt.Sprintf("swap-%02d.pdf", i), bytes.ReplaceAll(original, []byte(swap[0]), []byte(swap[1])))
	}
	chance := rand.New(rand.NewPCG(1, 2))
	step := 5 // between two files ever shorter and with ever more wrong bytes
	if thorough {
		step = 1
	}
	for i := 0; i < 30; i += step {
		data := bytes.Clone(original[:len(original)-i*len(original)/31])
		for range i * 4 {
			data[chance.IntN(len(data))] = byte(chance.UintN(256))
		}
		write(fmt.Sprintf("chance-%02d.pdf", i), data)
	}
	for i, line := range []string{`{"schema":"paperfit.dump/1","pages":"x"}`, `{"schema":"paperfit.dump/1",`, `{"schema":"paperfit.dump/1","pages":[1]}x`, `{"schema":"paperfit.dump/1","other":1}`} {
		write(fmt.Sprintf("dump-%d.pdf", i), []byte(line+"\n"))
	}
}

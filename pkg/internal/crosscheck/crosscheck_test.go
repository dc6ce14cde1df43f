package crosscheck

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/confine"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// childWord, as the first argument, makes the test program a second reader of
// the kind that the next argument names.
const childWord = "second-reader"

// children are the second readers that the tests run.
var children = map[string]func(pages []string){
	"honest": func(pages []string) { must(Serve(os.Stdin, os.Stdout, pages)) },
	"altered": func(pages []string) {
		var out bytes.Buffer
		must(Serve(os.Stdin, &out, pages))
		fmt.Print(strings.Replace(out.String(), `,45]`, `,44]`, 1))
	},
	"hanging": func([]string) { time.Sleep(time.Hour) },
	"spinning": func([]string) {
		for turns := 0; turns >= 0; turns++ {
		}
	},
	"slow": func(pages []string) { // it hangs after the first page
		must(Serve(os.Stdin, os.Stdout, pages[:1]))
		fmt.Print(`{"page":2,"ro`)
		time.Sleep(time.Hour)
	},
	"crashing": func([]string) { panic("deliberate") },
	"dying": func(pages []string) { // it crashes after the first page
		must(Serve(os.Stdin, os.Stdout, pages[:1]))
		os.Exit(2)
	},
	"silent":   func([]string) {},
	"babbling": func([]string) { fmt.Println("<html>") },
	"forward": func([]string) { // it answers for a page that was not requested
		fmt.Println(`{"count":2}`)
		fmt.Println(`{"page":3}`)
	},
	"flooding": func([]string) {
		for {
			if _, err := os.Stdout.Write(make([]byte, 1<<16)); err != nil {
				os.Exit(1)
			}
		}
	},
	"growing": func(pages []string) {
		confine.Process(confine.Limits{Memory: maxMemory})
		var kept [][]byte
		for len(kept) < 4*maxMemory>>20 {
			kept = append(kept, make([]byte, 1<<20))
		}
		fmt.Println(`{"count":1}`, len(kept))
	},
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == childWord {
		children[os.Args[2]](os.Args[3:])
		os.Exit(0)
	}
	if os.Getenv("GORACE") == "" { // a program with the race detector sleeps for a second before it ends
		must(os.Setenv("GORACE", "atexit_sleep_ms=0"))
	}
	os.Exit(m.Run())
}

// reader returns the second reader of a kind.
func reader(t testing.TB, kind string, deadline time.Duration) Reader {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if children[kind] == nil {
		t.Fatalf("there is no second reader %q", kind)
	}
	return Reader{Program: program, Args: []string{childWord, kind}, Deadline: deadline}
}

// twoPages is a paper of two pages, each with lines of 45, 40 and 30 characters.
func twoPages() []byte {
	b := pdftest.New()
	for range 2 {
		b.AddPage(pdftest.Page{Content: pdftest.Column{Size: 10, Leading: 12, X: 72, Y: 700}.Set(
			strings.Repeat("n", 45), strings.Repeat("o", 40), strings.Repeat("d", 30))})
	}
	return b.Bytes()
}

func TestOwnPapersAgree(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"ok-plain.pdf", "ok-microtype.pdf", "ok-dvips.pdf", "ok-distilled.pdf", "ok-linearized.pdf", "ok-roff.pdf",
		"ok-figure-clipped.pdf", "bad-page-size.pdf", "warn-hidden-text.pdf", "warn-type3-fonts.pdf",
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "papers", name))
			if err != nil {
				t.Fatal(err)
			}
			got := Compare(context.Background(), reader(t, "honest", 0), data)
			if got.Status != report.CrossAgrees || got.Message != "" || len(got.Pages) == 0 {
				t.Errorf("%+v", got)
			}
			for _, p := range got.Pages {
				if p.Status != report.CrossAgrees {
					t.Errorf("page %d %s: %s", p.Page, p.Status, p.Message)
				}
			}
		})
	}
}

// TestReaders: whatever the second reader does, the comparison ends and says how. One
// that hangs is ended: it would go on for an hour.
func TestReaders(t *testing.T) {
	const (
		quick   = 300 * time.Millisecond
		patient = time.Minute
	)
	tests := []struct {
		kind     string
		deadline time.Duration
		want     report.CrossStatus
		message  string
		pages    []report.CrossStatus
	}{
		{"honest", patient, report.CrossAgrees, "", []report.CrossStatus{report.CrossAgrees, report.CrossAgrees}},
		{"altered", patient, report.CrossDiffers, "", []report.CrossStatus{report.CrossDiffers, report.CrossAgrees}},
		{"hanging", quick, report.CrossCouldNotRead, "the second reader was stopped after 300ms", nil},
		{"spinning", quick, report.CrossCouldNotRead, "the second reader was stopped after 300ms", nil},
		{"slow", 3 * time.Second, report.CrossAgrees, "the second reader was stopped after 3s", []report.CrossStatus{report.CrossAgrees, report.CrossSkipped}},
		{"dying", patient, report.CrossAgrees, "the second reader failed: exit status 2", []report.CrossStatus{report.CrossAgrees, report.CrossSkipped}},
		{"crashing", patient, report.CrossCouldNotRead, "the second reader failed: exit status 2", nil},
		{"silent", patient, report.CrossCouldNotRead, errNonsense.Error(), nil},
		{"babbling", patient, report.CrossCouldNotRead, errNonsense.Error(), nil},
		{"forward", patient, report.CrossCouldNotRead, errNonsense.Error(), nil},
		{"flooding", patient, report.CrossCouldNotRead, "the second reader wrote more than 16 MB and was stopped", nil},
	}
	for _, test := range tests {
		t.Run(test.kind, func(t *testing.T) {
			t.Parallel()
			got := Compare(context.Background(), reader(t, test.kind, test.deadline), twoPages())
			if got.Status != test.want || got.Message != test.message || len(got.Pages) != len(test.pages) {
				t.Fatalf("%+v, want %s with %q", got, test.want, test.message)
			}
			for i, want := range test.pages {
				if got.Pages[i].Status != want {
					t.Errorf("page %+v, want %s", got.Pages[i], want)
				}
			}
		})
	}
}

func TestAlteredAnswerIsReported(t *testing.T) {
	got := Compare(context.Background(), reader(t, "altered", 0), twoPages())
	if want := "characters 115 against 114"; len(got.Pages) != 2 || got.Pages[0].Message != want {
		t.Errorf("%+v, want %q on page 1", got, want)
	}
}

func TestInterruptEndsTheComparison(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	got := Compare(ctx, reader(t, "hanging", time.Hour), twoPages())
	if got.Status != report.CrossCouldNotRead || got.Message != "the comparison was interrupted" {
		t.Errorf("%+v", got)
	}
}

func TestMissingReader(t *testing.T) {
	for _, program := range []string{"", "./no-such-program"} {
		got := Compare(context.Background(), Reader{Program: program}, twoPages())
		if got.Status != report.CrossCouldNotRead || !strings.HasPrefix(got.Message, "cannot start the second reader: ") {
			t.Errorf("%q: %+v", program, got)
		}
	}
}

func TestFilesThatCannotBeCompared(t *testing.T) {
	t.Parallel()
	page := func(p pdftest.Page) []byte {
		b := pdftest.New()
		b.AddPage(p)
		return b.Bytes()
	}
	text := pdftest.Text("F1", 10, 72, 700, "text")
	form := pdftest.New()
	n := form.Stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << "+pdftest.Fonts+" >>", []byte(text))
	form.AddPage(pdftest.Page{Content: "/X Do", Resources: fmt.Sprintf("/XObject << /X %d 0 R >>", n)})
	tests := []struct {
		name, message string
		data          []byte
	}{
		{"no PDF", "paperfit itself cannot read the file", []byte("text")},
		{"turned", "no page can be compared: " + skipTurned, page(pdftest.Page{Content: text, Entries: "/Rotate 90"})},
		{"scaled", "no page can be compared: " + skipTurned, page(pdftest.Page{Content: text, Entries: "/UserUnit 2"})},
		{"form", "no page can be compared: " + skipForms, form.Bytes()},
		{"composite font", "no page can be compared: " + skipComposite, page(pdftest.Page{Content: text,
			Resources: "/Font << /F1 << /Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont /X /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << >> >>] >> >>"})},
		{"inline image", "no page can be compared: an inline image, which the second reader cannot pass over",
			page(pdftest.Page{Content: text + "BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI"})},
		{"junk before the header", "the second reader cannot open the file",
			append([]byte("junk"), twoPages()...)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Compare(context.Background(), reader(t, "honest", 0), test.data)
			if got.Status != report.CrossCouldNotRead || got.Message != test.message {
				t.Errorf("%+v, want %q", got, test.message)
			}
		})
	}
}

func TestPageCountsAreCompared(t *testing.T) {
	data := bytes.Replace(twoPages(), []byte("/Count 2"), []byte("/Count 3"), 1)
	got := Compare(context.Background(), reader(t, "honest", 0), data)
	if got.Status != report.CrossDiffers || got.Message != "pages 2 against 3" {
		t.Errorf("%+v", got)
	}
}

func TestLongPapersAreCutShort(t *testing.T) {
	t.Parallel()
	b := pdftest.New()
	for range maxPages + 1 {
		b.AddPage(pdftest.Page{Content: pdftest.Text("F1", 10, 72, 700, "text")})
	}
	got := Compare(context.Background(), reader(t, "honest", time.Minute), b.Bytes())
	if got.Status != report.CrossAgrees || len(got.Pages) != maxPages+1 || got.Pages[maxPages].Status != report.CrossSkipped {
		t.Errorf("%s, %q, %d pages", got.Status, got.Message, len(got.Pages))
	}
}

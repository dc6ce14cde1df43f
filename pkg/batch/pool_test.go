package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// workerWord makes this test's program a worker.
const workerWord = "test-worker"

// exampleWord makes it the worker of the examples.
const exampleWord = "worker"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == workerWord {
		work(os.Args[2:])
		return
	}
	if len(os.Args) == 2 && os.Args[1] == exampleWord {
		must(Serve(os.Stdin, os.Stdout, ""))
		return
	}
	if len(os.Args) > 2 && os.Args[1] == apartWord {
		fates[os.Args[2]]()
		return
	}
	if os.Getenv("GORACE") == "" { // a program with the race detector sleeps for a second before it ends
		os.Setenv("GORACE", "atexit_sleep_ms=0")
	}
	os.Exit(m.Run())
}

// skipped is the reason of a misdeed that cannot be done here.
const skipped = "skipped"

// work is a worker that does what the file tells it to: a file that begins with
// one of these words has taken it over.
func work(args []string) {
	var s setup
	must(readJSON(os.Stdin, frameSetup, maxSetup, &s))
	if args[0] == "stillborn" {
		must(errors.New("deliberate"))
	}
	version := "test"
	if args[0] == "other-version" {
		version = "other"
	}
	must(writeJSON(os.Stdout, frameHello, hello{Protocol: protocol, Version: version}))
	honest := server{setup: s, out: os.Stdout, checker: &check.Checker{Profile: s.Profile}}
	if slices.Contains(args, scaledWord) {
		honest.checker.Limits = scaledLimits()
	}
	for {
		q, err := readRequest(os.Stdin)
		if err != nil {
			return
		}
		word, _, _ := strings.Cut(string(q.data), "\n")
		if misdeed := misdeeds[word]; misdeed != nil {
			misdeed(&honest, args[0])
			continue
		}
		must(honest.serve(q))
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// misdeeds are what files make of their worker. The place is a folder that
// outlasts it.
var misdeeds = map[string]func(s *server, place string){
	"hang": func(*server, string) { time.Sleep(time.Hour) },
	"spin": func(*server, string) {
		for turns := 0; turns >= 0; turns++ {
		}
	},
	"crash": func(*server, string) { panic("deliberate") },
	"overflow": func(*server, string) {
		var recurse func(int) int
		recurse = func(n int) int { return recurse(n+1) + 1 }
		recurse(0)
	},
	"leave": func(*server, string) { os.Exit(0) },
	"die once": func(s *server, place string) {
		marker := filepath.Join(place, "died")
		if _, err := os.Stat(marker); err != nil {
			must(os.WriteFile(marker, nil, 0o600))
			must(killed())
		}
		must(s.serve(request{data: onePage}))
	},
	"grow": func(s *server, _ string) {
		defer guard(s.MaxMemory, func() {
			must(writeJSON(s.out, frameReply, reply{Limit: limitMemory}))
			os.Exit(1)
		})()
		for kept := [][]byte{}; ; {
			kept = append(kept, slices.Repeat([]byte{1}, 1<<20))
		}
	},
	"grow in secret": func(*server, string) { growInSecret() },
	"grow beyond":    func(s *server, _ string) { growBeyond(s.MaxMemory) },
	"babble":         func(*server, string) { fmt.Println("<html>") },
	"flood": func(*server, string) {
		must(writeFrame(os.Stdout, frameReply, make([]byte, maxReply+1)))
	},
	"promise a copy": func(*server, string) {
		must(writeJSON(os.Stdout, frameReply, reply{}))
		must(writeFrame(os.Stdout, frameReply, nil))
	},
	"refuse in colour": func(*server, string) {
		must(writeJSON(os.Stdout, frameReply, reply{Refused: &refusal{Why: "no \x1bcopy"}}))
	},
	"lie about the verdict": func(s *server, _ string) { lie(s, func(f *report.File) { f.Verdict = report.Pass }) },
	"lie about the rules":   func(s *server, _ string) { lie(s, func(f *report.File) { f.Checks = f.Checks[:1] }) },
	"lie about the names":   func(s *server, _ string) { lie(s, func(f *report.File) { f.Checks[1].Rule = "no-rule" }) },
	"lie about the status":  func(s *server, _ string) { lie(s, func(f *report.File) { f.Checks[1].Status = "no-status" }) },
	"fake another": func(s *server, _ string) {
		lie(s, func(f *report.File) { f.Path, f.Bytes = "another.pdf", 1 })
	},
}

// lie replies with a report that is not the file's.
func lie(s *server, change func(*report.File)) {
	f := s.checker.Check(context.Background(), "", onePage)
	change(&f)
	file, err := json.Marshal(f)
	must(err)
	must(writeJSON(os.Stdout, frameReply, reply{File: file}))
}

var onePage = pdftest.OnePage(pdftest.Text("F1", 10, 72, 700, "a page"))

// opml returns a checker with the default profile.
func opml(t testing.TB) Checker {
	t.Helper()
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	return Checker{Checker: check.Checker{Profile: p}, Limits: Limits{Timeout: time.Minute, MaxMemory: DefaultMaxMemory}}
}

// pool returns a pool of this test's workers.
func pool(t testing.TB) *Pool {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &Pool{Checker: opml(t), Program: program, Args: []string{workerWord, t.TempDir()}, Version: "test"}
	t.Cleanup(p.Close)
	return p
}

// message returns why a file could not be checked, "" when it could.
func message(f report.File) string {
	if f.Verdict != report.Error {
		return ""
	}
	return f.Findings[0].Message
}

// Whatever a file does to its worker, it gets a verdict with the reason, and the
// next one is checked as if nothing had happened.
func TestWorkersAreReplaced(t *testing.T) {
	want := opml(t)
	honest := want.Check(context.Background(), "next.pdf", onePage).Plain()
	for misdeed, reason := range map[string]string{
		"hang":                  "limit timeout of ",
		"spin":                  "limit timeout of ",
		"crash":                 "died twice: exit status 2",
		"overflow":              "limit max-memory of 128 MB|died twice: exit status 2",
		"leave":                 "died twice",
		"die once":              "",
		"grow":                  "limit max-memory of 128 MB",
		"grow in secret":        secretReason,
		"grow beyond":           beyondReason,
		"babble":                "worker protocol error",
		"flood":                 "worker protocol error",
		"lie about the verdict": "worker protocol error: a verdict of pass",
		"lie about the rules":   "worker protocol error: 1 checks",
		"lie about the names":   "worker protocol error: a check of another rule than page-size",
		"lie about the status":  "worker protocol error: a reply cannot be read",
		"fake another":          "",
	} {
		t.Run(misdeed, func(t *testing.T) {
			t.Parallel()
			if reason == skipped {
				t.Skip("this needs Linux without the race detector")
			}
			p := pool(t)
			p.Limits.MaxMemory = 128 << 20
			if strings.HasPrefix(reason, "limit timeout") {
				p.Limits.Timeout = 300 * time.Millisecond
			}
			data := []byte(misdeed + "\n")
			got, err := p.Check(context.Background(), "bad.pdf", data)
			if err != nil {
				t.Fatal(err)
			}
			if got.File.Path != "bad.pdf" || got.File.Bytes != int64(len(data)) {
				t.Errorf("the entry is of %s with %d bytes", got.File.Path, got.File.Bytes)
			}
			if told := message(got.File); reason == "" && told != "" || !containsAny(told, reason) {
				t.Errorf("the message is %q, want %q", told, reason)
			}
			p.Limits.Timeout = time.Minute
			next, err := p.Check(context.Background(), "next.pdf", onePage)
			if err != nil {
				t.Fatal(err)
			}
			next.File.ElapsedMS = honest.ElapsedMS
			if diff := cmp.Diff(honest, next.File); diff != "" {
				t.Errorf("the next file (-want +got):\n%s", diff)
			}
		})
	}
}

func containsAny(text, words string) bool {
	for word := range strings.SplitSeq(words, "|") {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// TestNoWorker: where no worker gets ready the run is to blame, and no file.
func TestNoWorker(t *testing.T) {
	replaced, missing, dying := pool(t), pool(t), pool(t)
	replaced.Args[1] = "other-version"
	missing.Program = filepath.Join(t.TempDir(), "none")
	dying.Args[1] = "stillborn"
	for want, p := range map[string]*Pool{`of version "other"`: replaced, "no such file": missing, "exited before": dying} {
		got, err := p.Check(context.Background(), "a.pdf", onePage)
		if !errors.Is(err, ErrNoWorker) || !strings.Contains(err.Error(), want) || got.File.Path != "" {
			t.Errorf("%s %v, want %s", got.File.Path, err, want)
		}
	}
}

// TestWorkerThatCannotBeStartedAnyMore: once a worker was ready, one that cannot be
// started is the misfortune of its file alone.
func TestWorkerThatCannotBeStartedAnyMore(t *testing.T) {
	p := pool(t)
	if _, err := p.Check(context.Background(), "a.pdf", onePage); err != nil {
		t.Fatal(err)
	}
	p.Close()
	p.Program = filepath.Join(t.TempDir(), "none")
	got, err := p.Check(context.Background(), "a.pdf", onePage)
	if told := message(got.File); err != nil || !strings.Contains(told, "worker process failed: it cannot be started") {
		t.Errorf("%q, %v", told, err)
	}
}

func TestWorkerIsReused(t *testing.T) {
	p := pool(t)
	var first *worker
	for range 3 {
		if _, err := p.Check(context.Background(), "a.pdf", onePage); err != nil {
			t.Fatal(err)
		}
		if len(p.idle) != 1 || first != nil && p.idle[0] != first {
			t.Fatal("another worker was started")
		}
		first = p.idle[0]
	}
}

func TestInterruptEndsAWorker(t *testing.T) {
	p := pool(t)
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if _, err := p.Check(ctx, "a.pdf", []byte("hang\n")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	if len(p.idle) != 0 {
		t.Error("a worker that hangs waits for files")
	}
}

// everyPaper is how many papers there are to one that goes to a worker; the files
// that cannot be read all do, and all papers in a thorough run.
const everyPaper = 12

// What comes from a worker is what a check in this process gives, to the last
// digit.
func TestWorkersGiveTheSameReports(t *testing.T) {
	t.Parallel()
	papers, err := filepath.Glob("../../testdata/*/*.pdf")
	if err != nil || len(papers) == 0 {
		t.Fatal("there are no papers: ", err)
	}
	p := pool(t)
	p.Limits.MaxMemory = 2 << 30 // what other tests have left in this process counts too
	for i, path := range papers {
		if !pdftest.Thorough && i%everyPaper != 0 && filepath.Base(filepath.Dir(path)) != "bad" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		here, err := p.Alone(context.Background(), path, data)
		if err != nil {
			t.Fatal(err)
		}
		there, err := p.Check(context.Background(), path, data)
		if err != nil {
			t.Fatal(err)
		}
		here.File.ElapsedMS, there.File.ElapsedMS = nil, nil
		if diff := cmp.Diff(here.File, there.File); diff != "" {
			t.Errorf("%s (-here +there):\n%s", path, diff)
		}
	}
}

// slow returns a file that takes a second or more.
func slow() []byte { return covered(300_000, 9_000) }

// covered returns a page of so many glyphs beneath so many areas.
func covered(glyphs, areas int) []byte {
	text := "BT /F4 .01 Tf 300 400 Td (" + strings.Repeat("a", glyphs) + ") Tj ET "
	return pdftest.OnePage(text + strings.Repeat("301 0 m 301 792 l 300 400 l 303 0 l f ", areas))
}

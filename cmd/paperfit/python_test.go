package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// pythonScript asks contrib/python for the verdict on each file, and for what it says
// of programs that cannot check one.
const pythonScript = `
import sys
sys.path.insert(0, "contrib/python")
from paperfit_check import NotChecked, check

def told(paper, *options, **more):
    try:
        report = check(paper, *options, **more)
    except NotChecked as why:
        return "not checked: " + str(why).splitlines()[0]
    return " ".join([report["verdict"], *(finding["rule"] for finding in report["findings"])])

program = sys.argv[1]
for name in "papers/ok-plain", "papers/bad-figure-block", "bad/scanned", "bad/user-password":
    with open(f"testdata/{name}.pdf", "rb") as file:
        print(told(file.read(), program=program))
print(told(b"", "--profile=nonesuch27", program=program))
print(told(b"", program="nonesuch"))
print(told(b"", "600", program="contrib/python/hang", seconds=0.1))
`

// TestPython: a program in Python gets the verdict on each paper, and an exception where
// there is none.
func TestPython(t *testing.T) {
	t.Parallel()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	hang := filepath.Join(t.TempDir(), "hang")
	if err := os.WriteFile(hang, []byte("#!/bin/sh\nexec sleep 600\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	out := inPython(t, python, strings.ReplaceAll(pythonScript, "contrib/python/hang", hang), built(t))
	want := []string{"pass", "fail figure-block", "unknown", "error readable", "not checked: paperfit: unknown profile", "not checked: ", "not checked: "}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), out)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, want[i]) {
			t.Errorf("%q, want %q", line, want[i])
		}
	}
}

// inPython runs a script in the repository's folder and returns what it prints.
func inPython(t *testing.T, python, script string, args ...string) string {
	t.Helper()
	cmd := exec.Command(python, append([]string{"-B", "-c", script}, args...)...)
	cmd.Dir = root
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &stderr)
	}
	return string(out)
}

// openReviewScript downloads the papers of a client that is none: one is deleted, one has
// no file yet, one changes, and one cannot be had.
const openReviewScript = `
import os, sys
from types import SimpleNamespace as Note
sys.path.insert(0, "contrib/python")
from openreview_papers import download

def note(number, name, mdate=1000, ddate=None, **content):
    content = {"title": {"value": "Größe"}, "authors": {"value": ["Ada Lovelace"]}, "pdf": {"value": name}, **content}
    return Note(id=name, number=number, mdate=mdate, tmdate=1000, ddate=ddate, content=content)

class Client:
    def __init__(self, *notes):
        self.notes, self.asked = notes, []
    def get_all_notes(self, invitation):
        assert invitation == "V/-/Submission", invitation
        return self.notes
    def get_pdf(self, id):
        self.asked.append(id)
        if id == "gone":
            raise OSError("no such paper")
        with open(f"testdata/papers/{id}.pdf", "rb") as file:
            return file.read()

folder = sys.argv[1]
first = Client(note(1, "ok-plain"), note(12, "bad-figure-block"), note(3, "deleted", ddate=5), Note(number=4, ddate=None, content={}))
print(download(first, "V", folder), first.asked, sorted(os.listdir(folder)))
again = Client(note(1, "ok-plain"), note(12, "bad-columns", mdate=4e12))
print(download(again, "V", folder), again.asked)
hidden = note(1, "ok-plain")
del hidden.content["authors"]
try:
    download(Client(hidden, note(5, "gone")), "V", folder)
except OSError as why:
    print(why, sorted(os.listdir(folder)))
`

// TestOpenReview: papers have the numbers of their submissions, with the titles and
// authors that --metadata compares; what is there is not downloaded again.
func TestOpenReview(t *testing.T) {
	t.Parallel()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	folder := t.TempDir()
	got := inPython(t, python, openReviewScript, folder)
	want := `2 ['ok-plain', 'bad-figure-block'] ['1.pdf', '12.pdf', 'papers.json']
1 ['bad-columns']
no such paper ['1.pdf', '12.pdf', 'papers.json']
`
	if got != want {
		t.Errorf("it prints\n%s\nwant\n%s", got, want)
	}
	cmd := exec.Command(built(t), "check", "--profile", "opml20", "--metadata", filepath.Join(folder, "papers.json"), "--format", "csv", folder)
	out, _ := cmd.Output() // the papers fail
	if report := string(out); strings.Count(report, "submitted as “Größe”") != 2 {
		t.Errorf("the titles are not compared:\n%s", report)
	}
}

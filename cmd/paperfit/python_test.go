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
	cmd := exec.Command(python, "-B", "-c", strings.ReplaceAll(pythonScript, "contrib/python/hang", hang), built(t))
	cmd.Dir = root
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &stderr)
	}
	want := []string{"pass", "fail figure-block", "unknown", "error readable", "not checked: paperfit: unknown profile", "not checked: ", "not checked: "}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), out)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, want[i]) {
			t.Errorf("%q, want %q", line, want[i])
		}
	}
}

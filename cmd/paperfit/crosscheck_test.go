package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// maxInitBytes is what the second reader may allocate at the start of the
// program: the values of its errors, not its table of names of 200 kB.
const maxInitBytes = 1000

// TestSecondReaderCostsNothingAtStart looks at the real program, as a test's
// own keeps more of what it links.
func TestSecondReaderCostsNothingAtStart(t *testing.T) {
	if testing.Short() {
		t.Skip("the program has to be built")
	}
	program := filepath.Join(t.TempDir(), "paperfit")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	version := exec.Command(program, "version")
	version.Env = append(version.Environ(), "GODEBUG=inittrace=1")
	trace, err := version.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, trace)
	}
	if !regexp.MustCompile(`(?m)^init .* bytes`).Match(trace) {
		t.Fatalf("there is no trace in\n%s", trace)
	}
	found := regexp.MustCompile(`(?m)^init github.com/ledongthuc/pdf .* (\d+) bytes`).FindSubmatch(trace)
	if found == nil {
		return // nothing at all
	}
	if n, err := strconv.Atoi(string(found[1])); err != nil || n > maxInitBytes {
		t.Errorf("%s: its table of names is linked. Either something calls its Content, Encoder or GetPlainText, or something "+
			"keeps all exported methods by reflect's Method, as text/template and html/template do: write without them", found[0])
	}
}

package main

import (
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// maxInitBytes is what the second reader may allocate at the start of the
// program: the values of its errors, not its table of names of 200 kB.
const maxInitBytes = 1000

// TestSecondReaderCostsNothingAtStart looks at the real program.
func TestSecondReaderCostsNothingAtStart(t *testing.T) {
	t.Parallel()
	version := exec.Command(built(t), "version")
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

package main

import (
	"strings"
	"testing"
)

// TestReportSpeaksTheTerminalsEncoding: ASCII on a terminal that has no more,
// UTF-8 in every pipe.
func TestReportSpeaksTheTerminalsEncoding(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		s := testStreams{terminal: terminal, env: map[string]string{"LC_ALL": "C"}}
		run([]string{missing}, s.streams())
		if ascii := strings.IndexFunc(s.out.String(), func(r rune) bool { return r > 0x7e }) < 0; ascii != terminal {
			t.Errorf("terminal %v: ASCII %v in\n%s", terminal, ascii, &s.out)
		}
	}
}

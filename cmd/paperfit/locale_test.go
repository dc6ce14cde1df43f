package main

import (
	"strings"
	"testing"
)

func TestASCIIOnly(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		want bool
	}{
		{nil, false},
		{map[string]string{"LANG": "de_DE.UTF-8"}, false},
		{map[string]string{"LANG": "C.utf8"}, false},
		{map[string]string{"LANG": "en_US"}, false},
		{map[string]string{"LANG": "C"}, true},
		{map[string]string{"LANG": "de_DE.ISO-8859-1@euro"}, true},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_CTYPE": "POSIX"}, true},
		{map[string]string{"LANG": "C", "LC_ALL": "en_US.UTF-8"}, false},
		{map[string]string{"LANG": "en_US.UTF-8", "TERM": "linux"}, true},
	} {
		if got := asciiOnly(func(name string) string { return test.env[name] }); got != test.want {
			t.Errorf("%v: %v, want %v", test.env, got, test.want)
		}
	}
}

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

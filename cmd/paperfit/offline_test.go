package main

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestProgramHoldsNoClient: pdfcpu imports net/http, for signatures and linked
// images, which paperfit does not use. The linker leaves out what nothing calls:
// no client of HTTP or TLS is in the program.
func TestProgramHoldsNoClient(t *testing.T) {
	t.Parallel()
	program := built(t)
	symbols, err := exec.Command("go", "tool", "nm", program).CombinedOutput()
	if err != nil || !strings.Contains(string(symbols), "main.runCheck") {
		t.Fatalf("%v: the symbols cannot be read", err)
	}
	client := regexp.MustCompile(` T (net/http\.\(\*(Client|Transport|Server|http2\w*)\)\.|crypto/tls\.\(\*Conn\)\.|net\.\(\*(TCPListener|ListenConfig)\)\.|net\.Listen)`)
	for line := range strings.Lines(string(symbols)) {
		if client.MatchString(line) {
			t.Errorf("the program holds %s: something calls it now", strings.TrimSpace(line))
		}
	}
}

// TestNothingLeavesTheMachine watches the program's system calls: it opens no
// socket.
func TestNothingLeavesTheMachine(t *testing.T) {
	t.Parallel()
	if err := exec.Command("strace", "-qq", "-e", "trace=%network", "true").Run(); err != nil {
		t.Skipf("strace is not installed or may not be used: %v", err)
	}
	program := built(t)
	for _, args := range [][]string{
		{"check", "--cross-check", paper(t, "ok-links.pdf")},
		{"check", paper(t, "warn-active-content.pdf"), paper(t, "warn-fonts-embedded.pdf")},
		{"inspect", "--layout", paper(t, "ok-plain.pdf")},
		{"explain", "page-limit"},
	} {
		trace := exec.Command("strace", append([]string{"-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", "/dev/stderr", program}, args...)...)
		var calls strings.Builder
		trace.Stderr = &calls
		if err := trace.Run(); err != nil {
			t.Fatalf("paperfit %s: %v\n%s", strings.Join(args, " "), err, calls.String())
		}
		// strace tells so of a thread that ends before it can be looked at.
		told := regexp.MustCompile(`(?m)^.*\?\?\?\( <detached \.\.\.>\n`).ReplaceAllString(calls.String(), "")
		if told != "" {
			t.Errorf("paperfit %s speaks to the network:\n%s", strings.Join(args, " "), told)
		}
	}
}

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestProgramHoldsNoClient: pdfcpu imports net/http, for signatures and linked
// images, which paperfit does not use. The linker leaves out what nothing calls:
// no client of HTTP or TLS is in the program.
func TestProgramHoldsNoClient(t *testing.T) {
	if testing.Short() {
		t.Skip("the program has to be built")
	}
	t.Parallel()
	for _, cgo := range []string{"0", "1"} {
		t.Run("CGO_ENABLED="+cgo, func(t *testing.T) {
			if _, err := exec.LookPath("gcc"); cgo == "1" && err != nil {
				t.Skip("there is no C compiler to link with")
			}
			for _, line := range networkCode(t, cgo, ".", "main.run") {
				t.Errorf("the program holds %s: something calls it now", line)
			}
			for name, source := range networkPrograms {
				file := filepath.Join(t.TempDir(), name+".go")
				if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
					t.Fatal(err)
				}
				if len(networkCode(t, cgo, file, "main.main")) == 0 {
					t.Errorf("the code of %s is not found", name)
				}
			}
		})
	}
}

// networkPrograms are programs that hold what paperfit must not.
var networkPrograms = map[string]string{
	"server": `package main; import "net/http"; func main() { panic(http.ListenAndServe(":0", nil)) }`,
	"client": `package main; import "net/http"; func main() { http.Get("http://localhost") }`,
}

// networkSymbol is a function of a client or server of HTTP or TLS. With cgo the
// functions are local symbols, which nm shows by a small letter.
var networkSymbol = regexp.MustCompile(` [Tt] (net/http\.\(\*(Client|Transport|Server|http2\w*)\)\.|crypto/tls\.\(\*Conn\)\.|net\.\(\*(TCPListener|ListenConfig)\)\.|net\.Listen)`)

// networkCode builds a program, which has a function of this name, and returns
// the lines of its symbols that are of network code.
func networkCode(t *testing.T, cgo, source, function string) []string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "program")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", program, source)
	build.Env = append(build.Environ(), "CGO_ENABLED="+cgo)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	symbols, err := exec.Command("go", "tool", "nm", program).CombinedOutput()
	if err != nil || !regexp.MustCompile(` [Tt] `+regexp.QuoteMeta(function)+`\n`).Match(symbols) {
		t.Fatalf("%v: the symbols cannot be read", err)
	}
	var out []string
	for line := range strings.Lines(string(symbols)) {
		if networkSymbol.MatchString(line) {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
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

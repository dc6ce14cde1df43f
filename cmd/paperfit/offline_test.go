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
// no client of HTTP or TLS is in the program. A thorough run looks at the program
// with and without cgo, and sees such code in a program that has it, which takes
// links of their own.
func TestProgramHoldsNoClient(t *testing.T) {
	if testing.Short() {
		t.Skip("the program has to be built")
	}
	t.Parallel()
	for _, setting := range []string{"0", "1"} {
		if setting != cgo && !thorough {
			continue
		}
		t.Run("CGO_ENABLED="+setting, func(t *testing.T) {
			if _, err := exec.LookPath("gcc"); setting == "1" && err != nil {
				t.Skip("there is no C compiler to link with")
			}
			for _, line := range networkCode(t, theProgram(t, setting), "main.execute") {
				t.Errorf("the program holds %s: something calls it now", line)
			}
			if !thorough {
				return
			}
			file := filepath.Join(t.TempDir(), "network.go")
			if err := os.WriteFile(file, []byte(networkProgram), 0o600); err != nil {
				t.Fatal(err)
			}
			found := strings.Join(networkCode(t, compiled(t, setting, file), "main.main"), "\n")
			for _, name := range networkNames {
				if !regexp.MustCompile(name).MatchString(found) {
					t.Errorf("the code of a client and a server is not found by %s", name)
				}
			}
		})
	}
}

// networkProgram is a client and a server, which paperfit must not be.
const networkProgram = `package main

import "net/http"

func main() {
	http.Get("http://localhost")
	panic(http.ListenAndServe(":0", nil))
}
`

// networkNames are of functions of a client or server of HTTP or TLS.
var networkNames = []string{
	`net/http\.\(\*Client\)\.`, `net/http\.\(\*Transport\)\.`, `net/http\.\(\*Server\)\.`, `net/http\.\(\*http2\w*\)\.`,
	`crypto/tls\.\(\*Conn\)\.`, `net\.\(\*TCPListener\)\.`, `net\.\(\*ListenConfig\)\.`,
}

// networkSymbol is such a function in a program. With cgo the functions are local
// symbols, which nm shows by a small letter.
var networkSymbol = regexp.MustCompile(` [Tt] (` + strings.Join(networkNames, "|") + `|net\.Listen)`)

// theProgram returns the path of the real program with or without cgo.
func theProgram(t *testing.T, withCgo string) string {
	t.Helper()
	if withCgo == cgo {
		return built(t)
	}
	return compiled(t, withCgo, ".")
}

// compiled builds a program with or without cgo, and returns its path.
func compiled(t *testing.T, cgo, source string) string {
	t.Helper()
	program := executable(filepath.Join(t.TempDir(), "program"))
	build := exec.Command("go", "build", "-buildvcs=false", "-ldflags=-w", "-o", program, source)
	build.Env = append(build.Environ(), "CGO_ENABLED="+cgo)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// networkCode returns the symbols of network code in a program, which has a
// function of this name.
func networkCode(t *testing.T, program, function string) []string {
	t.Helper()
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
		{"check", "--cross-check", paper(t, "ok-link-borders.pdf")},
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
		// strace writes this about a thread that ends before it can be inspected.
		traced := regexp.MustCompile(`(?m)^.*\?\?\?\( <detached \.\.\.>\n`).ReplaceAllString(calls.String(), "")
		if traced != "" {
			t.Errorf("paperfit %s speaks to the network:\n%s", strings.Join(args, " "), traced)
		}
	}
}

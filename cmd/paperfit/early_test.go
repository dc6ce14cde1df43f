package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestEarlyIsEarly: Go's runtime is readied before it has much to do, which an import too
// many delays.
func TestEarlyIsEarly(t *testing.T) {
	cmd := exec.Command(built(t), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, trace)
	}
	_, after, found := strings.Cut(string(trace), "init github.com/paperfit/paperfit/pkg/app/early ")
	if !found {
		t.Fatalf("not initialized:\n%s", trace)
	}
	for _, late := range []string{"os", "unicode", "encoding/gob", "github.com/pdfcpu/pdfcpu/internal/corefont/metrics"} {
		if !strings.Contains(after, "\ninit "+late+" @") {
			t.Errorf("%s is initialized before", late)
		}
	}
}

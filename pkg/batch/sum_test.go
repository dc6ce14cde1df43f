package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The sum of a file is that of its bytes; folders, missing files and standard input
// have none.
func TestSum(t *testing.T) {
	data := []byte(strings.Repeat("weave ", 100_000))
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	want := sha256.Sum256(data)
	if got, ok := file(path).Sum(context.Background()); !ok || got != hex.EncodeToString(want[:]) {
		t.Errorf("the sum is %q", got)
	}
	for name, in := range map[string]Input{"folder": file(filepath.Dir(path)), "missing": file(path + "x"), "standard input": Paper(Stdin, strings.NewReader("x"))} {
		if got, ok := in.Sum(context.Background()); ok {
			t.Errorf("%s has the sum %q", name, got)
		}
	}
}

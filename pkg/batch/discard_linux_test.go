package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestDiscardedFilesHoldNoArchive: an archive is closed once no file in it will be
// read, also where others choose among its files.
func TestDiscardedFilesHoldNoArchive(t *testing.T) {
	open := func() int {
		entries, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip(err)
		}
		return len(entries)
	}
	folder := t.TempDir()
	for i := range 20 {
		var data bytes.Buffer
		w := zip.NewWriter(&data)
		f, err := w.Create("a.pdf")
		if err == nil {
			_, err = f.Write([]byte("%PDF-1.7\n"))
		}
		if err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(i)+".zip"), data.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before, n := open(), 0
	for in := range Named([]string{folder}, nil, nil) {
		in.Discard()
		n++
	}
	if after := open(); n != 20 || after > before+5 {
		t.Errorf("of %d files %d are still open", n, after-before)
	}
}

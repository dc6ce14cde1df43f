package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/render"
)

// submissions returns a folder of papers, some in folders whose names sort between
// those of papers, with a broken file and others that are skipped.
func submissions(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, paper := range map[string]string{
		"a.pdf": "ok-plain", "a/b.pdf": "bad-page-size", "a/b.c.pdf": "warn-hidden-text", "a-b/a.pdf": "bad-leading",
		"a-b.pdf": "unknown-refs-none", "b.pdf": "ok-dvips", "b/b.pdf": "ok-plain", "z/z/z.pdf": "bad-page-limit",
	} {
		data, err := os.ReadFile(filepath.Join(root, "testdata", "papers", paper+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(folder, filepath.FromSlash(name)), data)
	}
	put(t, filepath.Join(folder, "b", "broken.pdf"), []byte("no paper"))
	put(t, filepath.Join(folder, "b", "letter.txt"), []byte("to the chair"))
	put(t, filepath.Join(folder, ".hidden", "draft.pdf"), nil)
	return folder
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// everyFormat returns the flags that write a report in every format into a folder.
func everyFormat(folder string) []string {
	out := []string{"--no-timing", "--output", filepath.Join(folder, "main.txt"), "--report", "html=" + filepath.Join(folder, "pages") + string(filepath.Separator)}
	for _, f := range render.Formats() {
		out = append(out, "--report", f.Name+"="+filepath.Join(folder, "r"+f.Ending+"."+f.Name+f.Ending))
	}
	return out
}

// content returns the files in a folder and in its folders.
func content(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestJoinedShardsAreOneRun: the reports of shards, joined in any order, are the bytes
// of one run in every format, whatever the number of shards.
func TestJoinedShardsAreOneRun(t *testing.T) {
	papers, whole := submissions(t), t.TempDir()
	var s testStreams
	if status := run(append(append([]string{"check"}, everyFormat(whole)...), papers), s.streams()); status != int(app.ExitFail) {
		t.Fatalf("status %d: %s", status, &s.err)
	}
	want := content(t, whole)
	counts := []int{1, 3}
	if thorough {
		counts = append(counts, 64)
	}
	for _, of := range counts {
		shards, joined := t.TempDir(), t.TempDir()
		var names []string
		for i := of; i >= 1; i-- {
			name := filepath.Join(shards, fmt.Sprintf("%d.jsonl", i))
			names = append(names, name)
			args := []string{"check", "--no-timing", "--exit-zero", "--shard", fmt.Sprintf("%d/%d", i, of), "--resume", name, "--format=html", "--output", filepath.Join(shards, "page.html"), papers}
			if status := run(args, s.streams()); status != int(app.ExitPass) {
				t.Fatalf("status %d of %v: %s", status, args, &s.err)
			}
		}
		s.err.Reset()
		if status := run(append(append([]string{"report"}, everyFormat(joined)...), names...), s.streams()); status != int(app.ExitFail) {
			t.Fatalf("status %d: %s", status, &s.err)
		}
		if diff := cmp.Diff(want, content(t, joined)); diff != "" {
			t.Errorf("joined of %d (-one run +joined):\n%s", of, diff)
		}
		if want := "paperfit: 2 files skipped: 1 .txt, 1 hidden\n"; s.err.String() != want {
			t.Errorf("told of %d is %q, want %q", of, &s.err, want)
		}
	}
}

//go:build !js

package main_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// profiles take turns.
var profiles = []string{"opml20", "osdi22", "neurips", "acl", "lncs", "letter;12;2;7inx9in;10;12;1"}

// request is a paper that both check.
type request struct {
	Path    string `json:"path"`
	Name    string `json:"name"`
	Profile string `json:"profile"`
}

// sums are those of the reports on a paper.
type sums struct {
	HTML  string `json:"html"`
	JSON  string `json:"json"`
	Error string `json:"error"`
}

// TestSameReportsAsTheProgram: the page's engine, in WebAssembly and in its worker, writes
// the bytes that the program writes, for damaged files too.
func TestSameReportsAsTheProgram(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	requests := samples(t)
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for _, r := range requests {
		if err := encoder.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.Command(node, filepath.Join("testdata", "check.mjs"), builtPage(t))
	run.Stdin = &lines
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	answers := json.NewDecoder(bytes.NewReader(out))
	program := builtProgram(t)
	for _, r := range requests {
		var got sums
		if err := answers.Decode(&got); err != nil {
			t.Fatalf("%s: %v", r.Path, err)
		}
		if want := native(t, program, r); got != want {
			t.Errorf("%s with %s: the page writes %+v, the program %+v", r.Path, r.Profile, got, want)
		}
	}
	t.Logf("%d papers", len(requests))
}

// samples returns the files of testdata and of the shared cases.
func samples(t *testing.T) []request {
	t.Helper()
	var paths []string
	for _, folder := range []string{"testdata/papers", "testdata/bad", "../shared/cases", "../shared/odd", "../shared/papers"} {
		err := filepath.WalkDir(filepath.Join("../..", folder), func(path string, entry fs.DirEntry, err error) error {
			if err == nil && strings.EqualFold(filepath.Ext(path), ".pdf") && entry.Type().IsRegular() {
				paths = append(paths, path)
			}
			return nil // shared folders may be missing
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	var out []request
	for i, path := range paths {
		out = append(out, request{path, filepath.Base(path), profiles[i%len(profiles)]})
	}
	if len(out) < 4 {
		t.Fatalf("%d papers were found: the test looks in the wrong place", len(out))
	}
	return out
}

// native returns the sums of what the program writes.
func native(t *testing.T, program string, r request) sums {
	t.Helper()
	page := filepath.Join(t.TempDir(), "report.html")
	check := exec.Command(program, "check", "--no-timing", "--exit-zero", "--profile", r.Profile, "--format", "json", "--report", "html="+page, r.Name)
	check.Dir = filepath.Dir(r.Path)
	check.Stderr = os.Stderr
	report, err := check.Output()
	if err != nil {
		t.Fatal(err)
	}
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	return sums{HTML: sum(html), JSON: sum(report)}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

//go:build !js

package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// attacked is the worker with an engine that hangs, takes memory or crashes on papers of
// these names. Whatever bytes a paper may do that with, the page sees no more of it.
const attacked = `
  const answer = ({ operation, request, data }) => {
    if (operation === "check") {
      if (request.name === "hang.pdf") for (;;);
      if (request.name === "crash.pdf") throw new Error("crash");
      if (request.name === "memory.pdf") {
        memory.grow(2 ** 14);
        go.importObject.gojs["runtime.resetMemoryDataView"]();
      }
    }`

// hostile returns a folder with the page and that worker; the clock runs out early for
// the paper that hangs.
func hostile(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(builtPage(t))); err != nil {
		t.Fatal(err)
	}
	for _, change := range []struct{ file, from, to string }{
		{"worker.js", "\n  const answer = ({ operation, request, data }) => {", attacked},
		{"page.js", "this.#limits.seconds * 1000", `(message.request?.name === "hang.pdf" ? 1 : 60) * 1000`},
	} {
		path := filepath.Join(folder, change.file)
		data, err := os.ReadFile(path)
		if err != nil || bytes.Count(data, []byte(change.from)) != 1 {
			t.Fatalf("%s: %q is not there once (%v)", change.file, change.from, err)
		}
		if err := os.WriteFile(path, bytes.Replace(data, []byte(change.from), []byte(change.to), 1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestHostilePapersEndInAnError: a paper on which the engine hangs, takes too much memory
// or crashes is an error with the reason; the page works meanwhile, and the papers around
// it have the verdicts that they have alone.
func TestHostilePapersEndInAnError(t *testing.T) {
	b := newTab(t)
	open(t, b, serve(t, hostile(t)).URL+"/#profile=opml20")
	data, err := os.ReadFile(papers + "ok-plain.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	folder := t.TempDir()
	for _, name := range []string{"hang.pdf", "before.pdf", "memory.pdf", "between.pdf", "crash.pdf", "after.pdf"} {
		paths = append(paths, filepath.Join(folder, name))
		if err := os.WriteFile(paths[len(paths)-1], data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	choose(t, b, paths...)
	until(t, b, `document.querySelector("[data-state=checking]")`)
	if !browsertest.Eval[bool](t, b, `(document.getElementById("venue").click(), document.getElementById("venues").open)`) {
		t.Error("the page does nothing while it checks")
	}
	judged(t, b, "6 papers checked: 3 pass, 3 not readable.")
	for name, want := range map[string]string{
		"hang.pdf": "limit timeout of 1m0s exceeded", "memory.pdf": "limit max-memory of 512 MB exceeded", "crash.pdf": "Internal error",
		"before.pdf": "passes", "between.pdf": "passes", "after.pdf": "passes",
	} {
		if got := rowOf(t, b, name); !strings.Contains(got, want) {
			t.Errorf("of %s the page says %q, want %q", name, got, want)
		}
	}
}

// TestNewStateOfTheSite: a visit shows the state of the site that the visit before it
// found, and none stays for ever.
func TestNewStateOfTheSite(t *testing.T) {
	b := newTab(t)
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(builtPage(t))); err != nil {
		t.Fatal(err)
	}
	s := serve(t, folder)
	open(t, b, s.URL)
	until(t, b, `navigator.serviceWorker.controller?.state === "activated"`)
	for file, change := range map[string][2]string{
		"index.html": {"<h1>Check your paper</h1>", "<h1>New</h1>"},
		"sw.js":      {`const cacheName = "paperfit-`, `const cacheName = "paperfit-new-`},
	} {
		path := filepath.Join(folder, file)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	open(t, b, s.URL+"/?again")
	if got := browsertest.Eval[string](t, b, `document.querySelector("h1").textContent`); got != "Check your paper" {
		t.Errorf("the page is loaded from the network: %q", got)
	}
	until(t, b, `caches.keys().then((names) => names.length === 1 && names[0].startsWith("paperfit-new-"))`)
	open(t, b, s.URL)
	if got := browsertest.Eval[string](t, b, `document.querySelector("h1").textContent`); got != "New" {
		t.Errorf("the next visit shows %q", got)
	}
}

//go:build !js

package main_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// site is the page on a server that lists the requests.
type site struct {
	*httptest.Server
	mu       sync.Mutex
	requests []string
}

// serve serves a folder.
func serve(t testing.TB, folder string) *site {
	t.Helper()
	s := &site{}
	files := http.FileServer(http.Dir(folder))
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests = append(s.requests, r.URL.Path)
		s.mu.Unlock()
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// asked returns the paths that were requested so far, and forgets them.
func (s *site) asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.requests
	s.requests = nil
	return out
}

// until waits until a script is true of the page, whose policy forbids chromedp.Poll.
func until(t testing.TB, b *browsertest.Tab, script string) {
	t.Helper()
	if _, err := chromedp.Run(b.Context, chromedp.Evaluate[bool](untilScript(script), chromedp.EvalAwaitPromise)); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
}

// untilScript returns a script whose promise resolves when another one is true.
func untilScript(script string) string {
	return `new Promise((done) => { const look = async () => ((await (` + script + `)) ? done(true) : setTimeout(look, 20)); look() })`
}

// open opens the page and waits until it is warm.
func open(t testing.TB, b *browsertest.Tab, address string) {
	t.Helper()
	b.Do(t, chromedp.Navigate(address))
	until(t, b, `document.documentElement?.dataset.state === "warm"`)
}

// choose gives the page papers.
func choose(t testing.TB, b *browsertest.Tab, paths ...string) {
	t.Helper()
	b.Do(t, chromedp.SetUploadFiles(chromedp.CSS("#files"), absolute(t, paths...)))
}

// absolute returns the whole paths of files.
func absolute(t testing.TB, paths ...string) []string {
	t.Helper()
	var out []string
	for _, path := range paths {
		full, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, full)
	}
	return out
}

// judged waits until the page says that papers were checked.
func judged(t *testing.T, b *browsertest.Tab, sentence string) {
	t.Helper()
	until(t, b, `/^\d+ papers? checked/.test(document.getElementById("state").textContent)`)
	if got := browsertest.Eval[string](t, b, `document.getElementById("state").textContent`); got != sentence {
		t.Errorf("the page says %q, want %q", got, sentence)
	}
}

// rowOf returns what the table says of a paper.
func rowOf(t *testing.T, b *browsertest.Tab, name string) string {
	t.Helper()
	return browsertest.Eval[string](t, b, `[...document.querySelectorAll("#outcomes tr")].find((r) => r.cells[1].textContent === "`+name+`").textContent`)
}

const papers = "../../testdata/papers/"

// pressed presses a button by its words.
func pressed(words string) string {
	return `[...document.querySelectorAll("button")].find((b) => b.textContent.includes("` + words + `") && b.checkVisibility()).click()`
}

// TestPageOnASite: after its first visit the site's page sends no request, whatever is
// done with it, and opens without a network.
func TestPageOnASite(t *testing.T) {
	b := newTab(t)
	s := serve(t, builtPage(t))
	open(t, b, s.URL+"/#profile=osdi22")
	until(t, b, `navigator.serviceWorker.controller?.state === "activated"`)
	if first := s.asked(); !slices.Contains(first, "/paperfit.wasm") || !slices.Contains(first, "/sw.js") {
		t.Errorf("the first visit requests %q", first)
	}
	b.Noted()

	choose(t, b, papers+"bad-leading.pdf", papers+"ok-plain.pdf", "../../testdata/bad/user-password.pdf", "../../README.md")
	judged(t, b, "4 papers checked: 2 fail, 2 not readable.")
	if got := rowOf(t, b, "user-password.pdf"); !strings.Contains(got, "password") {
		t.Errorf("of a paper with a password the page says %q", got)
	}
	// Other rules take all verdicts away.
	browsertest.Eval[any](t, b, `document.getElementById("venue").click()`)
	b.Do(t, chromedp.SendKeys(chromedp.CSS("#venue-search"), "opml20 "), chromedp.KeyEvent(kb.Enter))
	until(t, b, `location.hash === "#profile=opml20"`)
	judged(t, b, "4 papers checked: 1 passes, 1 fails, 2 not readable.")
	browsertest.Eval[any](t, b, pressed("Save all results"))
	browsertest.Eval[any](t, b, pressed("Save this report"))
	sameInChromium(t, b)

	complaints, requests := b.Noted()
	if asked := s.asked(); len(asked) > 0 {
		t.Errorf("the page requests %q", asked)
	}
	for _, r := range requests {
		if !strings.HasPrefix(r, "blob:") && r != "about:srcdoc" {
			t.Errorf("the page requests %s", r)
		}
	}
	if len(complaints) > 0 {
		t.Errorf("the browser complains: %q", complaints)
	}

	s.Close()
	open(t, b, s.URL+"/?later#profile=opml20")
	choose(t, b, papers+"bad-leading.pdf")
	judged(t, b, "1 paper checked: 1 fails.")
}

// sameInChromium compares the report that is shown with the program's.
func sameInChromium(t *testing.T, b *browsertest.Tab) {
	t.Helper()
	name := browsertest.Eval[string](t, b, `document.getElementById("report-name").textContent`)
	shown := browsertest.Eval[string](t, b, `document.querySelector("#frame iframe").srcdoc`)
	got := sum([]byte(strings.ReplaceAll(shown, ` target="_blank"`, "")))
	if want := native(t, builtProgram(t), request{papers + name, name, "opml20"}); got != want.HTML {
		t.Errorf("the report on %s is not the program's", name)
	}
}

// TestPageInOneFile: the one file works from the disk, without a network, and requests
// nothing but itself.
func TestPageInOneFile(t *testing.T) {
	b := newTab(t)
	browsertest.Call(t, b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	file := url.URL{Scheme: "file", Path: filepath.Join(builtPage(t), "paperfit.html")}
	open(t, b, file.String())
	choose(t, b, papers+"bad-figure-block.pdf")
	until(t, b, `document.getElementById("venues").open`)
	browsertest.Eval[any](t, b, pressed("USENIX OpML '20 papers"))
	judged(t, b, "1 paper checked: 1 fails.")
	sameInChromium(t, b)

	ours := filepath.Join(t.TempDir(), "ours.yaml")
	if err := os.WriteFile(ours, []byte("title: Ours\ncolumns: 2\nrules: {columns: error}\ncategories: {poster: {columns: 1}}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	choose(t, b, ours)
	until(t, b, `document.getElementById("venue").textContent === "Ours"`)
	judged(t, b, "1 paper checked: 1 passes.")
	browsertest.Eval[any](t, b, `(() => { const c = document.getElementById("category"); c.value = "poster"; c.dispatchEvent(new Event("change")) })()`)
	until(t, b, `document.getElementById("state").textContent === "1 paper checked: 1 fails."`)
	if err := os.WriteFile(ours, []byte("title: Ours\ncolums: 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	choose(t, b, ours)
	until(t, b, `/ours.yaml: line 2/.test(document.getElementById("complaint").textContent)`)

	complaints, requests := b.Noted()
	if len(complaints) > 0 {
		t.Errorf("the browser complains: %q", complaints)
	}
	for _, r := range requests {
		if !strings.HasPrefix(r, "blob:") && !strings.HasPrefix(r, "data:") && r != "about:srcdoc" && !strings.HasPrefix(r, file.String()) {
			t.Errorf("the page requests %s", r)
		}
	}
}

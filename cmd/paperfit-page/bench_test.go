//go:build !js

package main_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/page"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// stampScript notes in the page when it was ready and warm, and when papers were chosen
// and judged, in milliseconds since the visit began.
const stampScript = `(() => {
const stamps = globalThis.stamps = {};
const look = () => {
	const { state } = document.documentElement?.dataset ?? {};
	if (state) stamps[state] ??= performance.now();
	if (stamps.chosen && /^\d+ papers? checked/.test(document.getElementById("state").textContent)) stamps.judged ??= performance.now();
};
new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
addEventListener("change", ({ target }) => {
	if (target.id !== "files") return;
	stamps.chosen = performance.now();
	delete stamps.judged;
}, true);
})()`

// BenchmarkPage measures in Chromium, from a server on this machine, how long the page
// takes until it can check, on a first and on a later visit, and for a paper when it is
// warm. Its figures are medians.
func BenchmarkPage(b *testing.B) {
	tab := newTab(b)
	folder := builtPage(b)
	browsertest.Call(b, tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: stampScript})
	taken := map[string][]float64{}
	note := func(name, script string) {
		taken[name] = append(taken[name], browsertest.Eval[float64](b, tab, script))
	}
	for b.Loop() {
		s := serve(b, folder) // of an address that Chromium has not seen
		open(b, tab, s.URL+"/#profile=osdi22")
		note("first-ready", `stamps.ready`)
		until(b, tab, `navigator.serviceWorker.controller?.state === "activated"`)
		open(b, tab, s.URL+"/?again#profile=osdi22")
		note("ready", `stamps.ready`)
		note("warm", `stamps.warm`)
		for name, path := range benchmarkPapers(b) {
			choose(b, tab, path)
			until(b, tab, `stamps.judged`)
			note(name, `stamps.judged - stamps.chosen`)
		}
	}
	for name, times := range taken {
		slices.Sort(times)
		b.ReportMetric(times[len(times)/2], "ms/"+name)
	}
	b.ReportMetric(0, "ns/op") // of all together, which says nothing
}

// benchmarkPapers returns the papers that the page is timed with; one of 18 pages only
// where the shared papers are.
func benchmarkPapers(b *testing.B) map[string]string {
	b.Helper()
	all := map[string]string{"2-pages": papers + "ok-plain.pdf"}
	long, err := filepath.Glob("../../../shared/papers/pwl-simple-testing*.pdf")
	if err != nil {
		b.Fatal(err)
	}
	if len(long) > 0 {
		all["18-pages"] = long[0]
	}
	return all
}

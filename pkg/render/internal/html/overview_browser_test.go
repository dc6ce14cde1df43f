//go:build !js

package html

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// namesScript tells the papers that are shown, in their order.
const namesScript = `[...document.querySelectorAll("#table tbody tr")].filter(r => r.getClientRects().length > 0).map(r => r.cells[0].firstChild.textContent)`

// cellsScript tells what is shown in a column.
func cellsScript(column string) string {
	return strings.Replace(namesScript, "cells[0].firstChild", "cells["+column+"]", 1)
}

// sortedScript tells which columns are sorted and how.
const sortedScript = `[...document.querySelectorAll("th[aria-sort]")].map(h => h.textContent + " " + h.getAttribute("aria-sort")).join()`

// overlapScript tells what sticks out of its cell of the table, or of the window.
const overlapScript = `(() => {
	const faults = [], range = document.createRange();
	for (const cell of document.querySelectorAll("#table :is(th, td)")) {
		if (cell.getClientRects().length === 0) continue;
		range.selectNodeContents(cell);
		const held = range.getBoundingClientRect(), box = cell.getBoundingClientRect();
		if (held.right > box.right + 1 || held.left < box.left - 1) faults.push("out of its cell: " + cell.textContent);
	}
	const wide = document.documentElement.scrollWidth - innerWidth;
	if (wide > 0) faults.push("the page is wider than the window by " + wide);
	return faults.slice(0, 5);
})()`

// BenchmarkOverview measures in a browser how long an overview of 30,000 papers takes
// until its rows are there, and until they are sorted and filtered.
func BenchmarkOverview(b *testing.B) {
	tab := browsertest.New(b)
	files, _ := folderOf(b, manyPapers(30_000))
	path := filepath.Join(b.TempDir(), OverviewName)
	if err := os.WriteFile(path, files[OverviewName], 0o600); err != nil {
		b.Fatal(err)
	}
	address := url.URL{Scheme: "file", Path: path}
	clear(files)
	for b.Loop() {
		tab.Do(b, chromedp.Navigate(address.String()))
		for name, moment := range map[string]string{"ms/open": "domContentLoadedEventEnd", "ms/parsed": "domInteractive", "ms/read": "responseEnd"} {
			b.ReportMetric(browsertest.Eval[float64](b, tab, `performance.getEntriesByType("navigation")[0].`+moment), name)
		}
		for name, act := range map[string]string{
			"ms/sort-name": `document.querySelector("#table th button").click()`,
			"ms/sort-size": `document.querySelectorAll("#table th button")[4].click()`,
			"ms/filter":    `document.querySelector("#filter [value=fail]").click()`,
			"ms/next":      `document.querySelector("#pager [value='1']").click()`,
		} {
			b.ReportMetric(browsertest.Eval[float64](b, tab, `(() => { const begin = performance.now(); `+act+`; document.body.offsetHeight; return performance.now() - begin })()`), name)
		}
	}
}

func TestOverviewInABrowser(t *testing.T) {
	b := browsertest.New(t)
	r := manyPapers(100)
	r.Files[7].Category = "short"
	files, names := folderOf(t, r)
	folder := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	address := url.URL{Scheme: "file", Path: filepath.Join(folder, OverviewName)}
	open := func(t *testing.T) {
		t.Helper()
		b.Do(t, chromedp.Navigate(address.String()))
	}
	var all []string
	for _, f := range r.Files {
		all = append(all, f.Path)
	}
	shown := func(t *testing.T) []string { t.Helper(); return browsertest.Eval[[]string](t, b, namesScript) }
	const pages = `#table thead th:nth-child(3) button`

	t.Run("a click sorts, another turns it round, a third undoes it", func(t *testing.T) {
		open(t)
		if got := shown(t); !slices.Equal(got, all) {
			t.Fatalf("%d files are shown, not the %d in their order", len(got), len(all))
		}
		b.Do(t, chromedp.Click(chromedp.CSS(pages)))
		up := browsertest.Eval[[]string](t, b, cellsScript("2"))
		if got := browsertest.Eval[string](t, b, sortedScript); got != "Pages ascending" || up[0] != "1" || up[79] != "12" || up[80] != "?" || up[99] != "?" {
			t.Errorf("it says %q; pages are %q", got, up)
		}
		b.Do(t, chromedp.Click(chromedp.CSS(pages)))
		down := browsertest.Eval[[]string](t, b, cellsScript("2"))
		if got := browsertest.Eval[string](t, b, sortedScript); got != "Pages descending" || down[0] != "12" || down[79] != "1" || down[99] != "?" {
			t.Errorf("it says %q; pages are %q", got, down)
		}
		b.Do(t, chromedp.Click(chromedp.CSS(pages)))
		if got := browsertest.Eval[string](t, b, sortedScript); got != "" || !slices.Equal(shown(t), all) {
			t.Errorf("it says %q and is not in the first order", got)
		}
	})

	t.Run("keys sort too, and numbers in names count", func(t *testing.T) {
		open(t)
		b.Do(t, chromedp.Focus(chromedp.CSS(`#table thead th:nth-child(1) button`)), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Enter))
		if got := shown(t); got[0] != "submissions/paper100.pdf" || got[99] != "submissions/paper1.pdf" {
			t.Errorf("%s … %s", got[0], got[99])
		}
		b.Do(t, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
		if got := browsertest.Eval[string](t, b, sortedScript); got != "Verdict ascending" {
			t.Errorf("it says %q", got)
		}
		if got := browsertest.Eval[[]string](t, b, cellsScript("1")); !strings.Contains(got[0], "not readable") || !strings.Contains(got[99], "passes") {
			t.Errorf("%s … %s", got[0], got[99])
		}
	})

	t.Run("filters go together and are undone", func(t *testing.T) {
		open(t)
		b.Do(t, chromedp.Click(chromedp.CSS(`input[name=verdict][value=fail]`)))
		if got := shown(t); len(got) != 20 || browsertest.Eval[string](t, b, `document.getElementById("shown").textContent`) != "20 of 100 papers." {
			t.Errorf("%d of the verdict", len(got))
		}
		b.Do(t, chromedp.SendKeys(chromedp.CSS(`input[name=text]`), "PAPER9 pdf"))
		want := []string{"submissions/paper91.pdf", "submissions/paper96.pdf"}
		if got := shown(t); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
		b.Do(t, chromedp.Click(chromedp.CSS(`#filter button[type=reset]`)))
		if got := shown(t); !slices.Equal(got, all) {
			t.Errorf("%d are left when all were asked for", len(got))
		}
		b.Do(t, chromedp.Click(chromedp.CSS(`[data-rule=readable] button`)))
		if got := shown(t); len(got) != 20 || got[0] != "submissions/paper5.pdf" || browsertest.Eval[string](t, b, `document.querySelector("select").value`) != "readable" {
			t.Errorf("%d break the rule, from %s", len(got), got[0])
		}
		b.Do(t, chromedp.Click(chromedp.CSS(`[data-rule=readable] button`)))
		if got := shown(t); len(got) != 100 {
			t.Errorf("%d are left when the rule is given up", len(got))
		}
	})

	t.Run("a link leads to the page and back", func(t *testing.T) {
		open(t)
		b.Do(t, chromedp.Click(chromedp.CSS(`a[href="`+names[3]+`"]`)), chromedp.WaitVisible(chromedp.CSS(`h1 .path`)))
		if got := browsertest.Eval[string](t, b, `document.querySelector("h1 .path").textContent`); got != all[5] {
			t.Errorf("the link leads to %q, want %q", got, all[5])
		}
		b.Do(t, chromedp.Click(chromedp.CSS(`.up a`)), chromedp.WaitVisible(chromedp.CSS(`#table`)))
		if got := browsertest.Eval[string](t, b, `document.title`); got != "100 papers – paperfit" {
			t.Errorf("the way back leads to %q", got)
		}
	})

	t.Run("without a script it lists what does not pass", func(t *testing.T) {
		browsertest.Call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		open(t)
		listed := browsertest.Eval[[]string](t, b, `[...document.querySelectorAll("noscript li a")].filter(a => a.getClientRects().length > 0).map(a => a.textContent)`)
		if len(listed) != 60 || listed[0] != all[0] || listed[1] != all[3] {
			t.Errorf("%d papers are listed, from %q", len(listed), listed[:min(2, len(listed))])
		}
		if n := browsertest.Eval[int](t, b, `[...document.querySelectorAll("button, input, select")].filter(e => e.getClientRects().length > 0).length`); n > 0 {
			t.Errorf("%d controls do nothing", n)
		}
		browsertest.Call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	})

	t.Run("each text can be read in light and dark", func(t *testing.T) {
		for scheme, dark := range map[string]bool{"light": false, "dark": true} {
			b.Prefer(t, "prefers-color-scheme", scheme)
			open(t)
			got := browsertest.Eval[browsertest.Contrast](t, b, browsertest.ContrastScript)
			if got.Dark != dark || got.Texts < 600 {
				t.Errorf("%s: %d texts, the ground is dark: %v", scheme, got.Texts, got.Dark)
			}
			for _, faint := range got.Faint[:min(5, len(got.Faint))] {
				t.Errorf("%s: %s", scheme, faint)
			}
		}
	})

	t.Run("no cell overlaps another, nor leaves the window", func(t *testing.T) {
		open(t)
		for width := int64(360); width <= 1600; width += 40 {
			b.Do(t, chromedp.EmulateViewport(width, 900))
			for _, fault := range browsertest.Eval[[]string](t, b, overlapScript) {
				t.Errorf("%d px: %s", width, fault)
			}
		}
		b.Do(t, chromedp.ResetViewport())
	})

	t.Run("axe-core finds nothing serious", func(t *testing.T) {
		for _, scheme := range []string{"light", "dark"} {
			b.Prefer(t, "prefers-color-scheme", scheme)
			open(t)
			for _, fault := range b.Axe(t) {
				t.Errorf("%s: %s", scheme, fault)
			}
		}
	})

	t.Run("it can be read aloud", func(t *testing.T) {
		open(t)
		roles := map[string]int{}
		for _, n := range browsertest.Call(t, b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
			if n.Ignored || n.Role == nil {
				continue
			}
			role := strings.Trim(string(n.Role.Value), `"`)
			roles[role]++
			switch role {
			case "link", "heading", "region", "button", "radio", "searchbox", "combobox", "columnheader", "search":
				if n.Name == nil || len(n.Name.Value) <= len(`""`) {
					t.Errorf("a %s has no name", role)
				}
			}
		}
		for role, least := range map[string]int{"main": 1, "search": 1, "radio": 5, "searchbox": 1, "table": 2, "columnheader": 9, "rowheader": 100, "button": 10, "status": 1} {
			if roles[role] < least {
				t.Errorf("%d of the role %s, want %d", roles[role], role, least)
			}
		}
	})

	t.Run("it prints", func(t *testing.T) {
		open(t)
		if n := printedPages(t, b); n < 2 || n > 12 {
			t.Errorf("100 rows are printed on %d pages", n)
		}
	})

	complaints, requests := b.Noted()
	if len(complaints) > 0 {
		t.Errorf("the browser complains: %q", complaints)
	}
	if len(requests) < 5 {
		t.Errorf("the browser told of %d requests alone", len(requests))
	}
	root := url.URL{Scheme: "file", Path: folder + "/"}
	for _, request := range requests {
		if !strings.HasPrefix(request, root.String()) {
			t.Errorf("a page asks for %s", request)
		}
	}
}

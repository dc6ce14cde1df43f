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
const namesScript = `[...document.querySelectorAll("#table tbody tr")].filter(r => r.getClientRects().length > 0).map(r => r.cells[0].textContent)`

// cellsScript tells what is shown in a column.
func cellsScript(column string) string {
	return strings.Replace(namesScript, "cells[0]", "cells["+column+"]", 1)
}

// sortedScript tells which columns are sorted and how.
const sortedScript = `[...document.querySelectorAll("th[aria-sort]")].map(h => h.textContent + " " + h.getAttribute("aria-sort")).join()`

func TestOverviewInABrowser(t *testing.T) {
	b := browsertest.New(t)
	r := manyPapers(100)
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
	const pages = `#table th:nth-child(3) button`

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
		b.Do(t, chromedp.Focus(chromedp.CSS(`#table th:nth-child(1) button`)), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Enter))
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
		if got := shown(t); len(got) != 20 || browsertest.Eval[string](t, b, `document.getElementById("shown").textContent`) != "20 of 100 are shown." {
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
		b.Do(t, chromedp.Click(chromedp.CSS(`a[href="`+names[5]+`"]`)), chromedp.WaitVisible(chromedp.CSS(`h1 .path`)))
		if got := browsertest.Eval[string](t, b, `document.querySelector("h1 .path").textContent`); got != all[5] {
			t.Errorf("the link leads to %q, want %q", got, all[5])
		}
		b.Do(t, chromedp.Click(chromedp.CSS(`.up a`)), chromedp.WaitVisible(chromedp.CSS(`#table`)))
		if got := browsertest.Eval[string](t, b, `document.title`); got != "100 files – paperfit" {
			t.Errorf("the way back leads to %q", got)
		}
	})

	t.Run("without a script it is complete", func(t *testing.T) {
		browsertest.Call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		open(t)
		if got := shown(t); !slices.Equal(got, all) {
			t.Errorf("%d files are shown", len(got))
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

	t.Run("nothing is wider than a phone", func(t *testing.T) {
		open(t)
		b.Do(t, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateScale(3)))
		if wide := browsertest.Eval[int](t, b, `document.documentElement.scrollWidth`); wide > 360 {
			t.Errorf("the page is %d wide on a phone of 360", wide)
		}
		b.Do(t, chromedp.ResetViewport())
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

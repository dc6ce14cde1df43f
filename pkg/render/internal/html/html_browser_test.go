//go:build !js

package html

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// printedPages prints what is shown and returns the number of pages.
func printedPages(t *testing.T, b *browsertest.Tab) int {
	t.Helper()
	printed, err := chromedp.Run(b.Context, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(b.Context, printed, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return len(doc.Pages())
}

// show opens a document that lies in a file of its own.
func show(t *testing.T, b *browsertest.Tab, data []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	address := url.URL{Scheme: "file", Path: path}
	b.Prefer(t, "prefers-reduced-motion", "reduce")
	b.Do(t, chromedp.Navigate(address.String()))
}

// marked tells which place is marked: its name, its line width and whether its
// upper part is in the window.
const marked = `(() => { const m = document.querySelector(':target'), r = m.getBoundingClientRect();
	const shown = r.top >= 0 && r.top < innerHeight - 20 ? 'in sight' : 'from ' + r.top + ' to ' + r.bottom;
	return [m.id, getComputedStyle(m.querySelector('rect') ?? m).strokeWidth, shown].join(' ') })()`

func TestHTMLInABrowser(t *testing.T) {
	b := browsertest.New(t)
	data := written(t, sample(drawn(), passing(), scanned(), unreadable()))

	t.Run("a click leads to the place and back", func(t *testing.T) {
		show(t, b, data)
		b.Do(t, chromedp.Click(chromedp.CSS(`a[href="#f1-m2"]`)))
		if got, want := browsertest.Eval[string](t, b, marked), "f1-m2 3px in sight"; got != want {
			t.Errorf("marked is %q, want %q", got, want)
		}
		if got := browsertest.Eval[string](t, b, `getComputedStyle(document.querySelector('#f1-m5 rect')).strokeWidth`); got == "3px" {
			t.Error("another place is marked too")
		}
		b.Do(t, chromedp.Click(chromedp.CSS(`#f1-m2 circle`)))
		if got := browsertest.Eval[string](t, b, marked); !strings.HasPrefix(got, "f1-n2 ") || !strings.HasSuffix(got, " in sight") {
			t.Errorf("a click on the mark leads to %q, want the finding", got)
		}
	})

	t.Run("keys do the same", func(t *testing.T) {
		show(t, b, data)
		b.Do(t, chromedp.Focus(chromedp.CSS(`a[href="#f1-m2"]`)), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
		if got, want := browsertest.Eval[string](t, b, marked), "f1-m5 3px in sight"; got != want {
			t.Errorf("Tab and Enter mark %q, want %q", got, want)
		}
		b.Do(t, chromedp.KeyEvent(kb.Enter))
		if got := browsertest.Eval[string](t, b, marked); !strings.HasPrefix(got, "f1-n5 ") {
			t.Errorf("Enter on the mark leads to %q, want its finding", got)
		}
	})

	t.Run("each text can be read in light and dark", func(t *testing.T) {
		for scheme, dark := range map[string]bool{"light": false, "dark": true} {
			show(t, b, data)
			b.Prefer(t, "prefers-color-scheme", scheme)
			got := browsertest.Eval[browsertest.Contrast](t, b, browsertest.ContrastScript)
			if got.Dark != dark || got.Texts < 100 {
				t.Errorf("%s: %d texts, the ground is dark: %v", scheme, got.Texts, got.Dark)
			}
			for _, faint := range got.Faint {
				t.Errorf("%s: %s", scheme, faint)
			}
		}
	})

	t.Run("nothing is wider than a phone", func(t *testing.T) {
		show(t, b, data)
		b.Do(t, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateScale(3)))
		if wide := browsertest.Eval[int](t, b, `document.documentElement.scrollWidth`); wide > 360 {
			t.Errorf("the page is %d wide on a phone of 360", wide)
		}
		b.Do(t, chromedp.ResetViewport())
	})

	t.Run("it can be read aloud", func(t *testing.T) {
		show(t, b, data)
		nodes := browsertest.Call(t, b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
		roles := map[string]int{}
		for _, n := range nodes {
			if n.Ignored || n.Role == nil {
				continue
			}
			role := strings.Trim(string(n.Role.Value), `"`)
			roles[role]++
			if (role == "link" || role == "heading" || role == "region") && (n.Name == nil || len(n.Name.Value) <= len(`""`)) {
				t.Errorf("a %s has no name", role)
			}
		}
		for role, least := range map[string]int{"main": 1, "navigation": 1, "banner": 1, "contentinfo": 1, "table": 3, "heading": 10, "link": 8} {
			if roles[role] < least {
				t.Errorf("%d of the role %s, want %d", roles[role], role, least)
			}
		}
	})

	t.Run("it prints", func(t *testing.T) {
		show(t, b, data)
		if n := printedPages(t, b); n < 4 || n > 9 {
			t.Errorf("a report on 4 files is printed on %d pages", n)
		}
	})

	complaints, requests := b.Noted()
	if len(complaints) > 0 {
		t.Errorf("the browser complains: %q", complaints)
	}
	if len(requests) == 0 {
		t.Error("the browser did not tell of the file itself")
	}
	for _, r := range requests {
		if !strings.HasPrefix(r, "file:") {
			t.Errorf("the page asks for %s", r)
		}
	}
}

// The policy holds: what would be added to the page is neither styled, run nor
// loaded, and the browser says so.
func TestHTMLPolicyHolds(t *testing.T) {
	b := browsertest.New(t)
	attack := []byte(`<script>document.title="run"</script><img src="https://paperfit.invalid/x.png"><p style="color:red" id="styled">x</p></body>`)
	show(t, b, bytes.Replace(written(t, sample(drawn())), []byte("</body>"), attack, 1))
	if title := browsertest.Eval[string](t, b, `document.title`); title == "run" {
		t.Error("a script was run")
	}
	if color := browsertest.Eval[string](t, b, `getComputedStyle(document.getElementById("styled")).color`); color == "rgb(255, 0, 0)" {
		t.Error("a style was applied")
	}
	if complaints, _ := b.Noted(); len(complaints) < 3 {
		t.Errorf("the browser complains of %q alone", complaints)
	}
}

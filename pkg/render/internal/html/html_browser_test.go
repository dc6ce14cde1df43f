//go:build !js

package html

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// browser is a tab of Chromium and what it complained of.
type browser struct {
	ctx context.Context

	mu         sync.Mutex
	complaints []string
	requests   []string
}

// newBrowser opens a tab of Chromium; without it the test is skipped.
func newBrowser(t testing.TB) *browser {
	t.Helper()
	parent, err := chromium()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("chromium is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(parent, 5*time.Minute) // of a busy machine
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &browser{ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	call(t, b, network.Enable, network.EnableParams{})
	call(t, b, log.Enable, cdp.Empty{})
	return b
}

// call gives the browser a command of its protocol.
func call[P, R any](t testing.TB, b *browser, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// prefer sets a preference that style sheets ask for.
func (b *browser) prefer(t testing.TB, name, value string) {
	t.Helper()
	call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
}

// listen notes errors and requests.
func (b *browser) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *log.EventEntryAdded:
		b.complaints = append(b.complaints, string(e.Entry.Level)+": "+e.Entry.Text)
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.complaints = append(b.complaints, "console."+string(e.Type))
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

// noted returns complaints and requests so far, and forgets them.
func (b *browser) noted() (complaints, requests []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	complaints, requests = b.complaints, b.requests
	b.complaints, b.requests = nil, nil
	return complaints, requests
}

func (b *browser) do(t testing.TB, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval returns what a script says of the page.
func eval[T any](t testing.TB, b *browser, script string) T {
	t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// printedPages prints what is shown and returns the number of pages.
func (b *browser) printedPages(t *testing.T) int {
	t.Helper()
	printed, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(b.ctx, printed, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return len(doc.Pages())
}

// show opens a document that lies in a file of its own.
func (b *browser) show(t *testing.T, data []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	address := url.URL{Scheme: "file", Path: path}
	b.prefer(t, "prefers-reduced-motion", "reduce")
	b.do(t, chromedp.Navigate(address.String()))
}

// marked tells which place is marked: its name, its line width and whether its
// upper part is in the window.
const marked = `(() => { const m = document.querySelector(':target'), r = m.getBoundingClientRect();
	const shown = r.top >= 0 && r.top < innerHeight - 20 ? 'in sight' : 'from ' + r.top + ' to ' + r.bottom;
	return [m.id, getComputedStyle(m.querySelector('rect') ?? m).strokeWidth, shown].join(' ') })()`

func TestHTMLInABrowser(t *testing.T) {
	b := newBrowser(t)
	data := written(t, sample(drawn(), passing(), scanned(), unreadable()))

	t.Run("a click leads to the place and back", func(t *testing.T) {
		b.show(t, data)
		b.do(t, chromedp.Click(chromedp.CSS(`a[href="#f1-m2"]`)))
		if got, want := eval[string](t, b, marked), "f1-m2 3px in sight"; got != want {
			t.Errorf("marked is %q, want %q", got, want)
		}
		if got := eval[string](t, b, `getComputedStyle(document.querySelector('#f1-m5 rect')).strokeWidth`); got == "3px" {
			t.Error("another place is marked too")
		}
		b.do(t, chromedp.Click(chromedp.CSS(`#f1-m2 circle`)))
		if got := eval[string](t, b, marked); !strings.HasPrefix(got, "f1-n2 ") || !strings.HasSuffix(got, " in sight") {
			t.Errorf("a click on the mark leads to %q, want the finding", got)
		}
	})

	t.Run("keys do the same", func(t *testing.T) {
		b.show(t, data)
		b.do(t, chromedp.Focus(chromedp.CSS(`a[href="#f1-m2"]`)), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
		if got, want := eval[string](t, b, marked), "f1-m5 3px in sight"; got != want {
			t.Errorf("Tab and Enter mark %q, want %q", got, want)
		}
		b.do(t, chromedp.KeyEvent(kb.Enter))
		if got := eval[string](t, b, marked); !strings.HasPrefix(got, "f1-n5 ") {
			t.Errorf("Enter on the mark leads to %q, want its finding", got)
		}
	})

	t.Run("each text can be read in light and dark", func(t *testing.T) {
		for scheme, dark := range map[string]bool{"light": false, "dark": true} {
			b.show(t, data)
			b.prefer(t, "prefers-color-scheme", scheme)
			got := eval[contrast](t, b, contrastScript)
			if got.Dark != dark || got.Texts < 100 {
				t.Errorf("%s: %d texts, the ground is dark: %v", scheme, got.Texts, got.Dark)
			}
			for _, faint := range got.Faint {
				t.Errorf("%s: %s", scheme, faint)
			}
		}
	})

	t.Run("nothing is wider than a phone", func(t *testing.T) {
		b.show(t, data)
		b.do(t, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateScale(3)))
		if wide := eval[int](t, b, `document.documentElement.scrollWidth`); wide > 360 {
			t.Errorf("the page is %d wide on a phone of 360", wide)
		}
		b.do(t, chromedp.ResetViewport())
	})

	t.Run("it can be read aloud", func(t *testing.T) {
		b.show(t, data)
		nodes := call(t, b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
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
		b.show(t, data)
		if n := b.printedPages(t); n < 4 || n > 9 {
			t.Errorf("a report on 4 files is printed on %d pages", n)
		}
	})

	complaints, requests := b.noted()
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
	b := newBrowser(t)
	attack := []byte(`<script>document.title="run"</script><img src="https://paperfit.invalid/x.png"><p style="color:red" id="styled">x</p></body>`)
	b.show(t, bytes.Replace(written(t, sample(drawn())), []byte("</body>"), attack, 1))
	if title := eval[string](t, b, `document.title`); title == "run" {
		t.Error("a script was run")
	}
	if color := eval[string](t, b, `getComputedStyle(document.getElementById("styled")).color`); color == "rgb(255, 0, 0)" {
		t.Error("a style was applied")
	}
	if complaints, _ := b.noted(); len(complaints) < 3 {
		t.Errorf("the browser complains of %q alone", complaints)
	}
}

// contrastScript finds text whose contrast with its ground is below 4.5, the
// level AA of WCAG 2 (success criterion 1.4.3). Text within drawings of pages is
// a picture.
const contrastScript = `(() => {
const rgb = c => { const x = c.match(/[\d.]+/g).map(Number); return {r: x[0], g: x[1], b: x[2], a: x.length > 3 ? x[3] : 1} };
const groundOf = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.a == 1) return c } return {r: 255, g: 255, b: 255} };
const luminance = c => { const f = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b) };
const ratio = (a, b) => { const x = luminance(a), y = luminance(b); return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) };
const texts = [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()));
return { Dark: luminance(groundOf(document.body)) < 0.2, Texts: texts.length,
	Faint: texts.map(e => [ratio(rgb(getComputedStyle(e).color), groundOf(e)), e]).filter(([r]) => !(r >= 4.5)).map(([r, e]) => e.outerHTML.slice(0, 80) + ' has ' + r) };
})()`

// contrast is what contrastScript finds.
type contrast struct {
	Dark  bool
	Texts int
	Faint []string
}

//go:build !js

// Package browsertest has tests open pages in Chromium and Firefox.
package browsertest

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// closeChromium ends Chromium where a test started it.
var closeChromium = func() {}

// Main runs the tests of a package that opens pages, and ends Chromium after them.
func Main(m *testing.M) int {
	defer func() { closeChromium() }()
	return m.Run()
}

// chromium starts Chromium, once for all tests, which open tabs in it.
var chromium = sync.OnceValues(func() (context.Context, error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "chromium")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox,
		chromedp.UserDataDir(folder), chromedp.WindowSize(1300, 900),
		chromedp.WSURLReadTimeout(time.Minute), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ = chromedp.NewContext(ctx)
	closeChromium = func() {
		_ = chromedp.Cancel(ctx)
		cancel()
		_ = os.RemoveAll(folder)
	}
	return ctx, chromedp.Do(ctx)
})

// Tab is a tab of Chromium and what it complained of.
type Tab struct {
	Context context.Context

	mu         sync.Mutex
	complaints []string
	requests   []string
}

// New opens a tab of Chromium. The test is skipped without it, and unless the run is
// thorough: a browser takes more than all else in its package.
func New(t testing.TB) *Tab {
	t.Helper()
	if os.Getenv("PAPERFIT_ORACLE") != "all" {
		t.Skip("Chromium takes long: PAPERFIT_ORACLE=all")
	}
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
	b := &Tab{Context: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	Call(t, b, network.Enable, network.EnableParams{})
	Call(t, b, log.Enable, cdp.Empty{})
	return b
}

// Call gives the browser a command of its protocol.
func Call[P, R any](t testing.TB, b *Tab, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(b.Context, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Prefer sets a preference that style sheets ask for.
func (b *Tab) Prefer(t testing.TB, name, value string) {
	t.Helper()
	Call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
}

// listen notes errors and requests.
func (b *Tab) listen(event any) {
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

// Noted returns complaints and requests so far, and forgets them.
func (b *Tab) Noted() (complaints, requests []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	complaints, requests = b.complaints, b.requests
	b.complaints, b.requests = nil, nil
	return complaints, requests
}

// Do does actions in the tab.
func (b *Tab) Do(t testing.TB, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.Context, actions...); err != nil {
		t.Fatal(err)
	}
}

// Eval returns what a script says of the page.
func Eval[T any](t testing.TB, b *Tab, script string) T {
	t.Helper()
	out, err := chromedp.Run(b.Context, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// ContrastScript finds text whose contrast with its ground is below 4.5, the
// level AA of WCAG 2 (success criterion 1.4.3). Text within drawings of pages is
// a picture.
const ContrastScript = `(() => {
const rgb = c => { const x = c.match(/[\d.]+/g).map(Number); return {r: x[0], g: x[1], b: x[2], a: x.length > 3 ? x[3] : 1} };
const groundOf = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.a == 1) return c } return {r: 255, g: 255, b: 255} };
const luminance = c => { const f = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b) };
const ratio = (a, b) => { const x = luminance(a), y = luminance(b); return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) };
const texts = [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()));
return { Dark: luminance(groundOf(document.body)) < 0.2, Texts: texts.length,
	Faint: texts.map(e => [ratio(rgb(getComputedStyle(e).color), groundOf(e)), e]).filter(([r]) => !(r >= 4.5)).map(([r, e]) => e.outerHTML.slice(0, 80) + ' has ' + r) };
})()`

// Contrast is what ContrastScript finds.
type Contrast struct {
	Dark  bool
	Texts int
	Faint []string
}

//go:build !js

package main_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// focused tells where the keyboard is.
const focused = `(document.activeElement.ariaLabel ?? document.activeElement.id)`

// enter presses the Enter key as a keyboard does: where a script takes the key, nothing
// comes of it elsewhere, which chromedp's events do not heed.
func enter(t *testing.T, b *browsertest.Tab) {
	t.Helper()
	for _, event := range []input.DispatchKeyEventParams{
		{Type: input.DispatchKeyEventTypeKeyDown, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, Text: "\r"},
		{Type: input.DispatchKeyEventTypeKeyUp, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13},
	} {
		browsertest.Call(t, b, input.DispatchKeyEvent, event)
	}
}

// enterAt presses Enter on the element that a script finds.
func enterAt(t *testing.T, b *browsertest.Tab, script string) {
	t.Helper()
	browsertest.Eval[any](t, b, script+".focus()")
	enter(t, b)
}

// TestPageByKeyboard: whatever a key does, the keyboard goes on where that happened.
func TestPageByKeyboard(t *testing.T) {
	b := newTab(t)
	open(t, b, serve(t, builtPage(t)).URL)
	choose(t, b, papers+"ok-plain.pdf", papers+"bad-leading.pdf", papers+"bad-columns.pdf")
	until(t, b, focused+` === "venue-search"`)
	enter(t, b)
	if !browsertest.Eval[bool](t, b, `document.getElementById("venues").open`) {
		t.Error("Enter in an empty field takes a venue")
	}
	b.Do(t, chromedp.KeyEvent("no such venue"))
	until(t, b, `/^No such venue/.test(document.getElementById("venue-count").textContent)`)
	b.Do(t, chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.Escape)) // the first empties the field
	until(t, b, `!document.getElementById("venues").open`)
	if got := browsertest.Eval[string](t, b, `document.getElementById("state").textContent`); got != "Choose the venue to check against." {
		t.Errorf("without rules the page says %q", got)
	}
	enterAt(t, b, `document.getElementById("venue")`)
	b.Do(t, chromedp.KeyEvent("opml20"))
	until(t, b, `/^\d+ venues?$/.test(document.getElementById("venue-count").textContent)`)
	enter(t, b)
	judged(t, b, "3 papers checked: 1 passes, 2 fail.")
	until(t, b, focused+` === "venue"`)

	enterAt(t, b, `document.querySelectorAll("#outcomes .picks")[2]`)
	until(t, b, focused+` === "report-heading" && document.getElementById("report-name").textContent === "bad-columns.pdf"`)
	for _, step := range []struct{ removed, next string }{
		{"bad-leading.pdf", "Remove bad-columns.pdf"}, {"bad-columns.pdf", "Remove ok-plain.pdf"}, {"ok-plain.pdf", "files"},
	} {
		enterAt(t, b, `document.querySelector("[aria-label='Remove `+step.removed+`']")`)
		if got := browsertest.Eval[string](t, b, focused); got != step.next {
			t.Errorf("when %s is removed, the keyboard is at %q, want %q", step.removed, got, step.next)
		}
	}
}

// TestPageReadAloud: what a screen reader says of a check has names, and the verdicts are
// said as soon as they are there.
func TestPageReadAloud(t *testing.T) {
	b := newTab(t)
	open(t, b, serve(t, builtPage(t)).URL+"/#profile=opml20")
	choose(t, b, papers+"ok-plain.pdf", papers+"bad-leading.pdf")
	judged(t, b, "2 papers checked: 1 passes, 1 fails.")
	names := map[string][]string{}
	for _, n := range browsertest.Call(t, b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		if n.Ignored || n.Role == nil {
			continue
		}
		name := ""
		if n.Name != nil {
			name = strings.TrimSpace(strings.Trim(string(n.Name.Value), `"`))
		}
		role := strings.Trim(string(n.Role.Value), `"`)
		names[role] = append(names[role], name)
	}
	for role, want := range map[string][]string{
		"button":    {"USENIX OpML '20 papers", "Choose PDFs", "ok-plain.pdf", "Remove bad-leading.pdf", "Save this report (HTML)"},
		"rowheader": {"ok-plain.pdf", "bad-leading.pdf"},
		"cell":      {"passes", "fails", "leading"},
		"region":    {"Rules of", "Papers", "Report on bad-leading.pdf"},
		"Iframe":    {"Report on bad-leading.pdf"},
		"status":    {""},
	} {
		for _, name := range want {
			if !slices.Contains(names[role], name) {
				t.Errorf("no %s is named %q: %q", role, name, names[role])
			}
		}
	}
	if got := browsertest.Eval[string](t, b, `document.getElementById("state").getAttribute("role")`); got != "status" {
		t.Errorf("the verdicts are in a %q", got)
	}
}

// TestPageForAll: axe-core finds nothing serious in any state of the page, in light and in
// dark, wide and on a phone, where the page is no wider than the window.
func TestPageForAll(t *testing.T) {
	b := newTab(t)
	address := serve(t, builtPage(t)).URL
	look := func(state string) {
		for _, scheme := range []string{"light", "dark"} {
			b.Prefer(t, "prefers-color-scheme", scheme)
			for _, width := range []int64{1300, 360} {
				browsertest.Call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 740, DeviceScaleFactor: 1})
				for _, fault := range b.Axe(t) {
					t.Errorf("%s, %s, %d: %s", state, scheme, width, fault)
				}
				if wide := browsertest.Eval[int64](t, b, `document.documentElement.scrollWidth`); wide > width {
					t.Errorf("%s: the page is %d wide, the window %d", state, wide, width)
				}
			}
		}
	}
	open(t, b, address)
	look("empty")
	browsertest.Eval[any](t, b, `document.getElementById("venue").click()`)
	look("venues")
	open(t, b, address+"/?category#profile=acl26&category=short")
	choose(t, b, papers+"bad-leading.pdf", papers+"note-hidden-residue.pdf", "../../testdata/bad/user-password.pdf", "../../README.md")
	until(t, b, `/^4 papers checked/.test(document.getElementById("state").textContent)`)
	look("verdicts")
	open(t, b, address+"/?unknown#profile=osid22")
	until(t, b, `!document.getElementById("complaint").hidden`)
	look("complaint")
}

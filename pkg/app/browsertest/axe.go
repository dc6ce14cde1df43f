//go:build !js

package browsertest

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// axeScript tells what axe-core finds that is serious or worse.
const axeScript = `axe.run().then(found => found.violations.filter(v => ["serious", "critical"].includes(v.impact))
	.map(v => v.id + ": " + v.help + " " + v.nodes.map(n => n.html).slice(0, 2).join(" ")))`

// Axe returns what axe-core finds in the page that is serious or worse. AXE_CORE names its
// script; without it the test is skipped.
func (b *Tab) Axe(t testing.TB) []string {
	t.Helper()
	path := os.Getenv("AXE_CORE")
	if path == "" {
		t.Skip("AXE_CORE does not name the file axe.min.js of axe-core")
	}
	script, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b.Do(t, chromedp.Evaluate[chromedp.Void](string(script)+";undefined"))
	return Eval[[]string](t, b, axeScript)
}

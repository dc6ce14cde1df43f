//go:build !js

package main_test

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// TestPageInFirefox: in Firefox too the site and the one file check papers, and the report
// is the program's.
func TestPageInFirefox(t *testing.T) {
	f := browsertest.NewFirefox(t)
	folder := builtPage(t)
	file := url.URL{Scheme: "file", Path: filepath.Join(folder, "paperfit.html")}
	for name, address := range map[string]string{"site": serve(t, folder).URL + "/?site", "one file": file.String()} {
		f.Navigate(t, address+"#profile=opml20")
		firefoxUntil(t, f, `document.documentElement.dataset.state === "warm"`)
		f.Choose(t, "#files", absolute(t, papers+"bad-leading.pdf", papers+"ok-plain.pdf", "../../testdata/bad/user-password.pdf", "../../README.md")...)
		firefoxUntil(t, f, `/^\d+ papers? checked/.test(document.getElementById("state").textContent)`)
		if got := f.Text(t, `document.getElementById("state").textContent`); got != "4 papers checked: 1 passes, 1 fails, 2 not readable." {
			t.Errorf("%s: the page says %q", name, got)
		}
		shown := f.Text(t, `document.querySelector("#frame iframe").srcdoc`)
		want := native(t, builtProgram(t), request{papers + "bad-leading.pdf", "bad-leading.pdf", "opml20"})
		if got := sum([]byte(strings.ReplaceAll(shown, ` target="_blank"`, ""))); got != want.HTML {
			t.Errorf("%s: the report is not the program's", name)
		}
	}
	if len(f.Complaints) > 0 {
		t.Errorf("Firefox complains: %q", f.Complaints)
	}
}

// firefoxUntil waits until a script is true of the page.
func firefoxUntil(t *testing.T, f *browsertest.Firefox, script string) {
	t.Helper()
	f.Text(t, untilScript(script))
}

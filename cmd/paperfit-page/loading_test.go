//go:build !js

package main_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/cdproto/page"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// TestPageTakesPapersWhileItLoads: before the engine has come, the page shows the venue of
// its address, takes papers and says what they wait for; then it checks them.
func TestPageTakesPapersWhileItLoads(t *testing.T) {
	b := newTab(t)
	files := http.FileServer(http.Dir(builtPage(t)))
	engineComes := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/paperfit.wasm" {
			<-engineComes
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	browsertest.Call(t, b, page.Navigate, page.NavigateParams{URL: s.URL + "/#profile=neurips"})
	until(t, b, `/^NeurIPS /.test(document.getElementById("venue")?.textContent)`)
	choose(t, b, papers+"bad-leading.pdf")
	until(t, b, `document.getElementById("state").textContent === "The checker is still loading; the check then starts by itself."`)
	if browsertest.Eval[bool](t, b, `document.getElementById("venues").open`) {
		t.Error("the page asks for the venue that it has")
	}
	close(engineComes)
	judged(t, b, "1 paper checked: 1 fails.")
}

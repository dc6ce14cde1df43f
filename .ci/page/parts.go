package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/browser"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// parts is what the page itself is made of.
type parts struct {
	template string // of the HTML
	sheet    string // the style sheet of reports, and what the page has besides
	script   string
	worker   string // the service worker of the site
	reports  string // the digest of the style sheet in reports
	venues   string // the built-in venues, as JSON that may stand in HTML
}

func readParts() (parts, error) {
	var p parts
	sheets, err := joined(reportSheet, filepath.Join(sources, "page.css"))
	if err != nil {
		return p, err
	}
	p.sheet = string(sheets)
	for name, to := range map[string]*string{"index.html": &p.template, "sw.js": &p.worker} {
		data, err := os.ReadFile(filepath.Join(sources, name))
		if err != nil {
			return p, err
		}
		*to = string(data)
	}
	if p.script, err = bundle(sources, "page.js"); err != nil {
		return p, err
	}
	if p.reports, err = reportStyle(); err != nil {
		return p, err
	}
	all, err := browser.BuiltIn()
	if err != nil {
		return p, err
	}
	venues, err := json.Marshal(all)
	p.venues = string(venues)
	return p, err
}

// reportStyle returns the source of the style in the policy of reports. The frame of a
// report has the page's policy too, which so must allow it.
func reportStyle() (string, error) {
	var page bytes.Buffer
	if err := render.HTML(&page, report.New(version.Tool, report.Profile{}, nil)); err != nil {
		return "", err
	}
	found := regexp.MustCompile(`style-src (?:'|&#39;)(sha256-[A-Za-z0-9+/=]+)(?:'|&#39;)`).FindSubmatch(page.Bytes())
	if found == nil {
		return "", fmt.Errorf("the policy of reports names no style sheet")
	}
	return "'" + string(found[1]) + "'", nil
}

// policy returns the policy of a page with these sources of scripts and styles.
func (p parts) policy(scripts, styles string, more ...string) string {
	return strings.Join(append([]string{
		"default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:",
		"script-src " + scripts + " 'wasm-unsafe-eval'", "style-src " + styles + " " + p.reports,
	}, more...), "; ")
}

// place is a place of the template.
var place = regexp.MustCompile(`\{\{(\w+)\}\}`)

// fill fills in the template.
func (p parts) fill(values map[string]string) ([]byte, error) {
	values["footer"] = "paperfit " + version.Version + ". " + values["footer"]
	values["venues"] = p.venues
	var err error
	page := place.ReplaceAllStringFunc(p.template, func(found string) string {
		value, ok := values[place.FindStringSubmatch(found)[1]]
		if !ok {
			err = fmt.Errorf("the template has the unknown place %s", found)
		}
		return value
	})
	return []byte(page), err
}

// siteNav leads to the documents of the site.
const siteNav = `  <nav aria-label="Documents"><a href="docs/rules.html">Rules</a><a href="docs/profiles.html">Profiles</a><a href="docs/privacy.html">Privacy</a><a href="docs/accuracy.html">Accuracy</a><a href="docs/install.html">Install</a><a href="docs/index.html">All documents</a></nav>`

// early has the browser load what takes longest before it has read the page.
const early = `<link rel="preload" href="paperfit.wasm" as="fetch" crossorigin>
<link rel="preload" href="worker.js" as="fetch" crossorigin>
<link rel="modulepreload" href="page.js">`

// site returns the files of a folder for a web server, without the documents.
func (p parts) site(assets files) (files, error) {
	page, err := p.fill(map[string]string{
		"policy":  p.policy("'self'", "'self'", "connect-src 'self'", "worker-src 'self' blob:"),
		"early":   early,
		"styles":  `<link rel="stylesheet" href="page.css">`,
		"scripts": `<script type="module" src="page.js"></script>`,
		"nav":     siteNav,
		"footer":  `Once this page is loaded, it works without a network, and <a href="docs/privacy.html">nothing is sent</a>. <a href="paperfit.html" download>Keep it as one file</a> · <a href="` + noticesFile + `">Licences</a>`,
	})
	if err != nil {
		return nil, err
	}
	all := maps.Clone(assets)
	all["index.html"], all["page.css"], all["page.js"] = page, []byte(p.sheet), []byte(p.script)
	names := append([]string{"./"}, slices.Sorted(maps.Keys(all))...)
	cached, err := json.Marshal(slices.DeleteFunc(names, func(name string) bool { return name == "index.html" || name == noticesFile }))
	if err != nil {
		return nil, err
	}
	all["sw.js"] = []byte(strings.NewReplacer("{{version}}", all.digest(), "{{files}}", string(cached)).Replace(p.worker))
	return all, nil
}

// oneFile returns the page with all that it loads.
func (p parts) oneFile(assets files) ([]byte, error) {
	var scripts strings.Builder
	for _, name := range slices.Sorted(maps.Keys(assets)) {
		text, err := packed(assets[name])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&scripts, "<script type=\"text/plain\" id=\"asset-%s\">%s</script>\n", name, text)
	}
	for _, text := range []string{p.script, p.sheet} {
		if strings.Contains(text, "</") || strings.Contains(text, "<!--") {
			return nil, fmt.Errorf("the script and the style sheet may not hold what ends them")
		}
	}
	fmt.Fprintf(&scripts, "<script type=\"module\">%s</script>", p.script)
	page, err := p.fill(map[string]string{
		"policy":  p.policy(digest(p.script), digest(p.sheet), "worker-src blob:"),
		"early":   "",
		"styles":  "<style>" + p.sheet + "</style>",
		"scripts": scripts.String(),
		"nav":     "",
		"footer":  `This file works without a network and loads nothing; nothing is sent. <button type="button" class="picks" id="licences">Licences</button>`,
	})
	return append([]byte("\ufeff"), page...), err // UTF-8, whatever a server says
}

// packed returns data as the page unpacks it: gzip, as text.
func packed(data []byte) (string, error) {
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write(data); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return sevenBits(buf.Bytes()), nil
}

// sevenBits writes data as characters of seven bits each, the highest first, in UTF-8: an
// eighth more than the data, where base64 takes a third. The characters that HTML changes
// or that could end the element are written 128 higher.
func sevenBits(data []byte) string {
	var out strings.Builder
	out.Grow(len(data) * 6 / 5)
	held, bits := uint(0), 0
	put := func(c uint) {
		if c == 0 || c == '\r' || c == '<' {
			c += 128
		}
		out.WriteRune(rune(c))
	}
	for _, b := range data {
		held = held<<8&0xffff | uint(b)
		for bits += 8; bits >= 7; bits -= 7 {
			put(held >> (bits - 7) & 127)
		}
	}
	if bits > 0 {
		put(held << (7 - bits) & 127)
	}
	return out.String()
}

// digest names a script or a style sheet in a policy.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

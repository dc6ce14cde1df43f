// Package browser is the check for a page in a browser: rules and papers come as bytes,
// answers are JSON and reports. It knows neither the page nor WebAssembly. Nothing here
// watches the clock, since in WebAssembly no timer fires while a check runs: the page ends
// a check that takes too long and has the entry of the file written by Unchecked.
package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// Rules are the rules by which a paper is judged.
type Rules struct {
	Profile  string `json:"profile"`  // of a built-in profile, HotCRP's specification, or the name of a file
	Text     string `json:"text"`     // of that file; "": it is none
	Category string `json:"category"` // of papers; "": the usual one
}

// maxProfileBytes caps a profile's file.
const maxProfileBytes = 1 << 20

// Engine answers the page. It remembers the last profile, since most papers of a page are
// judged by the same.
type Engine struct {
	rules   Rules            // without a category
	profile *profile.Profile // of all categories; nil: none was read
}

// load returns the profile of rules.
func (e *Engine) load(r Rules) (*profile.Profile, error) {
	category := r.Category
	r.Category = ""
	if e.profile == nil || r != e.rules {
		p, err := read(r)
		if err != nil {
			return nil, err
		}
		e.rules, e.profile = r, p
	}
	return e.profile.Variant(category)
}

func read(r Rules) (*profile.Profile, error) {
	switch {
	case r.Text == "":
		return profile.Named(r.Profile)
	case len(r.Text) > maxProfileBytes:
		return nil, fmt.Errorf("profile %s is larger than %d MB", r.Profile, maxProfileBytes>>20)
	}
	return profile.Parse(r.Profile, []byte(r.Text))
}

// Venue returns what the page shows of rules.
func (e *Engine) Venue(r Rules) (Venue, error) {
	r.Category = ""
	p, err := e.load(r)
	if err != nil {
		return Venue{}, err
	}
	return venueOf(p), nil
}

// Checked is the outcome for a paper.
type Checked struct {
	Entry json.RawMessage // the paper's in a report
	HTML  []byte          // the whole report as a page
}

// Check checks a paper.
func (e *Engine) Check(r Rules, name string, data []byte) (Checked, error) {
	p, err := e.load(r)
	if err != nil {
		return Checked{}, err
	}
	checker := check.Checker{Profile: p, Options: check.Options{Sketch: true}}
	return checked(p, checker.Check(context.Background(), name, data))
}

// Reason is why a paper was not checked. All of its fields are zero where the engine
// crashed.
type Reason struct {
	Seconds int    `json:"seconds"` // the limit that it exceeded
	Bytes   int64  `json:"bytes"`   // the limit of memory
	Fault   string `json:"fault"`   // why the page could not read it
}

func (r Reason) err() error {
	switch {
	case r.Seconds > 0:
		return check.TimeExceeded(time.Duration(r.Seconds) * time.Second)
	case r.Bytes > 0:
		return check.MemoryExceeded(r.Bytes)
	case r.Fault != "":
		return errors.New(r.Fault)
	}
	return &check.Fault{Cause: "the worker died"}
}

// Unchecked returns the outcome for a paper that was not checked; data is nil where it
// could not be read.
func (e *Engine) Unchecked(r Rules, name string, data []byte, why Reason) (Checked, error) {
	p, err := e.load(r)
	if err != nil {
		return Checked{}, err
	}
	checker := check.Checker{Profile: p}
	return checked(p, checker.Unchecked(name, data, why.err()))
}

// checked returns the outcome of a check. Times are left out: the same paper gives the
// same bytes.
func checked(p *profile.Profile, f report.File) (Checked, error) {
	f = f.ForWriting()
	f.ElapsedMS = nil
	var page bytes.Buffer
	if err := render.HTML(&page, report.New(version.Tool, p.Head(), []report.File{f})); err != nil {
		return Checked{}, err
	}
	entry, err := json.Marshal(f.WithoutSketches())
	return Checked{Entry: entry, HTML: page.Bytes()}, err
}

// Report returns the report in JSON on papers, given their entries.
func (e *Engine) Report(r Rules, entries []json.RawMessage) ([]byte, error) {
	p, err := e.load(r)
	if err != nil {
		return nil, err
	}
	files := make([]report.File, len(entries))
	for i, entry := range entries {
		if files[i], err = report.ReadFile(entry); err != nil {
			return nil, errors.Join(errors.New("an entry of the report cannot be read again"), err)
		}
	}
	var out bytes.Buffer
	err = render.JSON(&out, report.New(version.Tool, p.Head(), files))
	return out.Bytes(), err
}

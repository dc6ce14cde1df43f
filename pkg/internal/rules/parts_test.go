package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// The items of a checklist look like sections and belong to it, however many there are;
// the sections of the body after a part that stands among them do not.
func TestListsWithinParts(t *testing.T) {
	p := &profile.Profile{}
	for _, c := range []struct {
		name     string
		headings []string
		want     []string
	}{
		{"a checklist after the references", []string{"1 Introduction", "2 Method", "References", "NeurIPS Paper Checklist", "1. Claims", "2. Limitations of it", "3. Theory", "4. Code"},
			[]string{"", "", "references", "checklist", "checklist", "checklist", "checklist", "checklist"}},
		{"sections after a named one", []string{"1 Introduction", "2 Limitations", "3 Related Ideas", "References"},
			[]string{"introduction", "limitations", "", "references"}},
		{"a list in an unnumbered part", []string{"1 Introduction", "2 Method", "Limitations", "1. We count", "2. We guess", "3 Results"},
			[]string{"introduction", "", "limitations", "limitations", "limitations", ""}},
	} {
		f := good()
		withSections(c.headings...)(f)
		parts := partsOf(f, p)
		for i, want := range c.want {
			if got := parts[i].name; got != want && !(want == "" && got == "introduction") {
				t.Errorf("%s: %q is of %q, want %q", c.name, c.headings[i], got, want)
			}
		}
	}
}

// The paper's title, set again above its supplement, begins the appendix; sections of the
// body that end in such a word do not.
func TestTitleAboveTheAppendix(t *testing.T) {
	for _, c := range []struct {
		headings []string
		want     bool // the last section is of the appendix
	}{
		{[]string{"1 Introduction", "References", "Checklist", "Adaptive Sampling for Streams: Supplementary Materials"}, true},
		{[]string{"1 Introduction", "References", "Checklist", "On Streams - Appendix"}, true},
		{[]string{"1 Introduction", "References", "Checklist", "Adaptive Sampling for Streams"}, false},
		{[]string{"1 Introduction", "Checklist", "Overview of the Supplement", "References"}, false},
		{[]string{"1 Introduction", "References", "Checklist", "2 On the Appendix"}, false},
	} {
		f := good()
		withSections(c.headings...)(f)
		i := len(c.headings) - 1
		if !c.want && c.headings[i] == "References" {
			i--
		}
		if got := partsOf(f, &profile.Profile{})[i].appendix; got != c.want {
			t.Errorf("%q after %q: an appendix is %v, want %v", c.headings[i], c.headings[:i], got, c.want)
		}
	}
}

// A heading serves all parts that it names: the venue's own words for a part take nothing
// from the built-in ones.
func TestHeadingOfSeveralParts(t *testing.T) {
	p := &profile.Profile{}
	p.Sections = []profile.SectionWords{{Section: "ack", Headings: []string{"Acknowledgments"}}, {Section: "extra", Headings: []string{"Supplementary…"}}}
	f := good()
	withSections("1 Introduction", "Acknowledgments", "References", "Supplementary Proofs")(f)
	parts := partsOf(f, p)
	for _, c := range []struct {
		section int
		part    string
	}{{1, "ack"}, {1, "acknowledgments"}, {3, "extra"}, {3, "appendices"}} {
		if !parts[c.section].isIn([]profile.Part{{Section: c.part}}, true) {
			t.Errorf("section %d is %+v, and not of %s", c.section, parts[c.section], c.part)
		}
	}
	if parts[1].isIn([]profile.Part{{Section: "ethics"}}, true) {
		t.Errorf("section 1 is %+v", parts[1])
	}
}

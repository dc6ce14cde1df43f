package accuracy

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// venue is what a made-up venue asks: exactly what the paper has, or a little
// more, so that the paper violates every limit.
type venue struct {
	truth    *Truth
	violated bool
	keys     []string
	rules    []string
}

// Limits that a paper violates are this far from what it has.
const (
	sizeBeyond  = .5 // points
	blockBeyond = 24 // points
)

// ask adds a key of the profile and its rule.
func (v *venue) ask(rule, format string, args ...any) {
	v.keys = append(v.keys, fmt.Sprintf(format, args...))
	v.rules = append(v.rules, rule)
}

// profile returns what the venue asks.
func (v *venue) profile() (*profile.Profile, error) {
	f := &v.truth.Facts
	beyond := 0.0
	if v.violated {
		beyond = 1
	}
	v.ask("page-size", "paper: %.2fpt x %.2fpt", f.Paper[0]+36*beyond, f.Paper[1])
	if most := f.ContentPages - int(beyond); most > 0 {
		v.ask("page-limit", "pages: {most: %d, except: [references]}", most)
	}
	if f.Body > 0 && f.Kind == "paper" {
		if !f.OtherColumns {
			v.ask("columns", "columns: %d", f.Columns+int(beyond))
		}
		v.ask("body-font-size", "body_size: %.3fpt", f.Body+sizeBeyond*beyond)
		if v.violated || !f.SmallText { // small text is tighter, too
			v.ask("leading", "leading: %.3fpt", f.Leading+sizeBeyond*beyond)
		}
	}
	if f.Block[0] > 0 && f.Kind == "paper" && (v.violated || !v.truth.overfull()) {
		height := "any"
		if f.Block[1] > 0 {
			height = fmt.Sprintf("%.2fpt", f.Block[1]+v.truth.depth())
		}
		v.ask("text-block", "block: %.2fpt x %s", f.Block[0]-blockBeyond*beyond, height)
	}
	if f.Kind == "paper" {
		v.askWords(f)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "title: made up\nsource: https://venue.example\nextends: common\n%s\nrules:\n", strings.Join(v.keys, "\n"))
	for _, rule := range v.rules {
		fmt.Fprintf(&text, "  %s: error\n", rule)
	}
	p, err := profile.Parse("venue.yaml", []byte(text.String()))
	if err != nil {
		return nil, fmt.Errorf("a made-up venue: %w\n%s", err, text.String())
	}
	return p, nil
}

// overfullFrom is how far, in points, a line sticks out of a block that TeX overfilled.
const overfullFrom = 1

// overfull reports whether TeX overfilled the block: a line was too wide, or a page
// too deep, which not every output routine complains of.
func (t *Truth) overfull() bool {
	f := &t.Facts
	first, deep := map[int]float64{}, false
	for _, l := range t.Lines {
		if l.Role == "furniture" {
			continue
		}
		if y, seen := first[l.Page]; !seen || l.Y < y {
			first[l.Page] = l.Y
		}
		deep = deep || l.Y-first[l.Page] > f.Block[1]
	}
	return f.Overfull >= overfullFrom || f.Block[1] > 0 && deep
}

// depth returns how far the last line of a page may hang below the block: TeX's
// \maxdepth, which fractions and the limits of displays need.
func (t *Truth) depth() float64 {
	if !strings.HasSuffix(t.Maker, "latex") {
		return 0
	}
	return t.Facts.Body / 2
}

// askWords adds what hangs on words: names, and sections that are forbidden.
func (v *venue) askWords(f *Facts) {
	switch {
	case f.Authors != v.violated:
		v.ask("author-names", "names: required")
	case f.Authors || !slices.Contains(f.Parts, "acknowledgments") && !slices.Contains(f.Parts, "biographies"):
		// Thanks and biographies name authors, or may do.
		v.ask("anonymity", "names: forbidden\nmetadata: free")
	}
	if slices.Contains(f.Parts, "appendix") == v.violated {
		v.ask("forbidden-sections", "forbid: [appendices]")
	}
}

// Judge checks a paper by a venue whose limits it meets narrowly, and by one whose
// limits it violates, and compares all of it with the truth.
func Judge(t *Truth, pdf []byte) (*Score, error) {
	s := &Score{Truth: t}
	for _, violated := range []bool{false, true} {
		v := venue{truth: t, violated: violated}
		p, err := v.profile()
		if err != nil {
			return nil, err
		}
		checker := check.Checker{Profile: p, Options: check.Options{Sketch: !violated}}
		file := checker.Check(context.Background(), t.Name, pdf)
		if !violated {
			s.scoreRoles(file.Pages)
			s.scoreFacts(&file)
		}
		s.scoreRules(&v, &file)
	}
	return s, nil
}

// violates reports whether a paper violates a limit that most of its text meets.
func (t *Truth) violates(rule string) bool {
	return rule == "body-font-size" && t.Facts.SmallText || rule == "leading" && t.Facts.TightText
}

// scoreRules compares the outcomes of rules. A paper that violates a limit and
// does not end fail or warn is missed; one that meets it and does is a false alarm.
func (s *Score) scoreRules(v *venue, file *report.File) {
	for _, c := range file.Checks {
		if !slices.Contains(v.rules, c.Rule) {
			continue
		}
		o := Outcome{Name: c.Rule + ", limit met", Status: Right, Got: fmt.Sprint(c.Status, " ", c.Got), Want: "pass"}
		violated := v.violated || v.truth.violates(c.Rule)
		if violated && !v.violated {
			o.Name, o.Want = c.Rule+", limit violated by some text", "fail"
		} else if violated {
			o.Name, o.Want = c.Rule+", limit violated", "fail"
		}
		bad := c.Status == report.StatusFail || c.Status == report.StatusWarn
		switch {
		case c.Status == report.StatusUnknown && c.Rule == "page-limit" && s.Truth.headless():
		case c.Status == report.StatusUnknown:
			o.Status = Unknown
		case bad && !violated:
			o.Status = Alarm
		case !bad && violated:
			o.Status = Miss
		}
		s.Outcomes = append(s.Outcomes, o)
	}
}

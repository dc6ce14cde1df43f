package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// askedCase is a paper and what a rule says of it: the good paper, spoiled.
type askedCase struct {
	name  string
	spoil func(*measure.Facts) // nil: not at all
	want  report.Status
	got   string // what was measured, as words; "" for nothing
}

// asked judges by one rule of severity error, with the profile's keys.
func asked(t *testing.T, f *measure.Facts, rule, keys string) (report.Check, []report.Finding) {
	t.Helper()
	p, err := profile.Parse("test", []byte("title: T\n"+keys+"\nrules: {"+rule+": error}\n"))
	if err != nil {
		t.Fatal(err)
	}
	checks, findings := Judge(f, p)
	return checks[0], findings
}

// hold runs the cases of a rule, and those that every rule about text shares: what
// cannot be seen is never met.
func hold(t *testing.T, rule, keys string, cases []askedCase) {
	t.Helper()
	for _, c := range append(cases,
		askedCase{"a page cannot be seen", unseen, "unknown", ""},
		askedCase{"no text at all", noText, "unknown", ""},
	) {
		t.Run(rule+"/"+c.name, func(t *testing.T) {
			f := good()
			if c.spoil != nil {
				c.spoil(f)
			}
			check, findings := asked(t, f, rule, keys)
			got := ""
			if check.Got != nil {
				got = fmt.Sprint(check.Got)
			}
			if check.Status != c.want || !strings.HasPrefix(got, c.got) || (c.got == "") != (got == "") {
				t.Errorf("%s, got %q; want %s, %q (%s %v)", check.Status, got, c.want, c.got, check.Message, findings)
			}
			if bad := c.want == "fail" || c.want == "warn"; bad != (len(findings) > 0) {
				t.Errorf("%s with %d findings", check.Status, len(findings))
			}
			if c.want == "unknown" && check.Message == "" {
				t.Error("nothing says why it is unknown")
			}
		})
	}
}

func unseen(f *measure.Facts) {
	f.Unmeasured = []measure.Unmeasured{{Page: 2, Why: report.Say(wording.PageIsImage, report.Args{"page": 2})}}
}

// noText leaves of the paper a page with a drawing.
func noText(f *measure.Facts) {
	*f = measure.Facts{Pages: []measure.Page{{Number: 1, Size: geom.Point{X: 612, Y: 792}, Block: geom.Empty(), Content: measure.ContentFigure}}}
}

// none is the paper of which nothing is known.
func none(f *measure.Facts) { *f = measure.Facts{} }

package rules

import (
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

// A site of HotCRP says nothing as long as no more pages than three quarters of
// the limit have another number of columns.
func TestFewOtherColumns(t *testing.T) {
	for _, c := range []struct {
		others  int
		columns float64
		want    report.Status
	}{
		{0, 0.75, report.StatusPass}, {3, 0.75, report.StatusPass}, {4, 0.75, report.StatusFail}, {3, 0, report.StatusFail},
	} {
		p := venue()
		p.Pages[0].Most = 4
		p.Lenience.Share, p.Lenience.Type, p.Lenience.Block, p.Lenience.Columns = 0.16, 0.97, 1.05, c.columns
		f := good()
		f.Pages = nil
		for n := range 5 {
			page := goodPage(n + 1)
			page.Content = measure.ContentBody
			if n < c.others {
				page.Columns = 1
			}
			f.Pages = append(f.Pages, page)
		}
		checks, _ := Judge(f, p)
		at := slices.IndexFunc(checks, func(check report.Check) bool { return check.Rule == "columns" })
		if at < 0 || checks[at].Status != c.want {
			t.Errorf("%d pages with other columns, lenience %g: want %s of %+v", c.others, c.columns, c.want, checks)
		}
	}
}

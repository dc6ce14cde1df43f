package crosscheck

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/report"
)

// Tolerances of the comparison. Both readings do the same sums with the same
// numbers, so that only rounding may part them.
const (
	baselineTolerance  = 0.01 // points
	sizeTolerance      = 0.01 // points
	characterTolerance = 0    // characters of a page
)

// comparePages compares all pages in order.
func comparePages(ours []ourPage, theirs answer) []report.CrossPage {
	out := make([]report.CrossPage, len(ours))
	for i := range ours {
		out[i] = comparePage(&ours[i], theirs)
	}
	return out
}

func comparePage(ours *ourPage, theirs answer) report.CrossPage {
	out := report.CrossPage{Page: ours.number, Status: report.CrossSkipped}
	page, reached := theirs.pages[ours.number]
	switch {
	case ours.skip != "":
		out.Message = ours.skip
	case !reached:
		out.Message = "the second reader did not come so far"
	case page.unable != "":
		out.Message = page.unable
	default:
		out.Status = report.CrossAgrees
		if out.Message = differences(ours.rows, inPageSpace(page.rows, ours.toPage)); out.Message != "" {
			out.Status = report.CrossDiffers
		}
	}
	return out
}

// inPageSpace brings rows from default user space to page space. The page is
// neither turned nor scaled.
func inPageSpace(r rows, m geom.Matrix) rows {
	out := make(rows, len(r))
	for p, n := range r {
		out.add(m.Apply(geom.Point{Y: p.baseline}).Y, p.size, n)
	}
	return out
}

// differences describes in words what two readings of a page do not share, "" when
// they agree. Our number comes first.
func differences(ours, theirs rows) string {
	list := both(ours, theirs)
	var out []string
	if a, b := sum(list); abs(a-b) > characterTolerance {
		out = append(out, fmt.Sprintf("characters %d against %d", a, b))
	}
	lines := parts(list, func(r row) float64 { return r.baseline }, baselineTolerance)
	if text := baselineDifferences(lines); text != "" {
		out = append(out, text)
	}
	if text := sizeDifferences(lines); text != "" {
		out = append(out, text)
	}
	if len(out) == 0 {
		return lineDifferences(lines)
	}
	return strings.Join(out, ", ")
}

// baselineDifferences describes how many baselines only one reading has, and the
// topmost.
func baselineDifferences(lines [][]row) string {
	var n [2]int
	first := 0.0
	for _, line := range lines {
		ours, theirs := sum(line)
		if ours > 0 && theirs > 0 {
			continue
		}
		if n[0]+n[1] == 0 {
			first = line[0].baseline
		}
		if theirs == 0 {
			n[0]++
		} else {
			n[1]++
		}
	}
	if n[0]+n[1] == 0 {
		return ""
	}
	return fmt.Sprintf("baselines of one reading alone %d against %d, the first at %.2f", n[0], n[1], first)
}

// sizeDifferences reports the sizes of the first baseline, shared by both
// readings, where they differ.
func sizeDifferences(lines [][]row) string {
	for _, line := range lines {
		line = slices.Clone(line)
		slices.SortStableFunc(line, func(a, b row) int { return cmp.Compare(a.size, b.size) })
		var alone [2]place // the commonest place of one reading alone
		var most [2]int
		for _, part := range parts(line, func(r row) float64 { return r.size }, sizeTolerance) {
			ours, theirs := sum(part)
			if theirs == 0 && ours > most[0] {
				alone[0], most[0] = part[0].place, ours
			}
			if ours == 0 && theirs > most[1] {
				alone[1], most[1] = part[0].place, theirs
			}
		}
		if ours, theirs := sum(line); ours == 0 || theirs == 0 || most[0]+most[1] == 0 {
			continue
		}
		return fmt.Sprintf("size %s against %s at baseline %.2f", sizeText(alone[0], most[0]), sizeText(alone[1], most[1]), line[0].baseline)
	}
	return ""
}

// sizeText writes a size, or that there is none.
func sizeText(p place, characters int) string {
	if characters == 0 {
		return "none"
	}
	return fmt.Sprintf("%.2f", p.size)
}

// lineDifferences reports the first baseline that has more characters in one
// reading than in the other, where their sum over the page is the same.
func lineDifferences(lines [][]row) string {
	for _, line := range lines {
		if ours, theirs := sum(line); abs(ours-theirs) > characterTolerance {
			return fmt.Sprintf("characters %d against %d at baseline %.2f", ours, theirs, line[0].baseline)
		}
	}
	return ""
}

func abs(n int) int { return max(n, -n) }

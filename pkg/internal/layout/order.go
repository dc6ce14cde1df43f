package layout

import "sort"

// sortReading puts the lines of a page into reading order: what stands across
// the columns parts the page into bands, and within a band the columns are read
// from left to right.
func sortReading(lines []*Line) {
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].Box.Y1 < lines[j].Box.Y1 })
	var across []*Line
	for _, l := range lines {
		if l.Column == Across && !l.Rotated && l.Role != FigureText && l.Role != Furniture {
			across = append(across, l)
		}
	}
	band := make(map[*Line]int, len(lines))
	for _, l := range lines {
		// The band is twice the number of lines across above, one more within it.
		n := sort.Search(len(across), func(k int) bool { return across[k].Baseline > l.Baseline })
		band[l] = n
	}
	sort.SliceStable(lines, func(i, j int) bool {
		a, b := lines[i], lines[j]
		if band[a] != band[b] {
			return band[a] < band[b]
		}
		if aa, ba := a.Column == Across, b.Column == Across; aa != ba {
			return aa
		}
		if a.Column != b.Column {
			return a.Column < b.Column
		}
		if a.Baseline != b.Baseline {
			return a.Baseline < b.Baseline
		}
		return a.X0 < b.X0
	})
}

// sortByBaseline sorts lines from top to bottom, then from left to right.
func sortByBaseline(lines []*Line) {
	sort.SliceStable(lines, func(i, j int) bool {
		if lines[i].Baseline != lines[j].Baseline {
			return lines[i].Baseline < lines[j].Baseline
		}
		return lines[i].X0 < lines[j].X0
	})
}

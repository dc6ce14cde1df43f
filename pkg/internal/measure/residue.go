package measure

import "github.com/paperfit/paperfit/pkg/internal/wording"

// Residue is hidden text of one kind that is no trick: too little for a prompt, or
// left behind by a program.
type Residue struct {
	Hidden     // on the first of the pages; its Letters are those of all
	Pages  int // that have some
	last   int // of these pages
}

// minNoted is how many letters a note is worth. Labels of figures that are partly below
// others have up to 23 on the papers that this was measured on. Which letters they are
// does not count: a dump has others.
const minNoted = 24

// Residue returns the hidden text of the paper that is too little for a prompt, by
// reason, and the source that LaTeXiT left, in the order in which they are met. Labels
// over a figure, by which it can be searched, are none.
func (f *Facts) Residue() []Residue {
	var all []Residue
	for _, h := range f.Hidden {
		if h.Few && !h.isSearchable() {
			all = addResidue(all, h)
		}
	}
	var out []Residue
	for _, r := range all {
		if r.Why == wording.FormulaSource || r.Letters >= minNoted {
			out = append(out, r)
		}
	}
	return out
}

// isSearchable reports whether text is the invisible layer of a figure that can be
// searched.
func (h *Hidden) isSearchable() bool { return h.InFigure && h.Why == wording.HiddenInvisible }

// addResidue adds what a page hides for a reason to what the pages before it do.
func addResidue(all []Residue, h Hidden) []Residue {
	for i := range all {
		r := &all[i]
		if r.Why != h.Why {
			continue
		}
		if r.Letters += h.Letters; h.Page != r.last {
			r.Pages, r.last = r.Pages+1, h.Page
		}
		return all
	}
	return append(all, Residue{h, 1, h.Page})
}

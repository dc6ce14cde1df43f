package hotcrp_test

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/hotcrp"
)

// venue is what a HotCRP site requires, and how it decides from an answer: its rules
// rewritten for these tests.
type venue struct {
	paper       [][2]float64 // width, height in points
	pages       int
	freeEnd     bool // pages at the end that are not body are not counted
	noAppendix  bool
	columns     int
	block       [2]float64
	size, lead  float64
	wordsAtMost int
}

// slack is by how many points HotCRP lets the paper's size and the text block
// miss what is required.
const slack = 9

// letter is the size of US letter paper in points.
var letter = [][2]float64{{612, 792}}

// complaints returns the checks that the answer does not keep, whether HotCRP
// would warn or refuse.
func (v venue) complaints(a *hotcrp.Answer) []string {
	if a.Error {
		return []string{"error"}
	}
	var out []string
	if !v.paperMet(a) {
		out = append(out, "papersize")
	}
	if !v.pagesMet(a) {
		out = append(out, "pagelimit")
	}
	if !v.columnsMet(a) {
		out = append(out, "columns")
	}
	if !v.blockMet(a) {
		out = append(out, "textblock")
	}
	if !v.sizeMet(a, v.size, func(p *hotcrp.Page) *float64 { return p.BodySize }, a.BodySize) {
		out = append(out, "bodyfontsize")
	}
	if !v.sizeMet(a, v.lead, func(p *hotcrp.Page) *float64 { return p.Leading }, a.Leading) {
		out = append(out, "bodylineheight")
	}
	if !slices.ContainsFunc(a.Pages, func(p hotcrp.Page) bool { return p.Type != hotcrp.Blank }) {
		out = append(out, "notext")
	}
	if len(a.Unsafe) > 0 {
		out = append(out, "unsafe")
	}
	if v.wordsAtMost > 0 && a.Words > v.wordsAtMost {
		out = append(out, "wordlimit")
	}
	return out
}

func (v venue) paperMet(a *hotcrp.Answer) bool {
	return slices.ContainsFunc(v.paper, func(p [2]float64) bool {
		return math.Abs(float64(a.PaperSize[1])-p[0]) < slack && math.Abs(float64(a.PaperSize[0])-p[1]) < slack
	})
}

// pagesMet: of a cut answer no page is let off.
func (v venue) pagesMet(a *hotcrp.Answer) bool {
	n := max(len(a.Pages), a.NPages)
	if whole := n == len(a.Pages); whole && v.freeEnd && n > v.pages {
		for n > 0 && a.Pages[n-1].Type != hotcrp.Body {
			n--
		}
	}
	appendix := slices.ContainsFunc(a.Pages, func(p hotcrp.Page) bool { return p.Type == hotcrp.Appendix })
	return n <= v.pages && !(v.noAppendix && appendix)
}

func (v venue) columnsMet(a *hotcrp.Answer) bool {
	if v.columns == 0 {
		return true
	}
	wrong := 0
	for i := range a.Pages {
		p := &a.Pages[i]
		n := p.Columns
		if n == 0 {
			n = a.Columns
		}
		if p.Type == hotcrp.Body && n > 0 && n != v.columns {
			wrong++
		}
	}
	return float64(wrong) <= 0.75*float64(v.pages)
}

func (v venue) blockMet(a *hotcrp.Answer) bool {
	for i := range a.Pages {
		p := &a.Pages[i]
		size, margin := a.PaperSize, a.Margin
		if p.PaperSize != nil {
			size = *p.PaperSize
		}
		if p.Margin != nil {
			margin = *p.Margin
		}
		width := float64(size[1] - margin[1] - margin[3])
		height := float64(size[0] - margin[0] - margin[2])
		if width-v.block[0] >= slack || height-v.block[1] >= slack {
			return false
		}
	}
	return true
}

// sizeMet compares a size of the body pages with the least that is required, with
// no grace, as HotCRP does.
func (v venue) sizeMet(a *hotcrp.Answer, least float64, of func(*hotcrp.Page) *float64, common *float64) bool {
	for i := range a.Pages {
		p := &a.Pages[i]
		size := of(p)
		if size == nil {
			size = common
		}
		if p.Type == hotcrp.Body && size != nil && *size > 0 && *size < least {
			return false
		}
	}
	return true
}

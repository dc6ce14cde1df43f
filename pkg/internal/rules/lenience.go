package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
)

// withoutQuiet returns the facts without the pages that a rule does not look at.
func withoutQuiet(f *measure.Facts, p *profile.Profile, rule string) *measure.Facts {
	for _, quiet := range p.Quiet {
		if quiet.Rule != rule {
			continue
		}
		fewer, parts := *f, partsOf(f, p)
		fewer.Pages = slices.DeleteFunc(slices.Clone(f.Pages), func(page measure.Page) bool {
			return slices.Contains(quiet.Pages, page.Number) || len(quiet.Parts) > 0 && holdsOnly(&page, f, parts, quiet.Parts)
		})
		return &fewer
	}
	return f
}

// holdsOnly reports whether everything on a page belongs to some parts.
func holdsOnly(page *measure.Page, f *measure.Facts, parts []part, listed []profile.Part) bool {
	for _, s := range page.Shares {
		if s.Section < 0 || !parts[s.Section].isIn(listed, f.Sections[s.Section].AfterReferences) {
			return false
		}
	}
	return len(page.Shares) > 0
}

// mitigate turns a violated rule into a warning where the profile is lenient and too
// few pages miss the limit clearly.
func (o *Outcome) mitigate(rule Rule, f *measure.Facts, p *profile.Profile) {
	if o.result != violated || rule.miss == nil || p.Lenience.Share == 0 {
		return
	}
	body, missing := 0, 0
	for i := range f.Pages {
		page := &f.Pages[i]
		if page.Content == measure.ContentBody || page.Content == measure.ContentMixed {
			body++
		}
		if rule.miss(page, p) {
			missing++
		}
	}
	if float64(missing) < p.Lenience.Share*float64(body) {
		o.result = minor
	}
}

// missesBlock reports whether a page's text is clearly larger than the block.
func missesBlock(page *measure.Page, p *profile.Profile) bool {
	w, h, much := p.Block.Width, p.Block.Height, p.Lenience.Block
	return w > 0 && page.Block.Width() >= w*much || h > 0 && page.Block.Height() >= h*much
}

// missesSize reports whether a page's type is clearly smaller than required.
func missesSize(page *measure.Page, p *profile.Profile) bool {
	return page.BodySize.Known && page.BodySize.Value <= p.BodySize.Min*p.Lenience.Type
}

// missesLeading reports whether a page's lines are clearly nearer than required.
func missesLeading(page *measure.Page, p *profile.Profile) bool {
	return page.Leading.Known && page.Leading.Value <= p.Leading.Min*p.Lenience.Type
}

// fewOtherColumns reports whether the profile lets so many body pages have
// another number of columns.
func fewOtherColumns(f *measure.Facts, p *profile.Profile) bool {
	limit, others := 0, 0
	for i := range p.Pages {
		limit = max(limit, p.Pages[i].Most)
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		if page.HasContent() && missesColumns(page, p) {
			others++
		}
	}
	return p.Lenience.Columns > 0 && float64(others) <= p.Lenience.Columns*float64(limit)
}

// missesColumns reports whether a page is set in another number of columns.
func missesColumns(page *measure.Page, p *profile.Profile) bool {
	return page.Columns > 0 && page.Columns != p.Columns
}

package pdf

import "sync"

// survey is what the annotations of the pages tell. They are gone through once for all
// questions: in a long paper, what was parsed for one page is gone some pages later.
type survey struct {
	once     sync.Once
	active   activeSearch
	comments commentSearch
	linked   []int // pages with links
}

// survey returns what the document's pages have besides what they show.
func (d *Document) survey() *survey {
	s := &d.surveyed
	s.once.Do(func() {
		s.active = activeSearch{seen: map[int]bool{}, left: maxActiveObjects}
		s.comments.left = maxCommentSearch
		s.active.document(d.Catalog())
		for _, p := range d.pages {
			s.active.page(p)
			s.comments.page(p)
			if p.hasLink() {
				s.linked = append(s.linked, p.Number)
			}
		}
	})
	return s
}

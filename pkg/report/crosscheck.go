package report

// CrossCheck tells whether a second, independent reader finds the same text in
// a file. It is a notice: no verdict rests on it.
type CrossCheck struct {
	Status  CrossStatus `json:"status"` // agrees, differs or could-not-read
	Message string      `json:"message,omitempty"`
	Pages   []CrossPage `json:"pages"`
}

// CrossPage is the outcome of the comparison for one page.
type CrossPage struct {
	Page    int         `json:"page"`
	Status  CrossStatus `json:"status"` // agrees, differs or skipped
	Message string      `json:"message,omitempty"`
}

// CrossStatus is the outcome of a comparison of two readings.
type CrossStatus string

// The outcomes. A page is skipped where the second reader is not able; when it
// is able on none, it could not read the file.
const (
	CrossAgrees       CrossStatus = "agrees"
	CrossDiffers      CrossStatus = "differs"
	CrossSkipped      CrossStatus = "skipped"
	CrossCouldNotRead CrossStatus = "could-not-read"
)

// forWriting returns a copy whose list is never nil; nil of nil.
func (c *CrossCheck) forWriting() *CrossCheck {
	if c == nil {
		return nil
	}
	out := *c
	out.Pages = mapped(c.Pages, func(p CrossPage) CrossPage { return p })
	return &out
}

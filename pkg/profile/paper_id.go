package profile

import (
	"path"
	"strings"
)

// Submission systems name files by the paper's number: paper12.pdf and venue26-paper12.pdf
// (HotCRP), venue_paper_12.pdf (EasyChair), 12.pdf and 12/Submission/draft.pdf (CMT),
// 12_Title_of_the_paper.pdf and Submission12.pdf (OpenReview).
var (
	idAfterWord = &expression{source: `(?i)(?:^|[^a-z])(?:paper|submission|sub)[-_ #]*0*([1-9][0-9]*)(?:[^0-9]|$)`}
	idInFront   = &expression{source: `^0*([1-9][0-9]*)(?:[^0-9a-zA-Z].*)?$`}
	idAlone     = &expression{source: `^#?0*([1-9][0-9]{0,8})$`}
)

// PaperID returns the number of a paper, without leading zeros, by the name of its file
// or of the folder that it is in; "" if they hold none.
func PaperID(file string) string {
	file = path.Clean(strings.ReplaceAll(file, "\\", "/"))
	name := path.Base(file)
	name = strings.TrimSuffix(name, path.Ext(name))
	for _, form := range []*expression{idAfterWord, idInFront} {
		if m := form.re().FindStringSubmatch(name); m != nil {
			return m[1]
		}
	}
	for folder := path.Dir(file); folder != "." && folder != "/"; folder = path.Dir(folder) {
		if id := ParseID(path.Base(folder)); id != "" {
			return id
		}
	}
	return ""
}

// ParseID reads the number of a paper, such as 12, 012 or #12; "" if the text is none.
func ParseID(text string) string {
	if m := idAlone.re().FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		return m[1]
	}
	return ""
}

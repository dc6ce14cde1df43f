package traits

import "github.com/paperfit/paperfit/pkg/internal/lexicon/scan"

// OpensBiography reports whether a line begins with a name in bold and goes on with
// other type in which its author is, was or did something.
func (l *Line) OpensBiography() bool {
	if !l.beginsBold() {
		return false
	}
	name, rest := "", ""
	for i := range l.Runs {
		run := &l.Runs[i]
		if rest == "" && run.Font != nil && run.Font.Bold() {
			name += " " + run.Text
			continue
		}
		rest += " " + run.Text
	}
	return scan.IsFullName(name) && scan.TellsOfLife(rest)
}

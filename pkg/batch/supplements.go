package batch

import (
	"path/filepath"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// The names that submission systems and their users give to what comes with a paper.
// What may be the title of a paper is none of them.
var (
	// supp are the words for it.
	supp = `supp(?:l|lements?|lementary|lemental)?(?:[-_ ]?(?:materials?|files?))?`

	// HotCRP writes venue26-paper12-supplement.pdf and venue26-paper12-attachments/…,
	// EasyChair venue_supplementary_12.pdf, OpenReview 12_supplementary_material.pdf.
	supplementFile = pattern.New(`(?i)^(?:.+-(?:paper|final|submission)[0-9]+-(?:` + supp + `|attachments?)(?:[-_. ].*)?` +
		`|.+_(?:` + supp + `|attachments?)_[0-9]+\.[a-z0-9]+` +
		`|(?:paper|submission)?[-_ ]?[0-9]+[-_ ]` + supp + `\.[a-z0-9]+)$`)
	// CMT writes 12/Supplementary/….
	supplementFolder = pattern.New(`(?i)^(?:` + supp +
		`|.+-(?:paper|final|submission)[0-9]+-(?:` + supp + `|attachments?))$`)
)

// isSupplement reports whether a file in a folder or archive comes with a paper and is
// none. The names that lead to the folder or archive do not count: somebody chose it.
func isSupplement(root, path string) bool {
	parts := strings.Split(filepath.ToSlash(strings.TrimPrefix(filepath.Clean(path), filepath.Clean(root))), "/")
	last := len(parts) - 1
	for _, part := range parts[:last] {
		if supplementFolder.MatchString(part) || supplementFile.MatchString(part) {
			return true
		}
	}
	return supplementFile.MatchString(parts[last])
}

// papersIn yields the papers of what is in a folder or archive, as yieldAll yields it,
// and counts the supplements. Where there is nothing else, that is a fault.
func papersIn(root string, skips *Skips, none error, yieldAll func(string, *Skips, func(Input) bool) bool, yield func(Input) bool) bool {
	papers, supplements := 0, 0
	shown := Shown(root)
	more := yieldAll(root, skips, func(in Input) bool {
		if isSupplement(shown, in.Path) {
			supplements++
			skips.add(kindSupplement)
			in.Discard()
			return true
		}
		papers++
		return yield(in)
	})
	if more && papers == 0 && supplements > 0 {
		return yield(fault(root, none))
	}
	return more
}

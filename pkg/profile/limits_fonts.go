package profile

import "strings"

// FontLimits are the fonts of the text.
type FontLimits struct {
	Families []string // accepted body families: "times"
}

func fontLimits() []parameter {
	return []parameter{
		{
			word: "families", about: "accepted families of the running text",
			says:  "of the text: `" + strings.Join(familyWords, "`, `") + "`",
			start: "# families: [times]    # of the text\n",
			form:  of(words(familyWords), func(p *Profile) *[]string { return &p.Families }),
			uses:  needed("font-family"),
		},
	}
}

// familyWords are the type families that a profile may accept for the body.
var familyWords = []string{"times", "libertine", "computer-modern", "palatino", "charter", "garamond", "cambria", "helvetica", "arial", "calibri"}

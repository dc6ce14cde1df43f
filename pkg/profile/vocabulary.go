package profile

// ruleWord is a rule that a profile may list.
type ruleWord struct {
	id    string
	limit string // the key that holds its limit, empty when it needs none
}

// ruleWords are the rules that a profile may list, in the order in which they
// are documented. A new rule is one line here and its value in pkg/rules.
var ruleWords = []ruleWord{
	{"readable", ""},
	{"page-size", "paper"},
	{"page-limit", "pages"},
	{"text-block", "block"},
	{"figure-block", "block"},
	{"body-font-size", "body_size"},
	{"leading", "leading"},
	{"columns", "columns"},
	{"font-family", "families"},
	{"page-numbers", ""},
	{"legible-figures", ""},
	{"author-names", ""},
	{"confidentiality", ""},
	{"fonts-embedded", ""},
	{"type3-fonts", ""},
	{"squeezed-text", ""},
	{"hidden-text", ""},
	{"active-content", ""},
	{"margins", "margins"},
	{"gutter", "gutter"},
	{"column-width", "column"},
	{"equal-columns", ""},
	{"max-body-size", "body_size"},
	{"max-leading", "leading"},
	{"word-limit", "words"},
	{"heading-space", "spacing"},
	{"required-sections", "require"},
	{"forbidden-sections", "forbid"},
	{"anonymity", ""},
	{"unresolved-references", ""},
	{"draft-marks", ""},
	{"blank-pages", ""},
	{"talk-outline", ""},
	{"talk-takeaways", ""},
}

// familyWords are the type families that a profile may accept for the body.
var familyWords = []string{"times", "libertine", "computer-modern", "palatino", "charter", "garamond", "cambria", "helvetica", "arial", "calibri"}

// optionalLimits are keys that a rule heeds and does not need.
var optionalLimits = map[string][]string{
	"numbering":   {"page-numbers"},
	"figure_size": {"legible-figures"},
}

// RuleIDs returns the ids of the rules that a profile may list.
func RuleIDs() []string {
	ids := make([]string, len(ruleWords))
	for i, w := range ruleWords {
		ids[i] = w.id
	}
	return ids
}

package report

// RulesSchema names the contract of the JSON form of RuleBook.
const RulesSchema = "paperfit.rules/1"

// RuleBook documents rules as they hold in a profile.
type RuleBook struct {
	Schema  string    `json:"schema"`
	Tool    Tool      `json:"tool"`
	Profile Profile   `json:"profile"`
	Rules   []RuleDoc `json:"rules"`
}

// RuleDoc documents one rule: what is asked, by whom, how it is measured and how
// a paper is mended.
type RuleDoc struct {
	Rule     string   `json:"rule"`
	Title    string   `json:"title"`
	Severity Severity `json:"severity,omitempty"` // empty: off in the profile

	// Want, Tolerance and Unit are those of the rule's Check; nil, 0 and empty
	// when the rule has no limit or the profile does not ask for it.
	Want      any     `json:"want,omitempty"`
	Tolerance float64 `json:"tolerance,omitempty"`
	Unit      string  `json:"unit,omitempty"`

	Why      string   `json:"why"`
	By       []Source `json:"by"`
	Measured string   `json:"measured"`
	Fix      Guides   `json:"fix"`
}

// Source is someone who asks for something, and the page that says so.
type Source struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// Guides tell how to mend a paper, for each way of writing one.
type Guides struct {
	LaTeX       Guide `json:"latex"`
	Word        Guide `json:"word"`
	LibreOffice Guide `json:"libreoffice"`
	Typst       Guide `json:"typst"`
}

// Guide is one way to mend a paper. Code may be empty.
type Guide struct {
	Text string `json:"text"`
	Code string `json:"code,omitempty"`
}

// Check returns the rule's limit as a check that nothing was measured for.
func (d RuleDoc) Check() Check {
	return Check{Rule: d.Rule, Severity: d.Severity, Want: d.Want, Tolerance: d.Tolerance, Unit: d.Unit}
}

// ForWriting returns a copy of the book with its numbers rounded and its lists
// never nil.
func (b *RuleBook) ForWriting() *RuleBook {
	out := *b
	out.Rules = mapped(b.Rules, RuleDoc.forWriting)
	return &out
}

func (d RuleDoc) forWriting() RuleDoc {
	c := d.Check().rounded()
	d.Want, d.Tolerance = c.Want, c.Tolerance
	d.By = mapped(d.By, func(s Source) Source { return s })
	return d
}

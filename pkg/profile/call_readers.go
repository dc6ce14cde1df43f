package profile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// once reads the first match of a pattern as a value of a key.
func (d *callDraft) once(pattern func() *regexp.Regexp, key, value string, unsure bool, rules ...string) bool {
	at := pattern().FindStringIndex(d.text)
	if at == nil {
		return false
	}
	d.found(reading{key: key, value: value, rules: rules, words: d.quote(at), unsure: unsure})
	return true
}

// readCallFormat reads the name of a format that is built in. Which edition of it the
// call means is not said: the draft asks.
func readCallFormat(d *callDraft) {
	for _, f := range []struct {
		base    string
		pattern func() *regexp.Regexp
	}{
		{"acmart-sigconf", callSigconf}, {"acmart-sigplan", callSigplan}, {"acmart-acmsmall", callSmall},
		{"lncs", callLNCS}, {"ieee-conference", callIEEE}, {"usenix", callUSENIX},
	} {
		d.once(f.pattern, "extends", f.base, true)
	}
}

func readCallPaper(d *callDraft) {
	letter, a4 := callLetter().FindStringIndex(d.text), callA4().FindStringIndex(d.text)
	r := reading{key: "paper", rules: []string{"page-size"}}
	switch {
	case letter != nil && a4 != nil:
		r.value, r.words, r.unsure = "[letter, a4]", d.quote(letter), true
	case letter != nil:
		r.value, r.words = "letter", d.quote(letter)
	case a4 != nil:
		r.value, r.words = "a4", d.quote(a4)
	default:
		return
	}
	d.found(r)
}

// readCallPages reads page limits and what they do not count. A limit of short papers
// becomes a comment: the chair names the category.
func readCallPages(d *callDraft) {
	read := func(groups []string, at []int) {
		n := countOf(groups[1])
		if n == 0 {
			return
		}
		sentence := d.sentence(at)
		r := reading{key: "pages", rules: []string{"page-limit"}, words: d.quote(at)}
		except := callExceptions(sentence)
		switch {
		case len(except) > 0:
			r.value = "{most: " + strconv.Itoa(n) + ", except: " + inBrackets(except) + "}"
			r.unsure = includes(sentence) // what is included may be among the exceptions
		case callNothing().MatchString(sentence):
			r.value = "{most: " + strconv.Itoa(n) + ", except: nothing}"
		default: // not said in the sentence
			r.value, r.unsure = strconv.Itoa(n), true
		}
		if callShort().MatchString(sentence) {
			r.unsure = true
		}
		d.found(r)
	}
	d.each(callPagesUpTo(), read)
	d.each(callPageLimit(), read)
}

// callParts are the words by which calls name parts of a paper.
var callParts = map[string][]string{
	References: {"reference", "bibliograph", "citation"}, Appendices: {"appendi", "supplement"}, "acknowledgments": {"acknowledg"},
	"ethics": {"ethic"}, "limitations": {"limitation"}, "checklist": {"checklist"}, "open-science": {"open science"}, "impact": {"impact statement"},
}

// partsIn returns the parts that a text names.
func partsIn(text string) []string {
	text = strings.ToLower(text)
	var out []string
	for part, words := range callParts {
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) }) {
			out = append(out, part)
		}
	}
	return out
}

// includes reports whether a sentence says of some part that it is included.
func includes(sentence string) bool {
	lower := strings.ToLower(sentence)
	clauses := strings.Split(strings.ReplaceAll(lower, "not includ", "not count"), "includ")
	return slices.ContainsFunc(clauses[1:], func(clause string) bool {
		end := strings.IndexAny(clause, ",;")
		if end < 0 {
			end = len(clause)
		}
		return len(partsIn(clause[:end])) > 0
	})
}

// callExceptions returns the parts that a sentence says are not counted.
func callExceptions(sentence string) []string {
	at := callExcept().FindStringIndex(sentence)
	if at == nil {
		return nil
	}
	out := partsIn(sentence)
	order := append([]string{References, Appendices}, Parts()...)
	slices.SortFunc(out, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return out
}

// readCallBlock reads the text block; sizes of paper are none.
func readCallBlock(d *callDraft) {
	d.each(callBlock(), func(g []string, at []int) {
		unit := g[4]
		size, err := ParseSize(lengthOf(g[1], firstOf(g[2], unit)) + " x " + lengthOf(g[3], unit))
		if err != nil || size.Width > 7.6*units["in"] || size.Width < 3*units["in"] || size.Height < 5*units["in"] {
			return
		}
		said := strings.ToLower(d.sentence(at))
		sure := strings.Contains(said, "block") || strings.Contains(said, "text") || strings.Contains(said, "area")
		d.found(reading{key: "block", value: lengthOf(g[1], firstOf(g[2], unit)) + " x " + lengthOf(g[3], unit),
			rules: []string{"text-block", "figure-block"}, words: d.quote(at), unsure: !sure})
	})
}

func readCallMargins(d *callDraft) {
	d.each(callMargins(), func(g []string, at []int) {
		said := strings.ToLower(d.sentence(at))
		unsure := strings.Contains(said, "left") || strings.Contains(said, "top") || strings.Contains(said, "side")
		d.found(reading{key: "margins", value: lengthOf(firstOf(g[1], g[3]), firstOf(g[2], g[4])), rules: []string{"margins"}, words: d.quote(at), unsure: unsure})
	})
}

// The sizes that running text has, in points.
const leastCallSize, mostCallSize = 8, 13

// readCallType reads type size and leading. Sizes of captions, titles and figures stand
// in sentences that name them.
func readCallType(d *callDraft) {
	leadings := map[int]bool{}
	d.each(callLeading(), func(g []string, at []int) {
		d.found(reading{key: "leading", value: firstOf(g[1], g[2], g[3]) + "pt", rules: []string{"leading"}, words: d.quote(at)})
		leadings[at[1]] = true
		for i := 2; i+1 < len(at); i += 2 {
			leadings[at[i]] = true
		}
	})
	d.each(callSize(), func(g []string, at []int) {
		v, err := strconv.ParseFloat(g[1], 64)
		lower := strings.ToLower(g[0])
		if err != nil || v < leastCallSize || v > mostCallSize || leadings[at[2]] || strings.Contains(lower, "leading") || strings.Contains(lower, "spacing") {
			return
		}
		said := strings.ToLower(d.sentence(at))
		other := slices.ContainsFunc([]string{"caption", "figure", "table", "title", "heading", "footnote", "abstract"}, func(w string) bool { return strings.Contains(said, w) })
		d.found(reading{key: "body_size", value: g[1] + "pt", rules: []string{"body-font-size"}, words: d.quote(at), unsure: other})
	})
}

func readCallColumns(d *callDraft) {
	d.each(callColumns(), func(g []string, at []int) {
		n := "2"
		if w := strings.ToLower(g[1]); w == "one" || w == "single" {
			n = "1"
		}
		d.found(reading{key: "columns", value: n, rules: []string{"columns"}, words: d.quote(at)})
	})
	d.each(callGutter(), func(g []string, at []int) {
		d.found(reading{key: "gutter", value: lengthOf(firstOf(g[1], g[3]), firstOf(g[2], g[4])), rules: []string{"gutter"}, words: d.quote(at)})
	})
}

func readCallFonts(d *callDraft) {
	var families []string
	words := ""
	for _, f := range callFamilies {
		if at := f.pattern().FindStringIndex(d.text); at != nil {
			families = append(families, f.word)
			words = firstOf(words, d.quote(at))
		}
	}
	if len(families) > 0 {
		d.found(reading{key: "families", value: inBrackets(families), rules: []string{"font-family"}, words: words, unsure: len(families) > 1})
	}
	d.once(callEmbedded, "", "", false, "fonts-embedded")
	d.once(callType3, "", "", true, "type3-fonts")
}

func readCallNumbers(d *callDraft) {
	if !d.once(callUnnumber, "numbering", string(Forbidden), false, "page-numbers") {
		d.once(callNumber, "numbering", string(Required), false, "page-numbers")
	}
	d.once(callLineNos, "line_numbers", string(Required), true, "line-numbers")
}

// readCallNames reads whether the review is blind. A text that says both is unsure, and
// the first stands.
func readCallNames(d *callDraft) {
	both := callBlind().MatchString(d.text) && callNamed().MatchString(d.text)
	if !d.once(callBlind, "names", string(Forbidden), both, "anonymity") {
		d.once(callNamed, "names", string(Required), false, "author-names")
	}
}

func readCallAbstract(d *callDraft) {
	d.each(callAbstract(), func(g []string, at []int) {
		value := g[1]
		if g[2] != "" {
			value += "-" + g[2]
		}
		d.found(reading{key: "abstract", value: value, rules: []string{"abstract-length"}, words: d.quote(at)})
	})
	d.each(callCharacter(), func(g []string, at []int) {
		d.found(reading{key: "abstract_characters", value: g[1], rules: []string{"abstract-length"}, words: d.quote(at)})
	})
}

// callSections are the sections that calls ask for, by what they call them.
var callSections = []struct {
	part    string
	pattern func() *regexp.Regexp
}{
	{"ethics", callPattern(`\bethic(?:s|al) (?:section|statement|considerations?|appendix)|section[^.;]{0,30}\bethics`)},
	{"open-science", callPattern(`\bopen[- ]science (?:section|statement|appendix|policy)|section[^.;]{0,30}\bopen science`)},
	{"limitations", callPattern(`\blimitations? section|section[^.;]{0,40}\blimitations\b`)},
	{"impact", callPattern(`\b(?:broader )?impact statement`)},
	{"checklist", callPattern(`\b(?:paper|reproducibility) checklist`)},
	{"availability", callPattern(`\b(?:data|artifact|code)[- ]availability (?:section|statement)`)},
	{"discussion-topics", callPattern(`section[^.;]{0,40}\bdiscussion topics|\bdiscussion[- ]topics section`)},
}

func readCallSections(d *callDraft) {
	var must, should, not []string
	var words, hint, banned string
	for _, s := range callSections {
		at := s.pattern().FindStringIndex(d.text)
		switch {
		case at == nil:
		case callRequire().MatchString(d.sentence(at)):
			must, words = append(must, s.part), firstOf(words, d.quote(at))
		default:
			should, hint = append(should, s.part), firstOf(hint, d.quote(at))
		}
	}
	if at := callNoAppend().FindStringIndex(d.text); at != nil {
		not, banned = append(not, Appendices), d.quote(at)
	}
	if len(must) > 0 {
		d.found(reading{key: "require", value: inBrackets(must), rules: []string{"required-sections"}, words: words, unsure: true})
	}
	if len(should) > 0 {
		d.found(reading{key: "recommend", value: inBrackets(should), rules: []string{"recommended-sections"}, words: hint, unsure: true})
	}
	if len(not) > 0 {
		d.found(reading{key: "forbid", value: inBrackets(not), rules: []string{"forbidden-sections"}, words: banned})
	}
}

func readCallFile(d *callDraft) {
	d.each(callFile(), func(g []string, at []int) {
		unit := g[2]
		if strings.HasPrefix(strings.ToLower(unit), "mega") {
			unit = "MB"
		}
		d.found(reading{key: "file_size", value: g[1] + unit, rules: []string{"file-size"}, words: d.quote(at), unsure: !strings.Contains(strings.ToLower(d.sentence(at)), "pdf") && !strings.Contains(strings.ToLower(d.sentence(at)), "file")})
	})
}

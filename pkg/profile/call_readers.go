package profile

import (
	"strings"
)

// once reads the first match of a pattern as a value of a key; those of final papers, too,
// up to the first that is of submissions.
func (d *callDraft) once(pattern *expression, key, value string, unsure bool, rules ...string) bool {
	matches := pattern.re().FindAllStringIndex(d.text, maxMatches)
	for _, at := range matches {
		d.saw(at, reading{key: key, value: value, rules: rules, unsure: unsure})
		if !d.isFinal(at) {
			break
		}
	}
	return len(matches) > 0
}

// readCallFormat reads the name of a format that is built in. Which edition of it the
// call means is not said: the draft asks.
func readCallFormat(d *callDraft) {
	acm := false
	for _, f := range []struct {
		base    string
		pattern *expression
	}{
		{"acmart-sigconf", callSigconf}, {"acmart-sigplan", callSigplan}, {"acmart-acmsmall", callSmall}, {"acmart-manuscript", callManuscript},
		{"lncs", callLNCS}, {"ieee-conference", callIEEE}, {"usenix", callUSENIX},
	} {
		acm = d.once(f.pattern, "extends", f.base, true) && strings.HasPrefix(f.base, "acm") || acm
	}
	if !acm { // which of ACM's formats is not said; most conferences have this one
		d.once(callACM, "extends", "acmart-sigconf", true)
	}
}

func readCallPaper(d *callDraft) {
	letter, a4 := callLetter.re().FindStringIndex(d.text), callA4.re().FindStringIndex(d.text)
	r := reading{key: "paper", value: "letter", rules: []string{"page-size"}}
	switch {
	case letter != nil && a4 != nil:
		r.value, r.unsure = "[letter, a4]", true
		d.saw(letter, r)
	case letter != nil:
		d.saw(letter, r)
	case a4 != nil:
		r.value = "a4"
		d.saw(a4, r)
	}
}

// readCallBlock reads the text block; sizes of paper are none.
func readCallBlock(d *callDraft) {
	d.each(callBlock.re(), func(g []string, at []int) {
		unit := g[4]
		size, err := ParseSize(lengthOf(g[1], firstOf(g[2], unit)) + " x " + lengthOf(g[3], unit))
		if err != nil || size.Width > 7.6*units["in"] || size.Width < 3*units["in"] || size.Height < 5*units["in"] {
			return
		}
		said := strings.ToLower(d.clause(at))
		sure := strings.Contains(said, "block") || strings.Contains(said, "text") || strings.Contains(said, "area")
		d.saw(at, reading{key: "block", value: lengthOf(g[1], firstOf(g[2], unit)) + " x " + lengthOf(g[3], unit),
			rules: []string{"text-block", "figure-block"}, unsure: !sure})
	})
}

// The widths that columns have, in points; wider lengths are those of the text block.
const leastCallColumn, mostCallColumn = 100, 300

func readCallColumns(d *callDraft) {
	d.each(callColumns.re(), func(g []string, at []int) {
		n := "2"
		if w := strings.ToLower(g[1]); w == "one" || w == "single" || w == "1" {
			n = "1"
		}
		d.saw(at, reading{key: "columns", value: n, rules: []string{"columns"}})
	})
	d.each(callColumnOf.re(), func(g []string, at []int) {
		length := lengthOf(firstOf(g[1], g[3]), firstOf(g[2], g[4]))
		if wide, err := ParseLength(length); err == nil && wide > leastCallColumn && wide < mostCallColumn {
			d.saw(at, reading{key: "column", value: length, rules: []string{"column-width"}})
		}
	})
	d.each(callGutter.re(), func(g []string, at []int) {
		d.saw(at, reading{key: "gutter", value: lengthOf(firstOf(g[1], g[3]), firstOf(g[2], g[4])), rules: []string{"gutter"}})
	})
}

func readCallFonts(d *callDraft) {
	var families []string
	var first []int
	for _, f := range callFamilies {
		if at := f.pattern.re().FindStringIndex(d.text); at != nil {
			families = append(families, f.word)
			first = firstPlace(first, at)
		}
	}
	if len(families) > 0 {
		d.saw(first, reading{key: "families", value: inBrackets(families), rules: []string{"font-family"}, unsure: len(families) > 1})
	}
	d.once(callEmbedded, "", "", false, "fonts-embedded")
	d.once(callType3, "", "", true, "type3-fonts")
}

func readCallNumbers(d *callDraft) {
	d.each(callUnnumber.re(), func(g []string, at []int) {
		if !isOfOther(g[0]) {
			d.saw(at, reading{key: "numbering", value: string(Forbidden), rules: []string{"page-numbers"}})
		}
	})
	d.each(callNumber.re(), func(g []string, at []int) {
		if !callWithout.re().MatchString(g[0]) && !d.isRead(at, "numbering") {
			d.saw(at, reading{key: "numbering", value: string(Required), rules: []string{"page-numbers"}})
		}
	})
	d.each(callPaperID.re(), func(g []string, at []int) {
		where := EveryPage
		if w := strings.ToLower(g[1]); w == "first" || w == "title" {
			where = FirstPage
		}
		d.saw(at, reading{key: "paper_id", value: string(where), rules: []string{"paper-id"}, unsure: true})
	})
	if at := callLineNos.re().FindStringIndex(d.text); at != nil && !callHedge.re().MatchString(d.clause(at)) {
		value := Required
		if callWithout.re().MatchString(d.clause(at)) {
			value = Forbidden
		}
		d.saw(at, reading{key: "line_numbers", value: string(value), rules: []string{"line-numbers"}, unsure: true})
	}
}

// isOfOther reports whether the "no" of a match belongs to another demand: “must not
// exceed ten pages and must have page numbers”.
func isOfOther(match string) bool {
	if strings.HasPrefix(strings.ToLower(match), "page") {
		return false
	}
	_, gap, is := strings.Cut(match, "not ")
	if !is {
		_, gap, _ = strings.Cut(match, " ")
	}
	return callOther.re().MatchString(gap)
}

// callSections are the sections that calls ask for, by what they call them.
var callSections = []struct {
	part    string
	pattern *expression
}{
	{"ethics", &expression{source: anyCase + `\bethic(?:s|al) (?:section|statement|considerations?|appendix)|section[^.;]{0,30}\bethics`}},
	{"open-science", &expression{source: anyCase + `\bopen[- ]science (?:section|statement|appendix|policy)|section[^.;]{0,30}\bopen science`}},
	{"limitations", &expression{source: anyCase + `\blimitations? section|section[^.;]{0,40}\blimitations\b`}},
	{"impact", &expression{source: anyCase + `\b(?:broader )?impact statement`}},
	{"checklist", &expression{source: anyCase + `\b(?:paper|reproducibility) checklist`}},
	{"availability", &expression{source: anyCase + `\b(?:data|artifact|code)[- ]availability (?:section|statement)`}},
	{"discussion-topics", &expression{source: anyCase + `section[^.;]{0,40}\bdiscussion topics|\bdiscussion[- ]topics section`}},
}

func readCallSections(d *callDraft) {
	must := reading{key: "require", rules: []string{"required-sections"}, unsure: true}
	should := reading{key: "recommend", rules: []string{"recommended-sections"}, unsure: true}
	var musts, shoulds []string
	for _, s := range callSections {
		at := s.pattern.re().FindStringIndex(d.text)
		switch {
		case at == nil:
		case callRequire.re().MatchString(d.clause(at)):
			musts, must.at = append(musts, s.part), firstPlace(must.at, at)
		default:
			shoulds, should.at = append(shoulds, s.part), firstPlace(should.at, at)
		}
	}
	if must.value = inBrackets(musts); len(musts) > 0 {
		d.saw(must.at, must)
	}
	if should.value = inBrackets(shoulds); len(shoulds) > 0 {
		d.saw(should.at, should)
	}
	d.once(callLast, "last", References, false, "section-order")
	d.once(callNoAppend, "forbid", inBrackets([]string{Appendices}), false, "forbidden-sections")
}

func firstPlace(at, other []int) []int {
	if at != nil {
		return at
	}
	return other
}

func readCallFile(d *callDraft) {
	d.each(callFile.re(), func(g []string, at []int) {
		unit := g[2]
		if strings.HasPrefix(strings.ToLower(unit), "mega") {
			unit = "MB"
		}
		d.saw(at, reading{key: "file_size", value: g[1] + unit, rules: []string{"file-size"}, unsure: !strings.Contains(strings.ToLower(d.clause(at)), "pdf") && !strings.Contains(strings.ToLower(d.clause(at)), "file")})
	})
}

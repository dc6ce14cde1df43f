package papers

import (
	"fmt"
	"strings"
)

// entry is what a reference list tells of one work.
type entry struct {
	authors           []person
	title, venue      string
	journal           bool
	volume, issue     int
	first, last, year int
	publisher, url    string
	doi, archive      string
}

// entry draws a work.
func (s source) entry() entry {
	e := entry{authors: s.people(1, 5), title: s.title(), year: s.between(1971, 2025), first: s.between(1, 900)}
	e.last = e.first + s.between(2, 24)
	e.volume, e.issue = s.between(1, 80), s.between(1, 12)
	if e.journal = s.chance(.4); e.journal {
		e.venue = pick(s, journals)
	} else {
		e.venue = fmt.Sprintf(pick(s, venues), pick(s, ordinals))
	}
	if s.chance(.25) {
		e.publisher = pick(s, presses)
	}
	return e
}

// linked gives the entry an address, a DOI or an archive's number in some share
// of cases.
func (e entry) linked(s source, share float64) entry {
	if !s.chance(share) {
		return e
	}
	switch s.IntN(3) {
	case 0:
		e.url = "https://" + pick(s, hosts) + "/" + pick(s, nouns) + "/" + pick(s, nouns) + fmt.Sprintf("-%d/%s.html", s.between(10, 9999), pick(s, nouns))
		if s.chance(.2) {
			e.url += "?id=" + strings.Repeat(fmt.Sprint(s.between(100, 999)), s.between(2, 6))
		}
	case 1:
		e.doi = fmt.Sprintf("10.%d/%d.%d", s.between(1000, 9999), s.between(1e5, 9e6), s.between(1e5, 9e6))
	case 2:
		e.archive = fmt.Sprintf("arXiv:%02d%02d.%05d", s.between(8, 25), s.between(1, 12), s.between(1, 19999))
	}
	return e
}

// label returns the alphabetic label of the entry, as in [RO+19].
func (e entry) label() string {
	var out strings.Builder
	for i, a := range e.authors {
		if i == 3 {
			out.WriteByte('+')
			break
		}
		for _, r := range strings.TrimLeft(a.family, "O'") {
			out.WriteRune(r)
			break
		}
	}
	return fmt.Sprintf("%s%02d", out.String(), e.year%100)
}

// cited returns how the text names the entry in an author-year style: the authors
// and the year.
func (e entry) cited() (authors string, year int) {
	switch len(e.authors) {
	case 1:
		return e.authors[0].family, e.year
	case 2:
		return e.authors[0].family + " and " + e.authors[1].family, e.year
	}
	return e.authors[0].family + " et~al.", e.year
}

// formats are the ways in which entries are written, in TeX. A word in
// italics bears \emph by itself.
var formats = []func(e entry) string{plainFormat, acmFormat, yearFirstFormat, physicsFormat, quotedFormat}

func plainFormat(e entry) string {
	where := "In " + italic(e.venue) + fmt.Sprintf(", pages %d--%d", e.first, e.last)
	if e.journal {
		where = italic(e.venue) + fmt.Sprintf(", %d(%d):%d--%d", e.volume, e.issue, e.first, e.last)
	}
	return join(names(e.authors, false, " and ")+".", e.title+".", where+press(e, ", ")+fmt.Sprintf(", %d.", e.year), e.links())
}

func acmFormat(e entry) string {
	where := "In " + italic(e.venue) + fmt.Sprintf(". %d--%d.", e.first, e.last)
	if e.journal {
		where = italic(e.venue) + fmt.Sprintf(" %d, %d (%d), %d--%d.", e.volume, e.issue, e.year, e.first, e.last)
	}
	return join(names(e.authors, false, ", and ")+fmt.Sprintf(". %d.", e.year), e.title+".", where, e.links())
}

func yearFirstFormat(e entry) string {
	where := italic(e.venue) + fmt.Sprintf(", pp.~%d--%d.", e.first, e.last)
	if e.journal {
		where = italic(e.venue) + fmt.Sprintf(", \\emph{%d}(%d), %d--%d.", e.volume, e.issue, e.first, e.last)
	}
	return join(names(e.authors, true, ", \\& ")+fmt.Sprintf(" (%d).", e.year), e.title+".", where+press(e, " "), e.links())
}

func physicsFormat(e entry) string {
	return join(names(e.authors, false, ", and ")+",", italic(e.title)+",", fmt.Sprintf("%s \\textbf{%d}, %d (%d).", e.venue, e.volume, e.first, e.year), e.links())
}

func quotedFormat(e entry) string {
	where := "in " + italic(e.venue) + fmt.Sprintf(", %d, pp.~%d--%d.", e.year, e.first, e.last)
	if e.journal {
		where = italic(e.venue) + fmt.Sprintf(", vol.~%d, no.~%d, pp.~%d--%d, %d.", e.volume, e.issue, e.first, e.last, e.year)
	}
	return join(names(e.authors, false, ", and ")+",", "``"+e.title+",''", where, e.links())
}

// links returns the entry's addresses, "" when it has none.
func (e entry) links() string {
	switch {
	case e.url != "" && e.year%2 == 0:
		return "\\url{" + e.url + "} (accessed May " + fmt.Sprint(e.volume%28+1) + ", 2024)"
	case e.url != "":
		return "\\url{" + e.url + "}"
	case e.doi != "" && e.year%3 > 0:
		return "\\url{https://doi.org/" + e.doi + "}"
	case e.doi != "":
		return "doi:" + e.doi + "."
	case e.archive != "":
		return e.archive + "."
	}
	return ""
}

func press(e entry, between string) string {
	if e.publisher == "" {
		return ""
	}
	return between + e.publisher
}

// names returns the authors with initials, the family name first or last.
func names(authors []person, familyFirst bool, last string) string {
	out := ""
	for i, a := range authors {
		switch {
		case i == 0:
		case i == len(authors)-1:
			out += last
		default:
			out += ", "
		}
		if familyFirst {
			out += a.family + ", " + a.initials()
		} else {
			out += a.initials() + "~" + a.family
		}
	}
	return out
}

// italic sets each word in italics by itself, so that a mark can stand after each.
func italic(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		fields[i] = "\\emph{" + f + "}"
	}
	return strings.Join(fields, " ")
}

// join joins the sentences that are not empty.
func join(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

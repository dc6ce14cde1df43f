package profile

import (
	"slices"
	"strings"
	"testing"
)

// calls are what calls for papers say, each in the words of one of them or like them,
// with the lines that a draft must have. A line with a question mark is unsure.
var calls = []struct {
	name, text string
	want       []string
}{
	{"OpML '20", `Requirements for Authors
Papers must be no longer than 2 pages in length, including all figures and tables, plus as many pages as needed for references. Text must be
typeset in two-column format in 10-point Times Roman type on 12-point (single-spaced) leading, in a text block 7" wide x 9" deep, on US letter
paper (8.5 x 11 inches). Pages should not be numbered.`,
		[]string{"paper: letter", "pages: {most: 2, except: [references]}", "block: 7in x 9in", "body_size: 10pt", "leading: 12pt", "columns: 2", "families: [times]", "numbering: forbidden"}},
	{"a systems conference", `Call for Papers, HotSys 2027
Submissions must be no more than twelve (12) pages, excluding references, in PDF. Use 8.5"x11" paper, two-column format, 10-point font on
12-point leading, a 7" x 9" text block and a 0.33 inch gutter between the columns. Pages must be numbered. The review is double-blind.
Appendices are not allowed.`,
		[]string{"paper: letter", "pages: {most: 12, except: [references]}", "block: 7in x 9in", "leading: 12pt", "columns: 2", "gutter: 0.33in", "numbering: required", "names: forbidden", "forbid: [appendices]"}},
	{"A4 with margins", `HotPaper
Papers are limited to 8 pages, excluding references and appendices, on A4 paper with margins of 2 cm. Type is 10pt with 11pt leading in two columns.`,
		[]string{"paper: a4", "pages: {most: 8, except: [references, appendices]}", "margins: 2cm", "body_size: 10pt", "leading: 11pt"}},
	{"everything counts", `Workshop W
Papers have at most 6 pages including references and are in single-column LNCS format.`,
		[]string{"extends: lncs  # ?", "pages: {most: 6, except: nothing}", "columns: 1"}},
	{"a part in and a part out", `Conference D
Papers including appendices have at most 12 pages, excluding references.`, []string{"pages: {most: 12, except: [references, appendices]}  # ?"}},
	{"a page limit alone", `Conference C
There is a 10-page limit.`, []string{"pages: 10  # ?"}},
	{"long and short", `Conference D
Full papers have at most 12 pages, excluding references. Short papers have at most 6 pages, excluding references.`,
		[]string{"pages: {most: 12, except: [references]}  # “", "# categories: {short: {pages: {most: 6, except: [references]}}}  # ?"}},
	{"ACM", `Conference E
Use the ACM sigconf template with the review option, which prints line numbers. Submissions must be anonymous. The limit is 12 pages, not counting bibliography and appendices.`,
		[]string{"extends: acmart-sigconf  # ?", "line_numbers: required  # ?", "names: forbidden", "pages: {most: 12, except: [references, appendices]}"}},
	{"sections", `Conference F
All papers must include an open science section. Authors are encouraged to write an ethics statement. Papers must not exceed 13 pages excluding references, appendices and the ethics statement.`,
		[]string{"require: [open-science]  # ?", "recommend: [ethics]  # ?", "pages: {most: 13, except: [references, appendices, ethics]}"}},
	{"abstract and file", `Journal G
The abstract has 150-200 words. PDF files must be smaller than 10 MB, with all fonts embedded and no Type 3 fonts.`,
		[]string{"abstract: 150-200", "file_size: 10MB", "fonts-embedded: error", "type3-fonts: error  # ?"}},
	{"single-blind", `Workshop H
Reviewing is single-blind: include author names and affiliations on the first page. Submissions have up to five pages plus references.`,
		[]string{"names: required", "author-names: error", "pages: {most: 5, except: [references]}"}},
	{"both reviews", `Workshop I
The research track is double-blind. Industry papers are not anonymous.`, []string{"names: forbidden  # ?"}},
	{"either paper", `Conference J
Format papers for US letter or A4. Captions are set in 9-point type. The body is 11-point Palatino.`,
		[]string{"paper: [letter, a4]  # ?", "body_size: 11pt", "families: [palatino]"}},
	{"a range of sizes", `Journal K
The body text is at least 10 and at most 12 points in size. Abstracts have at most 1,500 characters.`,
		[]string{"body_size: {min: 10pt, max: 12pt}", "max-body-size: error", "abstract_characters: 1500"}},
	{"sizes of other things", `Letters L
The main text must be set in Times, at least ten-point. Captions and references may be in 8-point type. Text in figures should never be smaller than 6 pt.`,
		[]string{"body_size: 10pt", "# not understood: “Captions and references may be in 8-point type”", "# not understood: “Text in figures"}},
	{"final papers", `Workshop M
Full papers comprise between 4,000 and 6,000 words; in no case may a paper exceed 15 pages, everything included. The abstract has about 150 words. Accepted papers must not exceed 12 pages in LNCS format.`,
		[]string{"extends: common", "# extends: lncs  # ? of the final version: “", "words: 4000-6000", "pages: {most: 15, except: nothing}", "# pages: 12  # ? of the final version", "abstract: 150  # ?"}},
	{"word limit", `Workshop N
Papers must not exceed 8,000 words. Line numbers are optional. Papers need not be anonymized. Submissions have 6 to 8 pages excluding references.`,
		[]string{"words: 8000", "pages: {least: 6, most: 8, except: [references]}", "names: free  # ?"}},
	{"pages of references", `Conference O
Papers have 8 pages plus 2 pages for references. An appendix of at most one page is allowed. Papers must have a lay summary.`,
		[]string{"pages: [8, {most: 10, except: nothing}]  # ?", "# pages: {most: 1, only: [appendices]}  # ? beside", "# not understood: “Papers must have a lay summary.”"}},
	{"margins of the sides", `Conference P
Margins: 1 inch at the top and bottom, 0.75 inch on the left and right. A data availability statement is required.`,
		[]string{"margins: 1in 0.75in  # “", "require: [availability]  # ?"}},
	{"space between columns", `Conference U
The column separation must be 0.33 in. Names and affiliations must appear on the first page.
The bibliography must be the last part.`, []string{"gutter: 0.33in", "names: required", "last: references"}},
	{"margins side by side", `Conference Q
Leave a top margin of 2.5 cm, a bottom margin of 3 cm, and left and right margins of 2 cm on A4 paper.`, []string{"margins: 2.5cm 2cm 3cm  # “"}},
	{"margins all round", `Conference R
The margins must be at least 1" on all sides, with 10pt type.`, []string{"margins: 1in  # “", "body_size: 10pt"}},
	{"margins twice", `Conference S
Page margins are 1 in top, 1 in bottom, .75 in left, .75 in right. On A4 the margins are 2 cm on both sides.`, []string{"margins: 1in 0.75in  # “"}},
	{"no sides", `Conference V
Consider margins of 1 inch throughout, as copyright notices and stops need room.`, []string{"margins: 1in  # “"}},
	{"margins of some sides", `Conference T
The margins are 1 inch at the top; type has 10 points.`, []string{"margins: 1in 0in 0in  # ?"}},
	{"margins in two units", `Conference W
Leave at least 1 in. (2.54 cm) at the top, bottom, left and right as margins. Upper and lower margins that are larger do no harm.`,
		[]string{"margins: 1in  # “"}},
	{"margins of the first page", `Conference X
Top margin on the first page: 1 in; top margin on other pages 0.75 in; left, right and bottom margins 0.75 in.`, []string{"margins: 1in 0.75in 0.75in  # ?"}},
	{"what counts is said apart", `Conference Y
The maximum length is 14 pages of content. References and appendices do not count toward the limit. A one-page impact statement is not counted.`,
		[]string{"pages: {most: 14, except: [references, appendices, impact]}  # ?"}},
	{"everything counts, said apart", `Conference Z
Papers have 4 to 6 pages. This is the length including figures, tables and references.`, []string{"pages: {least: 4, most: 6, except: nothing}  # ?"}},
	{"what counts is said twice", `Conference Z
Papers are limited to 13 pages, all-inclusive; reference pages do not count.`, []string{"pages: {most: 13, except: nothing}  # ?"}},
	{"something in and something out", `Conference Z
Papers must not exceed 15 pages (including the title page but excluding the references).`, []string{"pages: {most: 15, except: [references]}  # “"}},
	{"a regional conference", `Regional Workshop 2027, an event of many
Regular papers are six pages; one additional page is allowed. Submissions follow the IEEE conference template (A4), min. font size 10 pt. Do not add headers, footers or page numbers.`,
		[]string{"extends: ieee-conference  # ?", "paper: a4", "pages: 6  # ?", "body_size: 10pt", "numbering: forbidden  # “", "# not understood: “one additional page"}},
	{"margins beside a format", `Regional Workshop
Use the IEEE conference template (A4). Margins: top 19 mm, bottom 43 mm, left and right 13 mm.`,
		[]string{"extends: ieee-conference  # ?", "margins: 19mm 13mm 43mm  # “", "text-block: off  # ?", "figure-block: off"}},
	{"pages in words", `Colloquium
Submissions of ten pages or fewer, not counting references, are reviewed double blind. Number your pages.`,
		[]string{"pages: {most: 10, except: [references]}  # “", "names: forbidden  # “", "numbering: required  # “"}},
	{"pages and more pages", `Colloquium
We accept papers of between 4 and 9 pages, with up to two additional pages containing only references. They must have line numbers and page numbers.`,
		[]string{"pages: [4-9, {most: 11, except: nothing}]  # ?", "numbering: required  # “", "line_numbers: required  # ?"}},
	{"extra pages that are sold", `Colloquium
Papers have 6 pages in total. At most two extra pages can be bought.`, []string{"pages: {most: 6, except: nothing}  # “", "# not understood: “At most two extra pages"}},
	{"categories in brackets", `Days of the Humanities
The file has 10-15 pages (long paper), 5-9 pages (short paper) or 3-4 pages (poster paper).`,
		[]string{"pages: 10-15  # ?", "# categories: {short: {pages: 5-9}}  # ?", "# categories: {poster: {pages: 3-4}}  # ?"}},
	{"a short limit first", `Conference D
Short papers, which describe early work, have at most 4 pages. Full papers have at most 8 pages. References are excluded.`,
		[]string{"pages: {most: 8, except: [references]}  # ?", "# categories: {short: {pages: {most: 4, except: [references]}}}  # ?"}},
	{"demos alone", `Demonstrations
Demo papers must not exceed 4 pages including references.`, []string{"pages: {most: 4, except: nothing}  # ?"}},
	{"an appendix of its own length", `Symposium
The main part is limited to 10 pages (including references). This appendix is limited to two pages.
It may have 3 pages of acknowledgments.`,
		[]string{"pages: {most: 10, except: nothing}  # “", "# pages: {most: 2, only: [appendices]}  # ? beside", "# pages: {most: 3, only: [acknowledgments]}  # ? beside"}},
	{"no in another word", `Cryptography
Papers should be anonymized, and have page numbers. They must not exceed ten pages and must have page numbers.`, []string{"numbering: required  # “", "names: forbidden  # “"}},
	{"numbers of submissions and of final papers", `Conference F
Camera-ready papers must not have page numbers. Submissions must have page numbers. Camera-ready papers use the LNCS format. Submissions use it, too: LNCS.`,
		[]string{"numbering: required  # “", "# numbering: forbidden  # ? of the final", "extends: lncs  # ?", "# extends: lncs  # ? of the final"}},
	{"words that are families", `Newsletter
Papers may be submitted three times under the charter of the society. Set the text in Garamond or Times New Roman.`, []string{"families: [times, garamond]  # ?"}},
	{"times is no family", `Newsletter
Papers may be submitted three times under the charter of the society.`, []string{"readable: error"}},
	{"a humanities conference", `Digital Days
Long papers: maximum of 10 pages (excluding bibliography), short papers: maximum 5 pages (excluding bibliography). Text is set in one column,
Times New Roman 12 pt, line spacing 1.5, on A4 with margins of 2.5 cm all around. The abstract must not exceed 250 words. Submissions are fully
anonymised. Use our Word template. Please number the pages.`,
		[]string{"paper: a4", "pages: {most: 10, except: [references]}  # ?", "# categories: {short: {pages: {most: 5, except: [references]}}}  # ?", "abstract: 250", "margins: 2.5cm  # “",
			"body_size: 12pt", "columns: 1", "numbering: required", "names: forbidden", "# perhaps understood in part: “Text is set", "# not understood: “Use our Word template”"}},
	{"a journal", `Small Studies
1. Manuscripts have no more than 8,000 words including references.
2. Extended abstracts are no abstracts: they have 1,500 words.
3. A 250-word abstract precedes the text, which is double-spaced, in 12-point type.
4. For double-anonymous review, do not include author names in the manuscript.
5. The paper number must be on the first page.`,
		[]string{"words: 8000  # ?", "abstract: 250", "names: forbidden  # “", "paper_id: first-page  # ?", "# perhaps understood in part: “A 250-word"}},
	{"blind review", `Region 10
All submissions undergo a blind review process.`, []string{"names: forbidden  # ?"}},
	{"names by another word", `Region 11
The title, author names, affiliations, and an abstract should appear on the first page.`, []string{"names: required  # “"}},
	{"not anonymous", `Region 14
Submissions that are not anonymous will be rejected.`, []string{"names: forbidden  # “"}},
	{"sides in sentences", `Region 15
Left margin: 20 mm. Right margin: 20 mm. Top: 25 mm. Bottom: 25 mm. Length is between six (6) and ten (10) pages inclusive of figures and references.
The line spacing must be at least 12 pt; the font is Calibri, size 11. The paper size is 8.5 x 11 inches. Include an abstract (max. 200 words).`,
		[]string{"margins: 25mm 20mm  # “", "pages: {least: 6, most: 10, except: nothing}  # “", "leading: 12pt", "body_size: 11pt", "families: [calibri]", "paper: letter", "abstract: 200"}},
	{"final papers in brackets", `Region 16
A paper has 4 pages at most (5 for the camera-ready version) plus references.`, []string{"pages: {most: 4, except: [references]}"}},
	{"biographies", `Region 12
Do not include author biographies.`, []string{"readable: error", "# not understood: “Do not include"}},
	{"a class with options", `HCI
Use \documentclass[sigconf,review,anonymous]{acmart}. Papers are 6-8 pages. References excluded.`,
		[]string{"extends: acmart-sigconf  # ?", "names: forbidden  # “", "line_numbers: required  # ?", "pages: {least: 6, most: 8, except: [references]}  # ?"}},
	{"columns of a width", `Region 13
Text is in 2 columns, each 84 mm (3.31 inch) wide, with 6 mm between the columns, in 9pt or 10pt type, with embedded fonts, in the ACM proceedings format.`,
		[]string{"extends: acmart-sigconf  # ?", "columns: 2", "column: 84mm", "gutter: 6mm", "body_size: {min: 9pt, max: 10pt}", "fonts-embedded: error"}},
	{"nothing", "Dear authors,\nwe look forward to your papers.", []string{"readable: error"}},
}

// A draft is valid, has what the call says, each line with the call's own words, and
// asks where the words may mean something else.
func TestFromCall(t *testing.T) {
	for _, c := range calls {
		t.Run(c.name, func(t *testing.T) {
			draft := FromCall(c.text)
			if _, err := Parse("draft", []byte(draft)); err != nil {
				t.Errorf("%v in\n%s", Mistakes(err), draft)
			}
			for _, want := range c.want {
				if !slices.ContainsFunc(strings.Split(draft, "\n"), func(line string) bool {
					found := strings.HasPrefix(strings.TrimLeft(line, " "), want)
					return found && (strings.Contains(want, "?") || strings.HasPrefix(want, "# not") || !strings.Contains(line, "# ?") || strings.Contains(want, "readable"))
				}) {
					t.Errorf("%q is not in\n%s", want, draft)
				}
			}
			text := strings.Join(strings.Fields(c.text), " ")
			for line := range strings.SplitSeq(draft, "\n") {
				_, quoted, _ := strings.Cut(line, "“")
				for words := range strings.SplitSeq(strings.TrimSuffix(quoted, "”"), "”, “") {
					if !strings.Contains(text, words) {
						t.Errorf("the call does not say what is quoted in %s", line)
					}
				}
			}
		})
	}
}

// Whatever the text, the draft is a profile.
func FuzzFromCall(f *testing.F) {
	for _, c := range calls {
		f.Add(c.text)
	}
	f.Add("Submissions must \x10e anonymous.\u2028The limit is\x85 12 pages\ufeff, not counting \xff references.")
	f.Fuzz(func(t *testing.T, text string) {
		draft := FromCall(text)
		if _, err := document([]byte(draft)); err != nil {
			t.Errorf("%v in\n%s", err, draft)
		}
	})
}

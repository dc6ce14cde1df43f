package accuracy

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// Page is what was found on many papers, as a page of Markdown.
type Page struct {
	Command string // that makes it again
	Tally   Tally
	Missing []string // papers that could not be built, and why
}

const pageStart = `# Accuracy on random papers

<!-- Written by "make accuracy"; not edited by hand. -->

` + "`%s`" + ` draws papers of known structure from a seed, builds them and checks them. It needs TeX Live; groff, Chromium, LibreOffice and Typst build a share of the papers where they are installed. %d papers were built, %d were not.

The truth comes from the program that sets a paper, never from paperfit. Under TeX a mark behind each word writes its role, size and place when the page is shipped out; behind the other programs pdftotext finds the words of the source again. Each paper is checked against two made-up venues: one whose limits it meets exactly, where a failed rule is a false alarm, and one whose limits it violates, each by a little, where a passed rule is a miss. Intervals are Wilson's, at 95 %%.

## Measures and rules

`

const pageRoles = `
## Roles

One count is a line. A line that holds several roles, as a run-in head, is right with each of them. Keywords, teasers, tables of contents and addresses have no role of their own in paperfit: several are right for them.

`

// pageFresh is written by hand, after each series of seeds that was judged at first
// sight.
const pageFresh = `
## Fresh seeds

Errors on the papers above were fixed as they were found. Papers of other seeds, each judged before anything that it showed was fixed, say more:

| seeds from | papers | wholly right |
|---|---|---|
| 51001, 52001, 53001, 54001 | 476 | 460 (96.6 %) |
| 61001 | 110 | 106 (96.4 %) |
| 62001 | 116 | 113 (97.4 %) |
| 63001 | 69 | 67 (97.1 %) |
| 71001 | 80 | 79 (98.8 %) |
| 72001 | 73 | 70 (95.9 %) |
| 73001 | 64 | 63 (98.4 %) |
| 74001 | 65 | 63 (96.9 %) |
| 75001 | 69 | 69 (100.0 %) |
| 81001 | 66 | 65 (98.5 %) |
| 91001 | 62 | 59 (95.2 %) |
| 96001 | 64 | 63 (98.4 %) |
| 97001 | 39 | 39 (100.0 %) |
| 101001 | 57 | 57 (100.0 %) |
| 111001 | 55 | 54 (98.2 %) |
| 131001 | 53 | 49 (92.5 %) |
| 141001 | 58 | 57 (98.3 %) |
| 151001 | 66 | 65 (98.5 %) |
| 161001 | 64 | 64 (100.0 %) |
| 171001 | 72 | 71 (98.6 %) |
| 181001 | 72 | 70 (97.2 %) |
| 191001 | 73 | 73 (100.0 %) |

## Papers that others published

Of 397 PDFs of [a public collection](https://github.com/0voice/computer_expert_paper), mostly published papers, “pdftotext FILE -” has a line that is nothing but References, Bibliography, Literature or Works Cited, with a number perhaps, in 347. Beside “paperfit check --profile common --format jsonl”, at first sight references_page was the page of such a line in 318 of them, another or 0 in 15, and null in 14. What they showed was fixed; since then it is 330, none and 17: scans, fonts that do not identify their characters, theses and slides.

Later 964 other PDFs from 49 public repositories were read so (collections of papers, authors' sites, proceedings, theses, reports; TeX, Word, Distiller, Ghostscript, Google Docs), with pdftotext's -layout as well and with the heading in nine languages. Of 745 that have such a line, references_page was its page in 691 at first sight, another or 0 in 7, and null in 47; since then it is 703, 7 and 35. Of the 35, 23 are scans. Of the 7, one is a running head, one follows a form feed within a page, and one is in a scan; in the others no list follows the line.

Then came 1,061 PDFs from 113 public repositories, some of which had been read before: authors' papers beside their sources, proceedings of workshops on Scheme and on the evolution of language, proceedings in Russian. Of 863 that have such a line, references_page was its page in 820 at first sight, another or 0 in 9, and null in 34; since then it is 835, 9 and 19. None of the 9 is a list missed. Of the 19, nine are scans, four instructions for authors and three slides; most of the 15 that are known now have bitmap fonts.
`

const pageLimits = `
Papers built from their sources say more, since TeX knows where the list begins. Of 99 papers and templates of venues that 76 public repositories hold as LaTeX (acmart, IEEEtran, llncs, USENIX, NeurIPS, ICLR, ACL, AAAI, LIPIcs, sig-alternate and others), 74 have a list with entries. At first sight references_page was its page in 70 and null in 4; now it is 73, and null where the first entry is printed over the heading. Of 238 others from 153 repositories, with classes that had not been tried (VLDB, EPTCS, EasyChair, LNI, SBC, BMVC, ISMIR, MDPI, Frontiers, Elsevier's and Springer's, REVTeX, MNRAS, Eurographics, IFAC and others), 158 have a list: it was right in 153 at first sight and null in 5, and is in 156 and 2. TeX wrote the page of the first \bibitem into the .aux file; the sources are not in this repository, so no command repeats this.

## What is not known well

- The papers are drawn, not collected: how often a trait occurs here says nothing of how often it does among real papers. Rates for one trait rest on a few papers; the intervals say how few.
- Their prose is made of few words. What depends on vocabulary is easier or harder than in real papers.
- Words that a class writes on lines of their own (the word "Abstract" of some classes, "REFERENCES" of none) and the middle of broken addresses have no marks. They are not counted.
- Some traits are drawn far more often than they occur, because they were known to mislead: an affiliation with the word "Anonymous" alone accounts for most errors of names.
- Figures are simple: axes, boxes, bars, images. Slides and posters are judged by their pages, their references and their size alone.
- TeX's own measures are taken for the block. A paper with an overfull line or page is not counted where the block's limit is met.

`

// Write writes the page.
func (p *Page) Write(w io.Writer) {
	fmt.Fprintf(w, pageStart, p.Command, p.Tally.Papers, len(p.Missing))
	p.Tally.WriteRates(w)
	fmt.Fprint(w, pageRoles)
	p.Tally.WriteRoles(w)
	fmt.Fprint(w, "\n## Templates and makers\n\n")
	p.Tally.WriteTemplates(w)
	fmt.Fprint(w, pageFresh, pageLimits)
	if len(p.Missing) > 0 {
		fmt.Fprint(w, "## Not built\n\n")
		for _, m := range p.Missing {
			fmt.Fprintf(w, "- %s\n", m)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprint(w, "## Papers with an error\n\n`make accuracy N=1 SEED=…` builds one of them again; `KEEP=folder` keeps the paper and its truth.\n\n")
	p.Tally.WriteFailing(w)
}

// WriteOutcomes writes what was found alone: the tables, and each paper with an
// error.
func (t *Tally) WriteOutcomes(w io.Writer) {
	t.WriteRates(w)
	fmt.Fprintln(w)
	t.WriteRoles(w)
	fmt.Fprintln(w)
	t.WriteFailing(w)
}

// WriteTemplates writes how many papers of each template are wholly right.
func (t *Tally) WriteTemplates(w io.Writer) {
	fmt.Fprint(w, "| template | papers | wholly right |\n|---|---|---|\n")
	var names []string
	for name := range t.Templates {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(t.Templates[b].Papers, t.Templates[a].Papers), cmp.Compare(a, b))
	})
	for _, name := range names {
		share := t.Templates[name]
		fmt.Fprintf(w, "| %s | %d | %d |\n", name, share.Papers, share.Right)
	}
}

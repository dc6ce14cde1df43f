package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about the number of pages and their numbers.
const (
	ContentBeyond     report.Kind = "content-beyond-limit"
	ContentAfter      report.Kind = "content-after-references"
	LinesBefore       report.Kind = "lines-before-references"
	LinesAfter        report.Kind = "lines-after-references"
	LinesAmong        report.Kind = "lines-among-references"
	FiguresAmong      report.Kind = "figures-among-references"
	FiguresAndLines   report.Kind = "figures-and-lines-among-references"
	PageBeyond        report.Kind = "page-beyond-limit"
	TooFewPages       report.Kind = "too-few-pages"
	PageNumbered      report.Kind = "page-numbered"
	PageUnnumbered    report.Kind = "page-unnumbered"
	PagesUnnumbered   report.Kind = "pages-unnumbered"
	PageBlank         report.Kind = "page-blank"
	PageImage         report.Kind = "page-image"
	PageOutlines      report.Kind = "page-outlines"
	PageTextUncertain report.Kind = "page-text-uncertain"
)

var (
	pageLimitRule = []string{"page-limit"}
	numbersRule   = []string{"page-numbers"}
	blankRule     = []string{"blank-pages"}

	pageArg    = arg("page", Page, "number of the page")
	nthArg     = maybe("content_page", Number, "how many pages with content there are up to this one, where that is not its number")
	mostArg    = arg("most", Count, "most pages that are allowed")
	figuresArg = arg("figures", Count, "number of figures")
	onlyArg    = maybe("only", AllOf, "parts of the paper that are counted; missing: all but those in without")
	withoutArg = maybe("without", AllOf, "parts of the paper that are not counted")

	runsOnto     = "Content runs onto page {page}[content_page?, content page {content_page},] (limit: {most|page|pages})"
	runsTogether = "Content runs onto pages {page}[content_page?, content pages {content_page},] (limit: {most|page|pages})"
)

// beyond returns a sentence about content after the page limit.
func beyond(kind report.Kind, remedy Remedy, rest string, args ...Arg) Entry {
	return Entry{
		Kind: kind, Rules: pageLimitRule, Args: append([]Arg{pageArg, nthArg, mostArg}, args...), Remedy: remedy,
		Text: runsOnto + rest, Together: runsTogether + rest,
	}
}

var pageSentences = func() []Entry {
	return []Entry{
		beyond(ContentBeyond, shortenPaper, "."),
		beyond(ContentAfter, cutTail, ": what follows the references counts toward the limit."),
		beyond(LinesBefore, cutLines, ": {lines|line|lines} before the references.", linesArg),
		beyond(LinesAfter, cutTail, ": {lines|line|lines} after the references, starting at {text}, {lines?counts|count} toward the limit.",
			linesArg, arg("text", Quote, "the first of the lines")),
		beyond(LinesAmong, shortenPaper, ": {lines|line|lines} that {lines?is not a reference|are not references} {lines?counts|count} toward the limit.", linesArg),
		beyond(FiguresAmong, moveFloat, ": {figures|figure|figures} among the references {figures?counts|count} toward the limit.", figuresArg),
		beyond(FiguresAndLines, shortenPaper, ": {figures|figure|figures} and {lines|line|lines} that are not references count toward the limit.", figuresArg, linesArg),
		{
			Kind: PageBeyond, Rules: pageLimitRule, Remedy: shortenText,
			Args: []Arg{
				arg("nth", Number, "which of the counted pages it is"), mostArg, onlyArg, withoutArg,
				maybe("text", Quote, "the first line of the page"),
			},
			Text:     "This is page {nth} (limit: {most|page|pages}[only? of {only}][without?, not counting {without}])[text?: {text}].",
			Together: "These are pages {nth} (limit: {most|page|pages}[only? of {only}][without?, not counting {without}])[text?: {text}].",
		},
		{
			Kind: TooFewPages, Rules: pageLimitRule, Remedy: tooShort,
			Args: []Arg{arg("pages", Count, "number of pages"), onlyArg, withoutArg, arg("least", Count, "least pages that are allowed")},
			Text: "The paper has {pages|page|pages}[only? of {only}][without?, not counting {without}]; at least {least} {least?is|are} required.",
		},
		{
			Kind: PageNumbered, Rules: numbersRule, Args: []Arg{arg("text", Quote, "the line with the number")}, Remedy: removeNumbers,
			Text:     "The page has a page number: {text}.",
			Together: "The pages have page numbers: {text}.",
		},
		{
			Kind: PageUnnumbered, Rules: numbersRule, Remedy: numberFirst,
			Text:     "The page has no page number.",
			Together: "The pages have no page numbers.",
		},
		{Kind: PagesUnnumbered, Rules: numbersRule, Remedy: addNumbers, Text: "The pages are not numbered."},
		{
			Kind: PageBlank, Rules: blankRule, Remedy: removeBlank,
			Text:     "The page is blank.",
			Together: "The pages are blank.",
		},
		{
			Kind: PageImage, Rules: blankRule, Remedy: removeBlank,
			Text:     "The page has no text; it is an image, such as a scan.",
			Together: "The pages have no text; they are images, such as scans.",
		},
		{
			Kind: PageOutlines, Rules: blankRule, Remedy: removeBlank,
			Text:     "The page has no text, only drawings; its text may have been converted to outlines.",
			Together: "The pages have no text, only drawings; their text may have been converted to outlines.",
		},
		{
			Kind: PageTextUncertain, Rules: blankRule, Remedy: simplifyFigures,
			Text:     "The page may have no visible text: too much is drawn over or under it.",
			Together: "The pages may have no visible text: too much is drawn over or under it.",
		},
	}
}

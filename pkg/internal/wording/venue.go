package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about what single venues require: file sizes and versions, links,
// abstracts, line numbers, paper IDs, the order of parts.
const (
	FileBeyond       report.Kind = "file-beyond-limit"
	AbstractTooLong  report.Kind = "abstract-too-long"
	AbstractTooShort report.Kind = "abstract-too-short"
	AbstractMissing  report.Kind = "abstract-not-found"
	LinesUnnumbered  report.Kind = "lines-not-numbered"
	SectionMisplaced report.Kind = "section-misplaced"
	SectionAfterLast report.Kind = "section-after-last"
	PagesMany        report.Kind = "many-pages"
	WordsMany        report.Kind = "many-words"
	VersionBelow     report.Kind = "pdf-version-below-limit"
	PageLinked       report.Kind = "page-has-links"
	FileBookmarked   report.Kind = "file-has-bookmarks"
	VersionUnknown   report.Kind = "pdf-version-unknown"
	PaperIDMissing   report.Kind = "paper-id-missing"
)

// lengthUnits are what the length of an abstract is counted in.
var lengthUnits = choice("unit", "what is counted", Word{"words", "words"}, Word{"characters", "characters"})

var venueSentences = func() []Entry {
	return []Entry{
		{
			Kind: FileBeyond, Rules: []string{"file-size"}, Remedy: shrinkFile,
			Args: []Arg{arg("size", Text, "size of the file"), arg("most", Text, "largest size allowed")},
			Text: "The file has {size}; at most {most} are allowed.",
		},
		{
			Kind: AbstractTooLong, Rules: []string{"abstract-length"}, Remedy: shortenAbstract,
			Args: []Arg{arg("length", Number, "length of the abstract"), arg("most", Number, "largest length allowed"), lengthUnits},
			Text: "The abstract has {length} {unit}; at most {most} are allowed.",
		},
		{
			Kind: AbstractTooShort, Rules: []string{"abstract-length"}, Remedy: Remedy{Any: "Lengthen the abstract."},
			Args: []Arg{arg("length", Number, "length of the abstract"), arg("least", Number, "least length required"), lengthUnits},
			Text: "The abstract has {length} {unit}; at least {least} are required.",
		},
		{
			Kind: VersionBelow, Rules: []string{"pdf-version"}, Remedy: raiseVersion,
			Args: []Arg{arg("version", Text, "version of PDF that the file says"), arg("least", Text, "least version required")},
			Text: "The file says that it is PDF {version}; at least {least} is required.",
		},
		{Kind: VersionUnknown, Rules: []string{"pdf-version"}, Text: "The file does not say which version of PDF it is."},
		{Kind: PageLinked, Rules: []string{"links"}, Remedy: removeLinks, Text: "The page has links."},
		{Kind: FileBookmarked, Rules: []string{"links"}, Remedy: removeLinks, Text: "The file has bookmarks."},
		{
			Kind: PaperIDMissing, Rules: []string{"paper-id"}, Remedy: addPaperID,
			Text: "The submission's number (paper ID) is neither in the head nor in the foot nor in the title block.",
		},
		{Kind: AbstractMissing, Rules: []string{"abstract-length"}, Text: "No abstract found."},
		{
			Kind: LinesUnnumbered, Rules: []string{"line-numbers"}, Remedy: addLineNumbers,
			Text: "Lines are not numbered in the margin; the venue requires line numbers for review.",
		},
		{
			Kind: SectionMisplaced, Rules: []string{"section-order"}, Remedy: moveSection,
			Args: []Arg{arg("text", Quote, "heading of the section"), arg("before", Text, "the part that must precede it")},
			Text: "The section {text} precedes the {before}, which must come before it.",
		},
		{
			Kind: SectionAfterLast, Rules: []string{"section-order"}, Remedy: moveSection,
			Args: []Arg{arg("text", Quote, "heading of the section"), arg("last", AllOf, "parts that must come last")},
			Text: "The section {text} follows the {last}, which must come last.",
		},
		{
			Kind: PagesMany, Rules: pageLimitRule, Remedy: shortenText,
			Args: []Arg{arg("pages", Count, "number of counted pages"), arg("warn", Number, "pages above which there is a warning"), onlyArg, withoutArg},
			Text: "The paper has {pages|page|pages}[only? of {only}][without? without {without}]; more than {warn} need a reason.",
		},
		{
			Kind: WordsMany, Rules: []string{"word-limit"}, Remedy: shortenText,
			Args: []Arg{arg("words", Count, "number of words"), arg("warn", Number, "words above which there is a warning")},
			Text: "The paper has {words|word|words}; more than {warn} need a reason.",
		},
	}
}

var (
	shrinkFile = Remedy{
		LaTeX: "Include photographs as JPEG at 300 dpi and drawings as PDF; `gs -sDEVICE=pdfwrite -dPDFSETTINGS=/prepress` makes large images smaller.",
		Word:  "File → Options → Advanced → Image Size and Quality: 330 ppi; then export again.",
		Typst: "Include photographs as JPEG at 300 dpi and drawings as SVG.",
	}
	raiseVersion = Remedy{
		LaTeX:       "Write \\pdfminorversion=5 before \\documentclass; with LuaLaTeX \\pdfvariable minorversion 5.",
		Word:        "File → Save As → PDF writes PDF 1.7; do not convert the file afterwards.",
		LibreOffice: "File → Export As → Export as PDF writes PDF 1.7; leave “Archive (PDF/A)” unticked.",
		Typst:       "Use `typst compile --pdf-standard 1.7`.",
	}
	removeLinks = Remedy{
		LaTeX:       "Remove hyperref, or load it with the option draft.",
		Word:        "File → Save As → PDF → Options: untick “Create bookmarks”; remove hyperlinks with Ctrl+Shift+F9.",
		LibreOffice: "File → Export As → Export as PDF: untick “Outlines” and the options on the tab Links.",
		Typst:       "Use #show link: it => it.body; `qpdf` or your viewer removes the outline.",
	}
	addPaperID = Remedy{
		LaTeX: "Set the kit's command for it, such as \\def\\paperID{1234} or \\acmSubmissionID{1234}; the submission site shows the number.",
		Any:   "Write the number that the submission site shows, such as “Paper ID 1234”, where the template has it.",
	}
	shortenAbstract = Remedy{Any: "Shorten the abstract; the submission form may have the same limit."}
	addLineNumbers  = Remedy{
		LaTeX:       "Use the class's option for review or submission, or \\usepackage[switch]{lineno} with \\linenumbers.",
		Word:        "Layout → Line Numbers → Continuous.",
		LibreOffice: "Tools → Line Numbering: tick “Show numbering”.",
		Typst:       "Use #set par.line(numbering: \"1\").",
	}
	moveSection = Remedy{Any: "Move the section where the call has it."}
)

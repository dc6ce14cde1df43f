package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences that tell an author what is left in a paper from writing it.
const (
	Comment       report.Kind = "comment"
	TodoMark      report.Kind = "todo-mark"
	LinesNumbered report.Kind = "lines-numbered"
	Watermark     report.Kind = "watermark"
	FewHidden     report.Kind = "few-letters-hidden"
	FormulaSource report.Kind = "formula-source"
	PrintSettings report.Kind = "print-settings"
	TextOverlaps  report.Kind = "text-overlaps"
)

var noteSentences = func() []Entry {
	return []Entry{
		{
			Kind: Comment, Rules: []string{"comments"}, Remedy: removeComments,
			Args: []Arg{
				choice("what", "what the viewer's comment is", Word{"text", "a comment"}, Word{"highlight", "a highlight"}, Word{"underline", "an underline"},
					Word{"strike-out", "a strikethrough"}, Word{"squiggly", "a squiggly underline"}, Word{"caret", "an insertion mark"}, Word{"ink", "a drawing"}),
				maybe("author", Quote, "who made it"), maybe("text", Quote, "what it says"),
			},
			Text: "The PDF still has {what}[author? by {author}][text?: {text}].",
		},
		{
			Kind: TodoMark, Rules: []string{"todo-marks"}, Args: []Arg{textArg}, Remedy: resolveTodo,
			Text: "A to-do note is left in the paper: {text}.",
		},
		{
			Kind: LinesNumbered, Rules: []string{"line-numbers"}, Remedy: removeLineNumbers,
			Text: "Lines are numbered, as in a review copy.",
		},
		{
			Kind: Watermark, Rules: []string{"watermark"}, Args: []Arg{textArg}, Remedy: removeDraftMark,
			Text: "A watermark crosses the page: {text}.", Together: "A watermark crosses the pages: {text}.",
		},
		{
			Kind: FewHidden, Rules: residueRule, Remedy: removeResidue,
			Args: []Arg{arg("letters", Count, "number of letters"), maybe("pages", Count, "number of their pages, where they are on several"),
				choice("how", "how they are hidden, as findings of hidden-text say it",
					Word{string(HiddenInvisible), "in invisible mode"}, Word{string(HiddenTransparent), "fully transparent"}, Word{string(HiddenOffPage), "off the page"},
					Word{string(HiddenBackground), "in the colour of their background"}, Word{string(HiddenCovered), "covered"}, Word{string(HiddenLayer), "in a layer that is switched off"},
					Word{string(HiddenTiny), "too small to see"}, Word{string(HiddenClipped), "outside of a clipping path"}, Word{string(HiddenBlank), "with empty glyphs"}),
				arg("text", Quote, "the first of the letters")},
			Text: "The file contains a little hidden text[pages? on {pages|page|pages}], {letters|letter|letters} {how}: {text}.",
		},
		{
			Kind: FormulaSource, Rules: residueRule, Remedy: removeFormulaSource, Args: []Arg{maybe("pages", Count, "number of pages, where it is on several")},
			Text: "LaTeXiT left the source of formulas in a figure[pages? on {pages|page|pages}], as invisible text.",
		},
		{
			Kind: PrintSettings, Rules: residueRule, Remedy: removePrintSettings,
			Text: "Acrobat Distiller left its settings in the file, as an attachment.",
		},
		{
			Kind: TextOverlaps, Rules: []string{"overlapping-text"}, Remedy: separateText,
			Args: []Arg{arg("text", Quote, "the text below"), arg("over", Quote, "the text that overlaps it"),
				maybe("others", Count, "number of further places of the page where text overlaps")},
			Text: "Text is printed over other text: {over} over {text}[others?, and at {others|other place|other places}].",
		},
	}
}

var residueRule = []string{"hidden-residue"}

package wording

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/report"
)

// Sentences about the text block, the margins, and figures in them.
const (
	BlockTooLarge   report.Kind = "block-too-large"
	BlockTooWide    report.Kind = "block-too-wide"
	BlockTooDeep    report.Kind = "block-too-deep"
	TextTooTall     report.Kind = "text-too-tall"
	TextTooWide     report.Kind = "text-too-wide"
	LinesTooWide    report.Kind = "lines-too-wide"
	TableTooWide    report.Kind = "table-too-wide"
	MarginNote      report.Kind = "margin-note"
	FigureTooTall   report.Kind = "figure-too-tall"
	FigureTooWide   report.Kind = "figure-too-wide"
	FigurePageTall  report.Kind = "page-with-figure-too-tall"
	FigurePageWide  report.Kind = "page-with-figure-too-wide"
	FigureUncertain report.Kind = "figure-margins-unknown"
	FiguresWithText report.Kind = "figures-with-text"
	LinesInMargin   report.Kind = "lines-in-margin"
	FigureInMargin  report.Kind = "figure-in-margin"
)

var (
	textBlockRule   = []string{"text-block"}
	figureBlockRule = []string{"figure-block"}
	marginsRule     = []string{"margins"}

	beyondArg   = arg("beyond", Inches, "how far it extends beyond the block")
	heightArg   = arg("height", Inches, "height of the allowed block")
	widthArg    = arg("width", Inches, "width of the allowed block")
	blockWidth  = []Arg{arg("width", Inches, "width of the text on the widest page"), arg("most_width", Inches, "width that is allowed")}
	blockHeight = []Arg{arg("height", Inches, "height of the text on the tallest page"), arg("most_height", Inches, "height that is allowed")}
	maybeText   = maybe("text", Quote, "the first of the lines")
	uncertain   = maybe("uncertain", Flag, "the image may have white margins, which do not count")
	sideArg     = choice("side", "side of the page", Word{"top", "top"}, Word{"right", "right"}, Word{"bottom", "bottom"}, Word{"left", "left"})
	leftArg     = arg("left", Inches, "how much of it is free")
	marginArg   = arg("margin", Inches, "width of the margin that is required")
	unitArg     = Arg{Name: unitName, Type: Choice, About: "unit in which lengths are printed: that of the call; missing: in", Words: []Word{{"cm", "cm"}, {"mm", "mm"}}, Optional: true}
	measuredArg = arg("size", Inches, "height or width of the text and figures of the page")
)

var blockSentences = func() []Entry {
	return []Entry{
		{
			Kind: BlockTooLarge, Whole: true, Rules: textBlockRule, Args: slices.Concat(blockWidth, blockHeight, []Arg{unitArg}), Remedy: shrinkBlock,
			Text: "The text block is {width} wide and {height} high; at most {most_width} × {most_height} is allowed[unit?].",
		},
		{
			Kind: BlockTooWide, Whole: true, Rules: textBlockRule, Args: slices.Concat(blockWidth, []Arg{unitArg}), Remedy: narrowText,
			Text: "The text block is {width} wide; at most {most_width} is allowed[unit?].",
		},
		{
			Kind: BlockTooDeep, Whole: true, Rules: textBlockRule, Args: slices.Concat(blockHeight, []Arg{unitArg}), Remedy: lowerText,
			Text: "The text block is {height} high; at most {most_height} is allowed[unit?].",
		},
		{
			Kind: TextTooTall, Rules: textBlockRule, Args: []Arg{linesArg, beyondArg, heightArg, maybeText, unitArg}, Remedy: lowerText,
			Text: "{lines|line|lines} {lines?extends|extend} {beyond} beyond the text block (at most {height} high)[text?: {text}][unit?].",
		},
		{
			Kind: TextTooWide, Rules: textBlockRule, Args: []Arg{linesArg, beyondArg, widthArg, maybeText, unitArg}, Remedy: narrowText,
			Text: "{lines|line|lines} {lines?extends|extend} {beyond} beyond the text block (at most {width} wide)[text?: {text}][unit?].",
		},
		{
			Kind: LinesTooWide, Rules: textBlockRule, Args: []Arg{linesArg, beyondArg, widthArg, textArg, unitArg}, Remedy: breakLine,
			Text: "{lines|line|lines} {lines?extends|extend} {beyond} beyond the text block (at most {width} wide): {text}[unit?].",
		},
		{
			Kind: TableTooWide, Rules: []string{"text-block", "figure-block"}, Args: []Arg{beyondArg, widthArg, maybe("text", Quote, "the first of its rows that extend"), unitArg}, Remedy: narrowTable,
			Text: "A table extends {beyond} beyond the text block (at most {width} wide)[text?: {text}][unit?].",
		},
		{
			Kind: MarginNote, Rules: []string{"text-block", "figure-block"}, Args: []Arg{beyondArg, widthArg, maybe("text", Quote, "the note's words"), unitArg}, Remedy: removeMarginNote,
			Text: "A note in the margin extends {beyond} beyond the text block (at most {width} wide)[text?: {text}][unit?].",
		},
		{
			Kind: FigureTooTall, Rules: figureBlockRule, Args: []Arg{beyondArg, heightArg, uncertain, unitArg}, Remedy: lowerFigure,
			Text: "A figure or drawing extends {beyond} beyond the text block (at most {height} high)[uncertain?; part of it may be white][unit?].",
		},
		{
			Kind: FigureTooWide, Rules: figureBlockRule, Args: []Arg{beyondArg, widthArg, uncertain, unitArg}, Remedy: narrowFigure,
			Text: "A figure or drawing extends {beyond} beyond the text block (at most {width} wide)[uncertain?; part of it may be white][unit?].",
		},
		{
			Kind: FigurePageTall, Rules: figureBlockRule, Args: []Arg{measuredArg, heightArg, uncertain, unitArg}, Remedy: lowerFigure,
			Text: "With this figure or drawing, the page's content is {size} high; at most {height} is allowed[uncertain?; part of it may be white][unit?].",
		},
		{
			Kind: FigurePageWide, Rules: figureBlockRule, Args: []Arg{measuredArg, widthArg, uncertain, unitArg}, Remedy: narrowFigure,
			Text: "With this figure or drawing, the page's content is {size} wide; at most {width} is allowed[uncertain?; part of it may be white][unit?].",
		},
		{
			Kind: FigureUncertain, Rules: figureBlockRule, Args: []Arg{pageArg},
			Text: "An image on page {page} extends beyond the text block, but what is outside may be white or covered.",
		},
		{
			Kind: FiguresWithText, Rules: figureBlockRule,
			Text: "Figures extend as far as the text: see text-block.",
		},
		{
			Kind: LinesInMargin, Rules: marginsRule, Args: []Arg{linesArg, sideArg, leftArg, marginArg, unitArg}, Remedy: setMargins,
			Text: "{lines|line|lines} {lines?enters|enter} the {side} margin: only {left} of the required {margin} is free[unit?].",
		},
		{
			Kind: FigureInMargin, Rules: marginsRule, Args: []Arg{sideArg, leftArg, marginArg, unitArg}, Remedy: keepFigure,
			Text: "A figure or drawing enters the {side} margin: only {left} of the required {margin} is free[unit?].",
		},
	}
}

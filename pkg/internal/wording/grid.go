package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about columns and the size of pages.
const (
	GutterNarrow   report.Kind = "gutter-narrow"
	ColumnWide     report.Kind = "column-wide"
	ColumnsUnequal report.Kind = "columns-unequal"
	ColumnsOther   report.Kind = "columns-other"
	PageSizeOther  report.Kind = "page-size-other"
)

var gridSentences = func() []Entry {
	return []Entry{
		{
			Kind: GutterNarrow, Whole: true, Rules: []string{"gutter"}, Remedy: widenGutter,
			Args: []Arg{arg("gutter", Inches, "space between the columns"), arg("least", Inches, "least space that is allowed"), unitArg},
			Text: "The space between the columns (gutter) is {gutter}; at least {least} is required[unit?].",
		},
		{
			Kind: ColumnWide, Whole: true, Rules: []string{"column-width"}, Remedy: narrowColumns,
			Args: []Arg{arg("width", Inches, "width of the column"), arg("most", Inches, "largest width that is allowed"), unitArg},
			Text: "A column is {width} wide; at most {most} is allowed[unit?].",
		},
		{
			Kind: ColumnsUnequal, Whole: true, Rules: []string{"equal-columns"}, Remedy: equalizeColumns,
			Args: []Arg{arg("wide", Inches, "width of the widest column"), arg("narrow", Inches, "width of the narrowest column")},
			Text: "One column is {wide} wide and another {narrow}; equal widths are required.",
		},
		{
			Kind: ColumnsOther, Whole: true, Rules: []string{"columns"}, Remedy: setColumns,
			Args: []Arg{arg("columns", Count, "number of columns"), arg("required", Count, "number that is required")},
			Text: "Text is set in {columns|column|columns}; {required} {required?is|are} required.",
		},
		{
			Kind: PageSizeOther, Rules: []string{"page-size"}, Remedy: setPaper,
			Args: []Arg{
				arg("width", Inches, "width of the page"), arg("height", Inches, "height of the page"),
				{Name: "paper", Type: Choice, Optional: true, About: "what the size is known as", Words: []Word{
					{"a4", "A4"}, {"legal", "US Legal"}, {"letter-landscape", "US Letter in landscape"}, {"a4-landscape", "A4 in landscape"},
				}},
				arg("allowed", AnyOf, "sizes that are allowed, in inches"),
			},
			Text:     "The page is {width} × {height}[paper? ({paper})]; {allowed} in is required.",
			Together: "The pages are {width} × {height}[paper? ({paper})]; {allowed} in is required.",
		},
	}
}

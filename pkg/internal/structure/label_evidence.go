package structure

// The evidence of roles, for blocks outside the reference list. What a block is
// decides the heaviest evidence: the weights are an order of trust.
var roleEvidence = [roleCount][]Evidence{
	Body: {
		{Always, 1, "what nothing else explains is text"},
	},
	Title: {
		{TitlePlace, 30, "the largest type above the text"},
	},
	Author: {
		{AuthorPlace, 20, "who wrote it stands below the title"},
	},
	Abstract: {
		{AbstractPlace, 3.2, "it is announced by its word, or set smaller below the title"},
	},
	Heading: {
		{HeadingType, 6, "headings differ from the body"},
		{CaptionBlock, -2, "captions in bold do so, too"},
		{CellRows, -3, "and the rows of a table"},
	},
	List: {
		{ItemMark, 3, "items begin with a bullet, a number or a letter"},
	},
	Equation: {
		{FormulaMarks, 4, "displays stand off the edge, in the fonts of mathematics"},
		{FullProse, -4, "formulas are no sentences"},
	},
	Code: {
		{FixedPitch, 7, "programs are set in a fixed pitch"},
		{AfterListing, 4.5, "or below the caption of a listing"},
		{Step, 4, "where algorithms number their lines"},
	},
	Caption: {
		{CaptionBlock, 9, "captions begin with their word and number"},
	},
	Footnote: {
		{ColumnFoot, 3.5, "notes are at the foot, below a rule or with a mark"},
	},
	Table: {
		{CellRows, 5, "rows of cells that stand below each other"},
		{Ruled, 5, "cells between rules"},
		{BelowRule, 3.6, "the head of a table stands below its first rule"},
		{FullProse, -4, "sentences are no row"},
	},
	FigureText: {
		{DrawingText, 15, "it is in a drawing"},
	},
}

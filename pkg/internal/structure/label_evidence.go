package structure

import "github.com/paperfit/paperfit/pkg/internal/traits"

// The evidence of roles, for blocks outside the reference list. What a block is
// decides the heaviest evidence: the weights are an order of trust.
var roleEvidence = [roleCount][]Evidence{
	Body: {
		{traits.Always, 1, "what nothing else explains is text"},
	},
	Title: {
		{traits.TitlePlace, 30, "the largest type above the text"},
	},
	Author: {
		{traits.AuthorPlace, 20, "who wrote it stands below the title"},
	},
	Abstract: {
		{traits.AbstractPlace, 3.2, "it is announced by its word, or set smaller below the title"},
	},
	Heading: {
		{traits.HeadingType, 6, "headings differ from the body"},
		{traits.CaptionBlock, -2, "captions in bold do so, too"},
		{traits.CellRows, -3, "and the rows of a table"},
	},
	List: {
		{traits.ItemMark, 3, "items begin with a bullet, a number or a letter"},
	},
	Equation: {
		{traits.FormulaMarks, 4, "displays stand off the edge, in the fonts of mathematics"},
		{traits.FullProse, -4, "formulas are no sentences"},
	},
	Code: {
		{traits.FixedPitch, 7, "programs are set in a fixed pitch"},
		{traits.AfterListing, 4.5, "or below the caption of a listing"},
		{traits.Step, 4, "where algorithms number their lines"},
	},
	Caption: {
		{traits.CaptionBlock, 9, "captions begin with their word and number"},
	},
	Footnote: {
		{traits.ColumnFoot, 3.5, "notes are at the foot, below a rule or with a mark"},
	},
	Table: {
		{traits.CellRows, 5, "rows of cells that stand below each other"},
		{traits.Ruled, 5, "cells between rules"},
		{traits.BelowRule, 3.6, "the head of a table stands below its first rule"},
		{traits.FullProse, -4, "sentences are no row"},
	},
	FigureText: {
		{traits.DrawingText, 15, "it is in a drawing"},
	},
}

package watch

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fit returns what a screen of so many columns and rows shows of a text and of what is
// below it: all of the latter, and as much of the text as there is room for, with the
// number of lines that are left out. Where a size is not known, 0, everything is shown.
func Fit(text, below string, columns, rows int) string {
	if columns <= 0 || rows <= 0 {
		return text + below
	}
	room := rows - 1 - rowsOf(below, columns) // the cursor stands on the last row
	if rowsOf(text, columns) <= room {
		return text + below
	}
	var out strings.Builder
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	used := 1 // for the line about those left out
	for i, line := range lines {
		if used += rowsOf(line, columns); used > room {
			fmt.Fprintf(&out, "%s(%s more)\n", resetStyle(out.String()), count(len(lines)-i, "line"))
			break
		}
		out.WriteString(line)
	}
	return out.String() + below
}

// styleBegin begins a sequence that changes how letters look, up to an m (ECMA-48, SGR).
const styleBegin = "\x1b["

// resetStyle returns what ends the style that a text leaves on.
func resetStyle(text string) string {
	if !strings.Contains(text, styleBegin) {
		return ""
	}
	return styleBegin + "0m"
}

// widthOf returns the columns that a line takes.
func widthOf(line string) int {
	before, rest, found := strings.Cut(line, styleBegin)
	width := utf8.RuneCountInString(before)
	for found {
		_, rest, _ = strings.Cut(rest, "m")
		before, rest, found = strings.Cut(rest, styleBegin)
		width += utf8.RuneCountInString(before)
	}
	return width
}

// rowsOf returns how many rows of a screen lines take.
func rowsOf(text string, columns int) int {
	rows := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		rows += max(1, (widthOf(line)+columns-1)/columns)
	}
	if text == "" {
		return 0
	}
	return rows
}

package measure

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// What authors write where work is left to do.
var (
	// todoMark matches marks that no running text has: in brackets, before a colon,
	// alone, and the heading of a list of them.
	todoMark = pattern.New(`(?:^|[\s.,;])[\[({<]+\s*(?:TODO|Todo|ToDo|FIXME|FixMe|XXX|TBD)\s*(?:[\])}>:,.!]|\s\S|$)|(?:^|[\s\d])(?:TODO|Todo|ToDo|FIXME|FixMe|XXX|FiXme (?:Note|Warning|Error|Fatal))(?:\([^)]{1,20}\))?:(?:\s|$)|^(?:TODO|FIXME|XXX|Todo list)[.!]*$`).Having("todo", "fixme", "xxx", "tbd")
	// todoStart matches lines that begin with a mark and go on.
	todoStart = pattern.New(`^(?:TODO|FIXME) [\pL\d]`).Having("todo", "fixme")
	// placeholder matches letters that stand for a number or a name.
	placeholder = pattern.New(`(?:^|[\s(~≈<>=])(?:XXX|XX(?:\.XX?)?\s?%|XX?\.XX?\s?%)(?:$|[\s.,;:%)×])`)
	// todoTopic matches text about such marks: a paper on them shows many.
	todoTopic = pattern.New(`(?i)\b(?:todo|to-do|fixme|xxx)s?[”"'’]*\s+(?:comments?|tags?|lists?|items?|annotations?|keywords?|markers?)\b|[“"‘'`+"`"+`]\s*(?:todo|fixme|xxx)\b|\b(?:todos|fixmes)\b`).Having("todo", "to-do", "fixme", "xxx")
)

// todos returns the marks of work that is left to do, and notes in boxes in the
// margin. A paper about such marks has none in its text.
func todos(l *structure.Structure) []Place {
	var marks, boxes []Place
	topic := false
	for _, p := range l.Pages {
		boxes = append(boxes, marginBoxes(p)...)
		for _, line := range p.Lines {
			if !mayBeTodo(line.Text) {
				continue
			}
			topic = topic || !isTodoList(line) && todoTopic.MatchString(line.Text)
			if isTodo(line) {
				marks = append(marks, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	if topic {
		return boxes
	}
	return append(marks, boxes...)
}

// mayBeTodo reports whether a text has two letters, in any case, of which every mark, and
// text about them, holds some: "od" or "-d" of "todo", "xm" of "fixme", "xx", ".x" of
// "X.X%", "bd" of "TBD". Most lines are told by them before the patterns are tried.
func mayBeTodo(text string) bool {
	for i := 1; i < len(text); i++ {
		switch text[i] | smallLetter {
		case 'd':
			if before := text[i-1] | smallLetter; before == 'b' || (before == 'o' || before == '-') && i+1 < len(text) && text[i+1]|smallLetter == 'o' {
				return true
			}
		case 'm', 'x':
			if before := text[i-1] | smallLetter; before == 'x' || before == '.' {
				return true
			}
		}
	}
	return false
}

// smallLetter is the bit by which small letters of ASCII differ from capitals.
const smallLetter = 'a' - 'A'

// isTodoList reports whether a line is the heading of a list of what is left to do.
func isTodoList(line *structure.Line) bool { return strings.TrimSpace(line.Text) == "Todo list" }

// isTodo reports whether a line holds a mark. In code marks may be meant, in the
// reference list, heads and figures single words.
func isTodo(line *structure.Line) bool {
	switch line.Role {
	case structure.Code, structure.Equation, structure.Reference, structure.ReferenceHeading, structure.Furniture:
		return false
	}
	if slices.ContainsFunc(line.Runs, func(r layout.Run) bool { return r.Font != nil && r.Font.FixedPitch() }) {
		return false
	}
	text := strings.TrimSpace(line.Text)
	switch line.Role {
	case structure.FigureText, structure.Table:
		return todoMark.MatchString(text)
	}
	return todoMark.MatchString(text) || todoStart.MatchString(text) || strings.Contains(text, "X") && placeholder.MatchString(text)
}

// What tells a note in a box in the margin, as todonotes sets it, from the parts of a
// figure that reach into the margin.
const (
	marginLeading = 1.6 // sizes: lines of one note follow each other no farther apart
	marginLetters = 8   // of a note
	marginWords   = 0.7 // of a note, the share of words with letters
	marginLines   = 2
	marginBeside  = 36 // characters of a line of running text
)

// marginBoxes returns the notes in boxes beside all columns of a page. Their type is
// looked for run by run: it may share lines with the text beside it.
func marginBoxes(p *structure.Page) []Place {
	var runs []*layout.Run
	for _, line := range p.Lines {
		if line.Role == structure.Furniture || line.Rotated {
			continue
		}
		for i := range line.Runs {
			if r := &line.Runs[i]; r.Chars > 0 && besideColumns(p, r) && inDrawing(p, r) {
				runs = append(runs, r)
			}
		}
	}
	slices.SortStableFunc(runs, func(a, b *layout.Run) int {
		return cmp.Or(cmp.Compare(a.Baseline, b.Baseline), cmp.Compare(a.X0, b.X0))
	})
	var out []Place
	for from := 0; from < len(runs); {
		end := from + 1
		for end < len(runs) && goesOnBelow(runs[end-1], runs[end]) {
			end++
		}
		if note, ok := marginNote(p.Number, runs[from:end]); ok && besideProse(p, note.Box) {
			out = append(out, note)
		}
		from = end
	}
	return out
}

// goesOnBelow reports whether a run is in the note of the one before it.
func goesOnBelow(before, r *layout.Run) bool {
	gap := r.Baseline - before.Baseline
	return gap <= marginLeading*before.Size && math.Abs(r.X0-before.X0) < marginReach
}

// marginReach is wider than the margin of any page with columns of text, in points.
const marginReach = 144

// marginNote returns the note that runs make up.
func marginNote(page int, runs []*layout.Run) (Place, bool) {
	var text strings.Builder
	box, lines, last := geom.Empty(), 0, math.Inf(-1)
	for _, r := range runs {
		text.WriteString(r.Text + " ")
		box = box.Union(r.Box)
		if r.Baseline > last+r.Size/2 {
			lines, last = lines+1, r.Baseline
		}
	}
	words := strings.Fields(text.String())
	return Place{page, box, strings.Join(words, " ")}, lines >= marginLines && isWorded(words)
}

// isWorded reports whether words are those of a sentence: with enough letters, and
// few of them numbers, as beside the axis of a chart.
func isWorded(words []string) bool {
	letters, worded := 0, 0
	for _, word := range words {
		n := 0
		for _, r := range word {
			if unicode.IsLetter(r) {
				n++
			}
		}
		if letters += n; n > 0 {
			worded++
		}
	}
	return letters >= marginLetters && float64(worded) >= marginWords*float64(len(words))
}

// besideColumns reports whether most of a run is in the margin beside all columns.
func besideColumns(p *structure.Page, r *layout.Run) bool {
	n, center := len(p.Columns), (r.X0+r.X1)/2
	return n > 0 && (center < p.Columns[0].X0 || center > p.Columns[n-1].X1)
}

// besideProse reports whether running text is beside a note.
func besideProse(p *structure.Page, note geom.Rect) bool {
	return slices.ContainsFunc(p.Lines, func(line *structure.Line) bool {
		return (line.Prose || line.Role == structure.Body && line.Chars >= marginBeside) && line.Box.Y1 > note.Y0 && line.Box.Y0 < note.Y1
	})
}

// inDrawing reports whether a run lies on a drawing: the box of a note.
func inDrawing(p *structure.Page, r *layout.Run) bool {
	return slices.ContainsFunc(p.Figures, func(f layout.Figure) bool { return f.Images == 0 && f.Box.Contains(r.Box.Center()) })
}

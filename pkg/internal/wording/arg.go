package wording

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// Type is what an argument holds, and how it is printed.
type Type string

// The types of arguments. In JSON, numbers are numbers, lists are arrays of
// strings, a flag is true or missing, and everything else is a string.
const (
	Points  Type = "pt"      // a length in points: "8.97 pt"
	Inches  Type = "in"      // a length in inches: "0.501 in"
	Percent Type = "percent" // "30%"
	Count   Type = "count"   // how many, an integer
	Number  Type = "number"  // an integer
	Page    Type = "page"    // the number of a page, from 1
	Quote   Type = "quote"   // at most a line of the paper, in quotation marks
	Text    Type = "text"    // a name or other text, as it is
	Choice  Type = "choice"  // one of the Words
	AnyOf   Type = "any-of"  // a list joined by "or"
	AllOf   Type = "all-of"  // a list joined by "and"
	AnyText Type = "any-text"
	Flag    Type = "flag" // true or missing; it prints nothing

	centimetres Type = "cm" // a length in inches, as it is printed where the call has cm
	millimetres Type = "mm" // or mm
)

// unitName is the name of the argument that says in which unit a sentence prints its
// lengths: those that are inches in the data.
const unitName = "unit"

// in returns the argument as it is printed in a unit.
func (a *Arg) in(unit string) *Arg {
	out := *a
	if a.Type == Inches && isMetric(unit) {
		out.Type = Type(unit)
	}
	return &out
}

func isMetric(unit string) bool { return unit == string(centimetres) || unit == string(millimetres) }

// InUnit returns a sentence that prints its lengths in a unit, where it is "cm" or "mm"
// and the sentence has lengths.
func (c *Catalogue) InUnit(s report.Sentence, unit string) report.Sentence {
	e := c.Entry(s.Kind)
	if e == nil || !isMetric(unit) || !slices.ContainsFunc(e.Args, func(a Arg) bool { return a.Name == unitName }) {
		return s
	}
	args := maps.Clone(s.Args)
	args[unitName] = unit
	return report.Say(s.Kind, args)
}

// Arg is one argument of a sentence.
type Arg struct {
	Name     string
	Type     Type
	About    string
	Words    []Word // of a Choice
	Optional bool
}

// Word is one value of a Choice, and what it is called in a sentence.
type Word struct{ ID, Text string }

// arg, maybe and choice make arguments.
func arg(name string, t Type, about string) Arg { return Arg{Name: name, Type: t, About: about} }

func maybe(name string, t Type, about string) Arg {
	return Arg{Name: name, Type: t, About: about, Optional: true}
}

func choice(name, about string, words ...Word) Arg {
	return Arg{Name: name, Type: Choice, About: about, Words: words}
}

// Unit returns the unit of a type's numbers, "" where they have none.
func (t Type) Unit() string {
	switch t {
	case Points, Inches:
		return string(t)
	case Percent:
		return "%"
	}
	return ""
}

// IsWhole reports whether arguments of the type are whole numbers.
func (t Type) IsWhole() bool { return t == Count || t == Number || t == Page }

// IsNumber reports whether arguments of the type are numbers.
func (t Type) IsNumber() bool { return t.IsWhole() || t.Unit() != "" }

// IsList reports whether arguments of the type are lists of strings.
func (t Type) IsList() bool { return t == AnyOf || t == AllOf || t == AnyText }

// Holds reports whether a value is one of the argument's type.
func (a *Arg) Holds(value any) bool {
	switch v := value.(type) {
	case float64:
		return a.Type.IsNumber() && (!a.Type.IsWhole() || v == float64(int(v)))
	case string:
		if a.Type == Choice {
			return slices.ContainsFunc(a.Words, func(w Word) bool { return w.ID == v })
		}
		return a.Type == Quote || a.Type == Text
	case []string:
		return a.Type.IsList()
	case bool:
		return a.Type == Flag
	}
	return false
}

// print returns an argument's value in words.
func (a *Arg) print(value any) string {
	switch v := value.(type) {
	case float64:
		return a.number(v)
	case string:
		switch a.Type {
		case Quote:
			return quoted(v)
		case Choice:
			for _, w := range a.Words {
				if w.ID == v {
					return w.Text
				}
			}
		}
		return v
	case []string:
		return a.list(v)
	}
	return ""
}

// number prints a number with enough digits to see why a limit was missed.
func (a *Arg) number(v float64) string {
	switch a.Type {
	case Points:
		return digits(v, 2) + " pt"
	case Inches:
		return digits(v, 3) + " in"
	case centimetres:
		return digits(2.54*v, 2) + " cm"
	case millimetres:
		return digits(25.4*v, 1) + " mm"
	case Percent:
		return digits(v, 0) + "%"
	}
	return digits(v, 0)
}

func (a *Arg) list(items []string) string {
	items = slices.Clone(items)
	last, joint := len(items)-1, " and "
	if a.Type != AllOf {
		joint = " or "
	}
	if a.Type == AnyText {
		for i := range items {
			items[i] = quoted(items[i])
		}
	}
	if last <= 0 {
		return strings.Join(items, "")
	}
	if a.Type == AllOf && last > 0 {
		return strings.Join(items[:last], ", ") + joint + items[last]
	}
	return strings.Join(items, joint)
}

func quoted(text string) string { return "“" + text + "”" }

// digits prints a number with so many decimals at most.
func digits(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Check returns what is wrong with a sentence: its kind is not in the catalogue, an
// argument is missing, not of its type or unknown; "" where nothing is.
func (c *Catalogue) Check(s report.Sentence) string {
	e := c.Entry(s.Kind)
	if e == nil {
		return "no kind " + strconv.Quote(string(s.Kind))
	}
	known := 0
	for i := range e.Args {
		a := &e.Args[i]
		value, ok := s.Args[a.Name]
		switch {
		case ok && !a.Holds(value):
			return string(s.Kind) + ": " + a.Name + " is no " + string(a.Type)
		case ok:
			known++
		case !a.Optional && a.Type != Flag:
			return string(s.Kind) + ": " + a.Name + " is missing"
		}
	}
	if known < len(s.Args) {
		return string(s.Kind) + ": it has other arguments than documented"
	}
	return ""
}

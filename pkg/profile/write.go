package profile

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Entry is one line of a profile: a key of the language and its value in YAML.
type Entry struct {
	Key   string // "tolerance.block" for a key below another
	Value string
	About string // meaning of the key
}

// Entries returns the requirements of the profile, in the order of the language.
func (p *Profile) Entries() []Entry {
	var out []Entry
	for _, k := range language() {
		if k.form.write != nil {
			if v := k.form.write(p); v != "" {
				out = append(out, Entry{k.word, v, k.about})
			}
		}
		if k.form.below == nil {
			continue
		}
		for _, e := range k.form.below(p) {
			if e.Value != "" {
				e.Key = k.word + "." + e.Key
				out = append(out, e)
			}
		}
	}
	return out
}

// YAML writes the profile in its language, with a comment on each key. The result
// requires the same as the profile: it has the same digest.
func (p *Profile) YAML() string {
	var out strings.Builder
	if p.Category != "" {
		fmt.Fprintf(&out, "# Profile %s, category %s.\n", p.Name, p.Category)
	}
	writeEntries(&out, "", p.Entries())
	if len(p.Categories) > 0 {
		out.WriteString("\ncategories: # variants for kinds of papers (--category): the keys in which they differ\n")
	}
	for _, c := range p.Categories {
		fmt.Fprintf(&out, "  %s:\n", c.Category)
		writeEntries(&out, "    ", p.differences(c))
	}
	return out.String()
}

// commentColumn is the leftmost column of comments.
const commentColumn = 24

func writeEntries(out *strings.Builder, indent string, entries []Entry) {
	group := ""
	for _, e := range entries {
		key, below, nested := strings.Cut(e.Key, ".")
		if nested && key != group {
			fmt.Fprintf(out, "%s%s:%s\n", indent, key, comment(indent+key+":", aboutKey(key)))
		}
		group = key
		line := indent + e.Key + ": " + e.Value
		if nested {
			line = indent + "  " + below + ": " + e.Value
		}
		if key == "unchecked" {
			line = indent + "  - " + e.Value
		}
		fmt.Fprintln(out, line+comment(line, e.About))
	}
}

// comment returns the comment after a line.
func comment(line, about string) string {
	if about == "" {
		return ""
	}
	return strings.Repeat(" ", max(1, commentColumn-len([]rune(line)))) + "# " + about
}

// differences returns the entries of a variant that differ from the profile's,
// including rules that it disables.
func (p *Profile) differences(variant *Profile) []Entry {
	base := map[string]string{}
	for _, e := range p.Entries() {
		base[e.Key] = e.Value
	}
	var out []Entry
	for _, e := range variant.Entries() {
		if base[e.Key] == e.Value || strings.HasPrefix(e.Key, "sections.") {
			continue
		}
		if e.Key == "pages" && len(variant.Pages) == 1 && countsOtherwise(p.Pages) {
			e.Value = variant.Pages[0].inBraces()
		}
		out = append(out, e)
	}
	for _, r := range p.Rules {
		if !slices.ContainsFunc(variant.Rules, func(v Rule) bool { return v.ID == r.ID }) {
			out = append(out, Entry{Key: "rules." + r.ID, Value: off})
		}
	}
	return out
}

func formatCount(c Count) string {
	if c.Warn > 0 || c.Least > 0 && c.Most == 0 {
		return "{" + strings.Join(c.entries(), ", ") + "}"
	}
	if c.Least > 0 && c.Most > 0 {
		return number(c.Least) + "-" + number(c.Most)
	}
	return number(c.Most)
}

// entries returns a count as entries of a mapping.
func (c Count) entries() []string {
	var out []string
	for _, e := range []struct {
		word string
		n    int
	}{{"least", c.Least}, {"most", c.Most}, {"warn", c.Warn}} {
		if e.n > 0 {
			out = append(out, e.word+": "+number(e.n))
		}
	}
	return out
}

func formatRange(r Range) string {
	switch {
	case r.Max == 0:
		return optional(r.Min)
	case r.Min == 0:
		return "{max: " + formatLength(r.Max) + "}"
	}
	return "{min: " + formatLength(r.Min) + ", max: " + formatLength(r.Max) + "}"
}

// formatSize writes a paper size, by its name if it has one.
func formatSize(s Size) string {
	for name, known := range paperSizes {
		if known == s {
			return name
		}
	}
	return formatLength(s.Width) + " x " + formatLength(s.Height)
}

// namedWithin is how far, in points, a page may be off a size with a name to be called by
// it.
const namedWithin = 2

// PaperWord returns a page size in inches as a profile writes it, by its name where it is
// near to one.
func PaperWord(width, height float64) string {
	size := Size{width * geom.PointsPerInch, height * geom.PointsPerInch}
	for name, known := range paperSizes {
		if math.Abs(size.Width-known.Width) < namedWithin && math.Abs(size.Height-known.Height) < namedWithin {
			return name
		}
	}
	return fmt.Sprintf("%.2fin x %.2fin", width, height)
}

// lengthUnits are the units that a length is written in, the first one first
// that needs few digits.
var lengthUnits = []string{"in", "cm", "mm", "pt"}

// formatLength writes a length so that reading it gives the same number.
func formatLength(points float64) string {
	for digits := range 6 {
		for _, unit := range lengthUnits {
			if exact(points, unit, digits) {
				return strconv.FormatFloat(points/units[unit], 'f', digits, 64) + unit
			}
		}
	}
	return decimal(points) + "pt"
}

// UnitOf returns the unit in which a profile writes a length: the one that needs few
// digits, which is nearly always that of the call.
func UnitOf(points float64) string { _, unit := splitUnit(formatLength(points)); return unit }

// exact reports whether a number of digits in a unit represents a length exactly.
func exact(points float64, unit string, digits int) bool {
	text := strconv.FormatFloat(points/units[unit], 'f', digits, 64)
	back, err := ParseLength(text + unit)
	return err == nil && back == points
}

func optional(points float64) string {
	if points == 0 {
		return ""
	}
	return formatLength(points)
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// list writes one item bare and several in brackets.
func list[T any](items []T, format func(T) string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return format(items[0])
	}
	return "[" + strings.Join(mapped(items, format), ", ") + "]"
}

func mapped[T any](items []T, format func(T) string) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = format(item)
	}
	return out
}

// quoted writes words so that YAML reads them as they are.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}

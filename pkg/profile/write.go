package profile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Entry is one line of what a profile asks: a key of the language and its value
// as YAML writes it.
type Entry struct {
	Key   string // "tolerance.block" for a key below another
	Value string
	About string // what the key says
}

// Entries returns what the profile asks, in the order of the language. What is
// not asked is left out.
func (p *Profile) Entries() []Entry {
	values := p.values()
	var out []Entry
	for _, k := range profileKeys() {
		if v := values[k.word]; v != "" {
			out = append(out, Entry{k.word, v, k.about})
		}
		out = append(out, p.below(k.word)...)
	}
	return out
}

// values returns the values of the keys that stand on one line.
func (p *Profile) values() map[string]string {
	return map[string]string{
		"title": quoted(p.Title), "source": quoted(p.Source), "year": number(p.Year), "stage": p.Stage,
		"paper": list(p.Paper, formatSize), "pages": p.formatPages(), "words": formatCount(p.Words),
		"block": formatBlock(p.Block), "margins": formatMargins(p.Margins), "body_size": formatRange(p.BodySize),
		"figure_size": optional(p.MinFigure), "leading": formatRange(p.Leading), "columns": number(p.Columns),
		"column": optional(p.Column), "gutter": formatRange(p.Gutter),
		"families":  list(p.Families, func(s string) string { return s }),
		"numbering": string(p.Numbering), "names": string(p.Names), "metadata": string(p.Metadata),
		"require": list(p.Require, Part.String), "forbid": list(p.Forbid, Part.String),
	}
}

// below returns the entries below a key that holds others.
func (p *Profile) below(key string) []Entry {
	var out []Entry
	add := func(word, value, about string) {
		if value != "" {
			out = append(out, Entry{key + "." + word, value, about})
		}
	}
	switch key {
	case "spacing":
		s := p.Spacing
		for i, v := range []float64{s.BelowTitle, s.AboveHeading, s.BelowHeading} {
			add(spacingKeys[i].word, optional(v), spacingKeys[i].about)
		}
	case "sections":
		for _, s := range p.Sections {
			add(s.Section, "["+strings.Join(mapped(s.Headings, quoted), ", ")+"]", "")
		}
	case "quiet":
		for _, q := range p.Quiet {
			add(q.Rule, list(q.Pages, strconv.Itoa), "")
		}
	case "lenience":
		if l := p.Lenience; l != (Lenience{}) {
			for i, v := range []float64{l.Share, l.Type, l.Block, l.Columns} {
				if v > 0 {
					add(lenienceKeys[i].word, decimal(v*100)+"%", lenienceKeys[i].about)
				}
			}
		}
	case "tolerance":
		t := p.Tolerance
		for i, v := range []float64{t.Paper, t.Block, t.Stray, t.BodySize, t.Leading, t.Columns, t.Gutter, t.Spacing} {
			add(toleranceKeys[i].word, formatLength(v), toleranceKeys[i].about)
		}
	case "unchecked":
		for i, text := range p.Unchecked {
			add(strconv.Itoa(i+1), quoted(text), "")
		}
	case "rules":
		for _, r := range p.Rules {
			add(r.ID, string(r.Severity), "")
		}
	}
	return out
}

// YAML writes the profile as its language, with a comment at each key. What is
// written asks the same as the profile: it has the same digest.
func (p *Profile) YAML() string {
	var out strings.Builder
	if p.Category != "" {
		fmt.Fprintf(&out, "# The profile %s for the category %s.\n", p.Name, p.Category)
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

// commentColumn is where comments begin, at the least.
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

// comment returns a remark that stands behind a line.
func comment(line, about string) string {
	if about == "" {
		return ""
	}
	return strings.Repeat(" ", max(1, commentColumn-len([]rune(line)))) + "# " + about
}

func aboutKey(word string) string {
	for _, k := range profileKeys() {
		if k.word == word {
			return k.about
		}
	}
	return ""
}

// differences returns the entries of a variant that differ from the profile's;
// rules that it turns off are told so.
func (p *Profile) differences(variant *Profile) []Entry {
	base := map[string]string{}
	for _, e := range p.Entries() {
		base[e.Key] = e.Value
	}
	var out []Entry
	for _, e := range variant.Entries() {
		if base[e.Key] != e.Value && !strings.HasPrefix(e.Key, "sections.") {
			out = append(out, e)
		}
	}
	for _, r := range p.Rules {
		if !slices.ContainsFunc(variant.Rules, func(v Rule) bool { return v.ID == r.ID }) {
			out = append(out, Entry{Key: "rules." + r.ID, Value: off})
		}
	}
	return out
}

// formatPages writes the page limits.
func (p *Profile) formatPages() string {
	if len(p.Pages) == 1 {
		return p.Pages[0].format()
	}
	return list(p.Pages, PageLimit.format)
}

// isUsual reports whether a limit counts what a bare number of pages counts.
func (l PageLimit) isUsual() bool {
	return len(l.Only) == 0 && slices.Equal(l.Except, []Part{{Section: References}})
}

func (l PageLimit) format() string {
	if l.isUsual() && (l.Least == 0 || l.Most > 0) {
		return formatCount(l.Count)
	}
	var out []string
	if l.Least > 0 {
		out = append(out, "least: "+number(l.Least))
	}
	if l.Most > 0 {
		out = append(out, "most: "+number(l.Most))
	}
	switch {
	case len(l.Only) > 0:
		out = append(out, "only: ["+strings.Join(mapped(l.Only, Part.String), ", ")+"]")
	case len(l.Except) == 0:
		out = append(out, "except: "+nothing)
	default:
		out = append(out, "except: ["+strings.Join(mapped(l.Except, Part.String), ", ")+"]")
	}
	return "{" + strings.Join(out, ", ") + "}"
}

func formatCount(c Count) string {
	if c.Least > 0 && c.Most > 0 {
		return number(c.Least) + "-" + number(c.Most)
	}
	return number(c.Most)
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

func formatBlock(s Size) string {
	if s == (Size{}) {
		return ""
	}
	side := func(v float64) string {
		if v == 0 {
			return anySide
		}
		return formatLength(v)
	}
	return side(s.Width) + " x " + side(s.Height)
}

// formatSize writes a paper size, by its name where it has one.
func formatSize(s Size) string {
	for name, known := range paperSizes {
		if known == s {
			return name
		}
	}
	return formatLength(s.Width) + " x " + formatLength(s.Height)
}

func formatMargins(m Margins) string {
	if m == (Margins{}) {
		return ""
	}
	sides := mapped([]float64{m.Top, m.Right, m.Bottom, m.Left}, formatLength)
	for len(sides) > 1 && sides[len(sides)-1] == sides[max(0, len(sides)-3)] {
		sides = sides[:len(sides)-1]
	}
	return strings.Join(sides, " ")
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

// exact reports whether so many digits in a unit say a length exactly.
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

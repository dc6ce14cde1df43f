package profile

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/report"
)

// HotCRP returns the profile as a HotCRP specification, and a sentence for each
// requirement that a specification cannot express; rules of severity note require
// nothing.
func (p *Profile) HotCRP() (text string, lost []string) {
	e := &export{p: p, more: map[string]any{}}
	fields := make([]string, lastPlace)
	for i := range fields { // in this order: the page limit decides whether references are unlimited
		fields[i], _ = placed(i + 1).write(e).(string)
	}
	for _, f := range specFields() {
		if f.place > 0 || f.write == nil {
			continue
		}
		if v := f.write(e); v != nil && v != "" {
			e.more[f.word] = v
		}
	}
	e.others()
	text = strings.TrimRight(strings.Join(fields, ";"), ";")
	if len(e.more) > 0 {
		object, err := json.Marshal(e.more)
		if err != nil {
			panic("a specification is plain data: " + err.Error())
		}
		text += strings.Repeat(";", max(0, 6-strings.Count(text, ";"))) + ";" + string(object)
	}
	return text, e.lost
}

// export is a specification while it is being written.
type export struct {
	p         *Profile
	unlimited string
	more      map[string]any
	lost      []string
}

func (e *export) lose(format string, args ...any) {
	e.lost = append(e.lost, fmt.Sprintf(format, args...))
}

func (e *export) paper() any {
	return strings.Join(mapped(e.p.Paper, func(s Size) string {
		if name := formatSize(s); name == "letter" || name == "a4" {
			return strings.Replace(name, "a4", "A4", 1)
		}
		return specInches(s)
	}), " OR ")
}

// pages writes the first page limit that a specification can express.
func (e *export) pages() any {
	if len(e.p.Pages) == 0 {
		return ""
	}
	limit := e.p.Pages[0]
	for _, other := range e.p.Pages[1:] {
		e.lose("only one page limit is supported; %s is left out", other.format())
	}
	if len(limit.Only) > 0 || limit.Most == 0 {
		e.lose("page limit %s is not supported", limit.format())
		return ""
	}
	left := func(section string) bool {
		return slices.ContainsFunc(limit.Except, func(l Part) bool { return l.Section == section })
	}
	if len(limit.Except) > 0 {
		e.unlimited = "1"
	}
	if e.unlimited != "" && !left(Appendices) && !e.forbids(Appendices) {
		e.lose("with unlimited references HotCRP does not count appendices at the end; this profile does")
	}
	for _, l := range limit.Except {
		switch {
		case l.Section != References && l.Section != Appendices:
			e.lose("HotCRP counts %s unless they are on pages of references; this profile does not", l.Section)
		case l.Side == BeforeReferences:
			e.lose("HotCRP counts %s; this profile does not", l)
		}
	}
	if limit.Least > 0 {
		return number(limit.Least) + "-" + number(limit.Most)
	}
	return number(limit.Most)
}

func (e *export) forbids(section string) bool {
	return slices.ContainsFunc(e.p.Forbid, func(f Part) bool { return f.Section == section })
}

func (e *export) block() any {
	b, m := e.p.Block, e.p.Margins
	switch {
	case b.Width > 0 && b.Height > 0:
		if m != (Margins{}) {
			e.lose("the position of the text block is not supported; margins are left out")
		}
		return specInches(b)
	case b != (Size{}):
		e.lose("a text block with only a width or a height is not supported; %s is left out", formatBlock(b))
	case m != (Margins{}) && len(e.p.Paper) > 0:
		return specInches(blockWithin(e.p.Paper, m))
	case m != (Margins{}):
		e.lose("margins without a paper size are not supported")
	}
	return ""
}

// size writes a range with its grace, if that is more than HotCRP's rounding.
func (e *export) size(r Range, tolerance float64) string {
	if r == (Range{}) {
		return ""
	}
	if r.Min == 0 {
		e.lose("a maximum size without a minimum is not supported; %s is left out", formatRange(r))
		return ""
	}
	text := decimal(r.Min)
	if r.Max > 0 {
		text += "-" + decimal(r.Max)
	}
	grace := (tolerance-max(r.Min, r.Max)*(1-texPoint))/texPoint - hotCRPRound
	if grace = math.Round(grace*100) / 100; grace > 0.03 {
		text += "±" + decimal(grace)
	}
	return text
}

func (e *export) words() any {
	w := e.p.Words
	if w.Most > 0 && w.Least > 0 {
		return number(w.Least) + "-" + number(w.Most)
	}
	return number(w.Most)
}

func (e *export) noAppendix() any {
	if e.forbids(Appendices) {
		return true
	}
	return nil
}

// withoutField are the rules that every specification implies.
var withoutField = []string{"readable", "active-content"}

// others writes the quiet pages, and reports which rules a specification does not
// support.
func (e *export) others() {
	fields := map[string]specField{} // by rule
	for _, f := range specFields() {
		for _, rule := range f.rules {
			if f.write != nil {
				fields[rule] = f
			}
		}
	}
	quiet := map[string][]int{}
	for _, q := range e.p.Quiet {
		f, ok := fields[q.Rule]
		if len(q.Parts) > 0 {
			e.lose("parts that %s ignores are not supported", q.Rule)
		}
		switch {
		case len(q.Pages) == 0:
		case f.quiet:
			quiet[f.word] = q.Pages
		case ok:
			e.lose("quiet pages for %s are not supported", q.Rule)
		}
	}
	if len(quiet) > 0 {
		e.more["quietpages"] = quiet
	}
	for _, f := range e.p.Forbid {
		if f.Section != Appendices {
			e.lose("forbidding %s is not supported", f)
		}
	}
	var unknown []string
	for _, rule := range e.p.Rules {
		if _, ok := fields[rule.ID]; !ok && rule.Severity != report.SeverityNote && !slices.Contains(withoutField, rule.ID) {
			unknown = append(unknown, rule.ID)
		}
	}
	if len(unknown) > 0 {
		e.lose("there is no field for %s", strings.Join(unknown, ", "))
	}
	if len(e.p.Categories) > 0 {
		names := mapped(e.p.Categories, func(c *Profile) string { return c.Category })
		e.lose("each category has its own specification; export it with --category %s", strings.Join(names, " or "))
	}
}

// specInches writes a size in inches, or in points where they are exact.
func specInches(s Size) string {
	inches := func(v float64) string {
		return strconv.FormatFloat(math.Round(geom.Inches(v)*1000)/1000, 'f', -1, 64) + "in"
	}
	return inches(s.Width) + "x" + inches(s.Height)
}

package profile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/report"
)

// What HotCRP tolerates, in points.
const (
	hotCRPPaper = 9.0 // of a page's size
	hotCRPBlock = 9.0 // beyond the text block
	texPoint    = 72 / 72.27
	hotCRPRound = 0.05 // HotCRP compares sizes that were rounded to .1
)

// hotCRPLenience decides which violations are warnings on a HotCRP site.
var hotCRPLenience = Lenience{Share: 0.16, Type: 0.97, Block: 1.05, Columns: 0.75}

// maxSpec is the longest specification that is read.
const maxSpec = 4 << 10

// IsHotCRP reports whether a text looks like a HotCRP specification.
func IsHotCRP(text string) bool { return strings.Contains(text, ";") }

// spec is a specification while it is being read.
type spec struct {
	p         *Profile
	unlimited bool
	margins   *Margins
	limit     Count
}

// ParseHotCRP reads a HotCRP specification, such as
// "letter;2;2;7inx9in;10;12;1", as a profile: paper size, page limit, columns,
// text block, size of the body type, line height and whether references are
// unlimited; a JSON object with wordlimit, noappendix, quietpages and the names
// of the fields may follow. Sizes are TeX's points, as HotCRP counts them.
func ParseHotCRP(text string) (*Profile, error) {
	if len(text) > maxSpec {
		return nil, fmt.Errorf("the HotCRP specification is longer than %d bytes", maxSpec)
	}
	p, err := parseHotCRP(text)
	if err != nil {
		return nil, fmt.Errorf("HotCRP specification %q: %w", text, err)
	}
	return p, nil
}

func parseHotCRP(text string) (*Profile, error) {
	p := tolerant()
	p.Name, p.Title, p.Lenience = text, "HotCRP format "+text, hotCRPLenience
	p.Rules = []Rule{{"readable", report.SeverityError}, {"active-content", report.SeverityWarning}}
	s := &spec{p: &p}
	s.p.Tolerance.Paper, s.p.Tolerance.Block, s.p.Tolerance.Stray = hotCRPPaper, hotCRPBlock, hotCRPBlock
	if at := strings.LastIndex(text, ">-zoom"); at >= 0 {
		text = text[:at] // an old switch of the checker
	}
	fields, object, _ := strings.Cut(text, "{")
	for i, field := range strings.Split(strings.TrimRight(strings.TrimSpace(fields), ";"), ";") {
		if i >= lastPlace {
			return nil, errors.New("too many fields; the seven fields are papersize;pagelimit;columns;textblock;bodyfontsize;bodylineheight;unlimitedref")
		}
		if err := s.field(placed(i+1), strings.TrimSpace(field)); err != nil {
			return nil, err
		}
	}
	if object != "" {
		if err := s.object("{" + object); err != nil {
			return nil, err
		}
	}
	return s.finish()
}

// field reads one field; an empty one requires nothing.
func (s *spec) field(f specField, text string) error {
	if text == "" {
		return nil
	}
	if err := f.read(s, text); err != nil {
		return fmt.Errorf("%s: %w", f.word, err)
	}
	return nil
}

// object reads the JSON object after the fields.
func (s *spec) object(text string) error {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var values map[string]any
	if err := decoder.Decode(&values); err != nil {
		return errors.New("invalid JSON object after the fields")
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("unexpected text after the JSON object")
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if err := s.member(name, values[name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// member reads one member of the JSON object. HotCRP accepts any name and ignores
// those that it does not know; so do its own checkers, which are programs.
func (s *spec) member(name string, value any) error {
	for _, f := range specFields() {
		if f.word == name {
			return s.field(f, specText(value))
		}
	}
	if name == "quietpages" {
		return s.quiet(value)
	}
	s.p.Unchecked = append(s.p.Unchecked, fmt.Sprintf("HotCRP's %q: %s", name, specText(value)))
	return nil
}

// specText returns a JSON value as a field writes it.
func specText(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		if v {
			return "1"
		}
		return "0"
	case []any:
		var words []string
		for _, item := range v {
			words = append(words, specText(item))
		}
		return strings.Join(words, " OR ")
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return ""
	}
	return strings.TrimSpace(out.String())
}

// isTrue reports whether a text is true in PHP.
func isTrue(text string) bool { return text != "" && text != "0" && text != "false" && text != "no" }

// on enables a rule if its limit was read without an error.
func (s *spec) on(rule string, err error) {
	if err == nil {
		s.p.Rules = append(s.p.Rules, Rule{rule, report.SeverityError})
	}
}

func (s *spec) paper(text string) error {
	s.p.Paper = nil
	for one := range strings.SplitSeq(strings.ReplaceAll(text, " or ", " OR "), " OR ") {
		size, err := specSize(one)
		if err != nil {
			return err
		}
		s.p.Paper = append(s.p.Paper, size)
	}
	s.on("page-size", nil)
	return nil
}

func (s *spec) pages(text string) (err error) {
	s.limit, err = specCount(text)
	return err
}

func (s *spec) references(text string) error {
	s.unlimited = isTrue(text)
	return nil
}

func (s *spec) words(text string) (err error) {
	s.p.Words, err = specCount(text)
	s.on("word-limit", err)
	return err
}

func (s *spec) noAppendix(text string) error {
	if isTrue(text) {
		s.p.Forbid = []Part{{Section: Appendices}}
		s.on("forbidden-sections", nil)
	}
	return nil
}

func (s *spec) columns(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > maxColumns {
		return fmt.Errorf("invalid number of columns %q", text)
	}
	if n > 0 {
		s.p.Columns = n
		s.on("columns", nil)
	}
	return nil
}

func (s *spec) block(text string) error {
	if m, ok := strings.CutSuffix(strings.ToLower(text), "margins"); ok {
		margins, err := ParseMargins(specLengths(strings.TrimSpace(m)))
		s.margins = &margins
		return err
	}
	size, err := specSize(text)
	s.p.Block = size
	s.on("text-block", err)
	return err
}

// graceMarks are the marks that precede a grace.
var graceMarks = strings.NewReplacer("+/-", "±", "Δ", "±", "D", "±", "d", "±", "–", "-", "pt", "")

// size reads MIN, MIN-MAX or either with ±GRACE.
func (s *spec) size(text, least, most string, into *Range, tolerance *float64) error {
	text, graceText, graced := strings.Cut(graceMarks.Replace(strings.TrimSpace(text)), "±")
	lo, hi, both := strings.Cut(text, "-")
	var grace float64
	var errs [3]error
	into.Min, errs[0] = specNumber(lo)
	if both {
		into.Max, errs[1] = specNumber(hi)
	}
	if graced {
		grace, errs[2] = specNumber(graceText)
	}
	if err := errors.Join(errs[0], errs[1], errs[2]); err != nil || both && into.Max < into.Min {
		return fmt.Errorf("invalid size %q; expected for example \"10\", \"10-12\" or \"10±0.2\"", text)
	}
	if into.Min > 0 {
		s.on(least, nil)
	}
	if into.Max > 0 {
		s.on(most, nil)
	}
	// HotCRP counts TeX's points and rounds them before it compares.
	*tolerance = max(into.Min, into.Max)*(1-texPoint) + (hotCRPRound+grace)*texPoint
	return nil
}

func (s *spec) bodySize(text string) error {
	return s.size(text, "body-font-size", "max-body-size", &s.p.BodySize, &s.p.Tolerance.BodySize)
}

func (s *spec) leading(text string) error {
	return s.size(text, "leading", "max-leading", &s.p.Leading, &s.p.Tolerance.Leading)
}

// quiet reads the pages that checks ignore: all checks, or each its own.
func (s *spec) quiet(value any) error {
	checks := map[string][]string{}
	for _, f := range specFields() {
		if f.quiet {
			checks[f.word] = f.rules
		}
	}
	object, ok := value.(map[string]any)
	if !ok {
		return errors.New("expected checks and their pages, such as {\"textblock\": [1]}")
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		pages, err := specPages(object[name])
		if err != nil || checks[name] == nil {
			return fmt.Errorf("%q: expected a check and its pages, such as \"textblock\": [1]", name)
		}
		for _, rule := range checks[name] {
			s.p.Quiet = append(s.p.Quiet, QuietPages{Rule: rule, Pages: pages})
		}
	}
	return nil
}

// finish combines the values of several fields, and validates the result.
func (s *spec) finish() (*Profile, error) {
	if s.limit != (Count{}) {
		limit := PageLimit{Count: s.limit}
		if s.unlimited { // all pages at the end that are not text of the body
			limit.Except = []Part{{Section: References}, {Section: Appendices}}
		}
		s.p.Pages = []PageLimit{limit}
		s.on("page-limit", nil)
	}
	if s.margins != nil {
		if len(s.p.Paper) == 0 {
			return nil, errors.New("textblock: margins require a paper size in the first field")
		}
		s.p.Block = blockWithin(s.p.Paper, *s.margins)
		s.on("text-block", nil)
	}
	d := &draft{Profile: *s.p, given: map[string]bool{}, rules: map[string]place{}}
	d.orderRules()
	d.Rules = slices.CompactFunc(d.Rules, func(a, b Rule) bool { return a.ID == b.ID })
	d.Quiet = slices.DeleteFunc(d.Quiet, func(q QuietPages) bool { return !d.anyOn([]string{q.Rule}) })
	for _, check := range []func() mistakes{d.validateUnits, d.validateBlock} {
		if err := check().err(); err != nil {
			return nil, err
		}
	}
	if len(d.Rules) == 2 {
		return nil, errors.New("it requires nothing; expected for example \"letter;2;2;7inx9in;10;12;1\"")
	}
	p := d.Profile
	p.Digest = p.digest()
	return &p, nil
}

// blockWithin returns what margins leave of the largest of some papers.
func blockWithin(papers []Size, m Margins) Size {
	var block Size
	for _, paper := range papers {
		block.Width = max(block.Width, paper.Width-m.Left-m.Right)
		block.Height = max(block.Height, paper.Height-m.Top-m.Bottom)
	}
	return block
}

// specCount reads "12" and "6-12".
func specCount(text string) (Count, error) {
	least, most, both := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	if !both {
		least, most = "0", text
	}
	lo, err1 := strconv.Atoi(strings.TrimSpace(least))
	hi, err2 := strconv.Atoi(strings.TrimSpace(most))
	if err1 != nil || err2 != nil || lo < 0 || hi < lo || hi > maxCount {
		return Count{}, fmt.Errorf("invalid limit %q; expected a maximum, such as \"12\", or a range, such as \"6-12\"", text)
	}
	return Count{Least: lo, Most: hi}, nil
}

func specNumber(text string) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(v >= 0 && v <= 200) || math.IsNaN(v) {
		return 0, fmt.Errorf("invalid size %q", text)
	}
	return v, nil
}

// specPages reads a page or a list of pages.
func specPages(value any) ([]int, error) {
	items, ok := value.([]any)
	if !ok {
		items = []any{value}
	}
	var out []int
	for _, item := range items {
		n, err := strconv.Atoi(specText(item))
		if err != nil || n < 1 || n > maxCount {
			return nil, errors.New("invalid page")
		}
		out = append(out, n)
	}
	return out, nil
}

// specSize reads a width and a height, which may share a unit, or a name.
func specSize(text string) (Size, error) {
	text = specLengths(strings.ToLower(strings.TrimSpace(text)))
	if width, height, ok := cutSize(text); ok && strings.Trim(width, " .0123456789") == "" {
		_, unit := splitUnit(height)
		text = width + unit + "x" + height
	}
	size, err := ParseSize(text)
	if err == nil && (size.Width < geom.PointsPerInch || size.Height < geom.PointsPerInch) {
		err = fmt.Errorf("size %q is too small; is the unit right?", text)
	}
	return size, err
}

// specLengths writes HotCRP's units as profiles do.
func specLengths(text string) string {
	return strings.NewReplacer("\"", "in", "”", "in", "″", "in", " in", "in", " cm", "cm", " mm", "mm", " pt", "pt").Replace(text)
}

package machine

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// CSVFormat is a table for a spreadsheet.
func CSVFormat() form.Format {
	return form.New(form.Format{
		Name: "csv", Ending: ".csv", Stream: true,
		About: "for spreadsheets: a row for each file, six columns for each rule",
	}, func(w io.Writer, opt form.Options) form.Writer { return &csvWriter{w: w, sentences: opt.Catalogue()} })
}

// byteOrderMark stands before the first row: without it Excel does not take the
// file for UTF-8.
const byteOrderMark = "\ufeff"

// csvColumns are the columns before those of the rules. They carry the names of
// the fields in JSON; an empty cell is not known.
var csvColumns = []string{
	"path", "verdict", "pages", "content_pages", "references_page",
	"page_width_in", "page_height_in", "block_width_in", "block_height_in",
	"columns", "gutter_in", "body_font_pt", "leading_pt", "body_font", "category",
}

// csvRuleColumns are the columns of each rule, after its name.
var csvRuleColumns = []string{"status", "findings", "message", "kind", "args", "fix"}

// csvWriter writes a table for a spreadsheet (RFC 4180, UTF-8): a row for each
// file, and for each rule its status, how many findings there are, and the message,
// the kind, the arguments and the fix (both as JSON) of the first. The rules are those of the first file: all of a run have the same.
type csvWriter struct {
	w         io.Writer
	sentences *wording.Catalogue
	rules     []string
	begun     bool
}

// Begin writes nothing: the rules are not known yet.
func (c *csvWriter) Begin(report.Tool, report.Profile) error { return nil }

// File writes a row.
func (c *csvWriter) File(f report.File) error {
	if !c.begun {
		for _, check := range f.Checks {
			c.rules = append(c.rules, check.Rule)
		}
		if !slices.Contains(c.rules, report.RuleReadable) { // the next file may not be
			c.rules = slices.Insert(c.rules, 0, report.RuleReadable)
		}
		if err := c.head(); err != nil {
			return err
		}
	}
	return c.row(c.cells(f.ForWriting()))
}

// End writes the names of the columns where there was no file, and the last row
// of an interrupted run: how far it came in place of the path, and the word
// interrupted in place of a verdict.
func (c *csvWriter) End(s report.Summary) error {
	if !c.begun {
		if err := c.head(); err != nil {
			return err
		}
	}
	if !s.Interrupted {
		return nil
	}
	cells := make([]string, len(csvColumns)+len(csvRuleColumns)*len(c.rules))
	cells[0], cells[1] = words.Interruption(s), "interrupted"
	return c.row(cells)
}

// head writes the names of the columns.
func (c *csvWriter) head() error {
	c.begun = true
	names := slices.Clone(csvColumns)
	for _, rule := range c.rules {
		for _, column := range csvRuleColumns {
			names = append(names, rule+" "+column)
		}
	}
	if _, err := io.WriteString(c.w, byteOrderMark); err != nil {
		return err
	}
	return c.row(names)
}

func (c *csvWriter) row(cells []string) error { return writeRow(c.w, cells) }

// writeRow writes one row at once.
func writeRow(to io.Writer, cells []string) error {
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	w.UseCRLF = true
	if err := w.Write(cells); err != nil {
		return err
	}
	w.Flush()
	_, err := to.Write(buf.Bytes())
	return err
}

// cells returns the cells of a file.
func (c *csvWriter) cells(f report.File) []string {
	m := f.Measured
	cells := []string{
		wordCell(words.DisplayPath(f.Path)), wordCell(string(f.Verdict)), words.IntCell(m.Pages), words.IntCell(m.ContentPages), words.IntCell(m.ReferencesPage),
		pairCell(m.PageSizeIn, 0), pairCell(m.PageSizeIn, 1), pairCell(m.TextBlockIn, 0), pairCell(m.TextBlockIn, 1),
		words.IntCell(m.Columns), numberCell(m.GutterIn), numberCell(m.BodyFontPt), numberCell(m.LeadingPt), "", wordCell(f.Category),
	}
	if m.BodyFont != nil {
		cells[len(cells)-2] = wordCell(*m.BodyFont)
	}
	for _, rule := range c.rules {
		cells = append(cells, c.ruleCells(f, rule)...)
	}
	return cells
}

// ruleCells returns the cells of a rule; empty ones when the file has no such check.
func (c *csvWriter) ruleCells(f report.File, rule string) []string {
	i := slices.IndexFunc(f.Checks, func(c report.Check) bool { return c.Rule == rule })
	if i < 0 {
		return make([]string, len(csvRuleColumns))
	}
	findings, message, said, fix := words.FindingsOf(f.Reported(), rule), f.Checks[i].Message, f.Checks[i].Sentence, ""
	if len(findings) > 0 {
		first := words.SeriesOf(c.sentences, findings, &f)[0]
		message, said = first.Text(), first.Sentence
		if first.Fix != nil {
			fix = jsonCell(first.Fix)
		}
	}
	return []string{
		wordCell(string(f.Checks[i].Status)), strconv.Itoa(len(findings)), wordCell(message), wordCell(string(said.Kind)), wordCell(argsCell(said.Args)), wordCell(fix),
	}
}

// argsCell returns arguments as a JSON object in one line, "" where there are none.
func argsCell(args report.Args) string {
	if len(args) == 0 {
		return ""
	}
	return jsonCell(args)
}

// jsonCell returns arguments or a fix as JSON.
func jsonCell(value any) string {
	data, err := encodeJSON(value)
	if err != nil {
		return "" // they are numbers and words, which JSON has
	}
	return strings.TrimSuffix(string(data), "\n")
}

// wordCell returns words for a cell. What a spreadsheet would take for a formula
// gets an apostrophe before it, which shows that it is text: names of files and
// quotations come from strangers.
func wordCell(text string) string {
	text = words.Printable(text)
	if begin := strings.TrimLeft(text, " \u00a0\ufffd"); begin != "" && strings.ContainsRune("=+-@|%＝＋－＠", []rune(begin)[0]) {
		return "'" + text
	}
	return text
}

func numberCell(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func pairCell(p *[2]float64, i int) string {
	if p == nil {
		return ""
	}
	return numberCell(&p[i])
}

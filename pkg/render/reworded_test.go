package render_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/rules"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// everything is a profile with nearly every rule, of which most papers violate several.
const everything = `title: Everything
source: https://example.org
paper: a4
pages: [{most: 1, except: references}, {most: 1, except: nothing}, {least: 9, except: [references, appendices]}]
words: 100-200
block: 5in x 7in
margins: 1.2in
body_size: {min: 11pt, max: 11.5pt}
leading: {min: 13pt, max: 14pt}
figure_size: 8pt
columns: 3
column: 1in
gutter: 0.5in
families: [palatino, charter]
numbering: required
spacing: {below_title: 40pt, above_heading: 40pt, below_heading: 40pt}
require: [ethics, open-science before references]
forbid: [appendices, introduction]
recommend: limitations
order: [references, acknowledgments]
abstract: 5-10
file_size: 20kB
pdf_version: 2.0
links: forbidden
bookmarks: forbidden
paper_id: every-page
rules: {`

// profiles returns the default profile, and one with every rule.
func profiles(t *testing.T) []*profile.Profile {
	t.Helper()
	usual, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	var on []string
	for _, rule := range rules.All() {
		if rule.ID != "author-names" { // anonymity is its contrary, and the usual profile has it
			on = append(on, rule.ID+": error")
		}
	}
	all, err := profile.Parse("everything", []byte(everything+strings.Join(on, ", ")+"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return []*profile.Profile{usual, all}
}

// pigLatin moves the first letter of every word to its end. Words keep their
// lengths, so that lines break at the same places.
func pigLatin(text string) string {
	var out, word []rune
	flush := func() {
		if len(word) > 0 {
			out = append(append(out, word[1:]...), word[0])
		}
		word = nil
	}
	for _, r := range text {
		if unicode.IsLetter(r) {
			word = append(word, r)
			continue
		}
		flush()
		out = append(out, r)
	}
	flush()
	return string(out)
}

// withoutLetters returns a text with every letter as one and the same.
func withoutLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return 'x'
		}
		return r
	}, text)
}

// papers returns the papers of testdata, a sample unless the run is thorough, by
// their names.
func papers(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, folder := range []string{"papers", "bad"} {
		names, err := filepath.Glob(filepath.Join("..", "..", "testdata", folder, "*.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			t.Fatalf("no papers in %s", folder)
		}
		for _, name := range pdftest.Sample(t, names, 8) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.Base(name)] = data
		}
	}
	return out
}

// TestWordsAloneChangeWithTheWording: with every sentence and every fix in other
// words, all formats have the same findings, merged over the same pages, with the
// same fixes, and verdicts, measures, kinds and arguments stay to the byte.
func TestWordsAloneChangeWithTheWording(t *testing.T) {
	pig := wording.English().Map(pigLatin)
	files := papers(t)
	for _, p := range profiles(t) {
		checker := &check.Checker{Profile: p}
		var english, reworded []report.File
		for _, name := range slices.Sorted(maps.Keys(files)) {
			file := checker.Check(context.Background(), name, files[name])
			file.ElapsedMS = nil
			wantCatalogued(t, file)
			english, reworded = append(english, file), append(reworded, inWords(pig, file, p))
		}
		wantSameData(t, english, reworded)
		for _, f := range render.Formats() {
			for what, reports := range map[string][2][]report.File{"all": {english, reworded}, "one": {english[:1], reworded[:1]}} {
				t.Run(fmt.Sprint(p.Name, " ", f.Name, " ", what), func(t *testing.T) {
					wantSameButWords(t, written(t, f, p, nil, reports[0]), written(t, f, p, pig, reports[1]))
				})
			}
		}
	}
}

// inWords returns a file in the words of another catalogue.
func inWords(c *wording.Catalogue, f report.File, p *profile.Profile) report.File {
	f.Checks, f.Findings, f.Damage = slices.Clone(f.Checks), slices.Clone(f.Findings), slices.Clone(f.Damage)
	c.Word(&f, rules.Filler(p))
	report.SortFindings(f.Findings, f.Checks)
	return f
}

// wantCatalogued checks that every sentence is one of the catalogue, with the
// arguments that are documented, and of a rule that may say it.
func wantCatalogued(t *testing.T, f report.File) {
	t.Helper()
	c := wording.English()
	look := func(rule string, s report.Sentence, message string) {
		if wrong := c.Check(s); wrong != "" {
			t.Errorf("%s, %s: %s", f.Path, rule, wrong)
			return
		}
		if message != c.Text(s) {
			t.Errorf("%s, %s: %q is not the sentence of %s %v", f.Path, rule, message, s.Kind, s.Args)
		}
		if of := c.Entry(s.Kind).Rules; len(of) > 0 && !slices.Contains(of, rule) {
			t.Errorf("%s: %s says %s, which is documented for %v", f.Path, rule, s.Kind, of)
		}
	}
	for _, x := range f.Checks {
		if x.Kind != "" || x.Message != "" {
			look(x.Rule, x.Sentence, x.Message)
		}
	}
	for _, x := range f.Findings {
		look(x.Rule, x.Sentence, x.Message)
		if (x.Fix == nil) != (x.Hint == "") || x.Hint != strings.Join(x.Fix.Lines(), "\n") || strings.ContainsAny(x.Hint, "«»") {
			t.Errorf("%s, %s: the hint %q is not that of %+v", f.Path, x.Rule, x.Hint, x.Fix)
		}
	}
	for _, x := range f.Damage {
		look(report.RuleReadable, x.Sentence(), x.Message)
	}
}

// wantSameData checks that files differ in their words alone, and that they do.
func wantSameData(t *testing.T, english, reworded []report.File) {
	t.Helper()
	for i := range english {
		a, b := english[i], reworded[i]
		for k := range a.Findings {
			if a.Findings[k].Message == b.Findings[k].Message {
				t.Errorf("%s: %q is the same in pig Latin", a.Path, a.Findings[k].Message)
			}
		}
		if diff := cmp.Diff(wordless(t, a), wordless(t, b)); diff != "" {
			t.Errorf("%s: more than words changed:\n%s", a.Path, diff)
		}
	}
}

// wordless returns a file's JSON without its words.
func wordless(t *testing.T, f report.File) string {
	t.Helper()
	f = f.ForWriting()
	for i := range f.Checks {
		f.Checks[i].Message = ""
	}
	for i := range f.Findings {
		x := &f.Findings[i]
		x.Message, x.Hint, x.Fix = "", "", nil
	}
	for i := range f.Damage {
		f.Damage[i].Message = ""
	}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// written returns a report in a format and the words of a catalogue.
func written(t *testing.T, f render.Format, p *profile.Profile, c *wording.Catalogue, files []report.File) string {
	t.Helper()
	var out bytes.Buffer
	head := report.Profile{Name: p.Name, Title: p.Title, Digest: "x"}
	opt := render.Options{Sentences: c}
	if err := f.Write(&out, report.New(report.Tool{Name: "paperfit"}, head, files), opt); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// wantSameButWords checks that two reports differ in letters alone, and that they do.
func wantSameButWords(t *testing.T, english, reworded string) {
	t.Helper()
	if english == reworded && strings.Contains(english, "is required") {
		t.Error("both are in the same words")
	}
	a, b := strings.Split(withoutLetters(english), "\n"), strings.Split(withoutLetters(reworded), "\n")
	if len(a) != len(b) {
		t.Errorf("%d lines, in other words %d", len(a), len(b))
	}
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d, in other words:\n%s\n%s", i+1, strings.Split(english, "\n")[i], strings.Split(reworded, "\n")[i])
		}
	}
}

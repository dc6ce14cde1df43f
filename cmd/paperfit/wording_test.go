package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// banned is a word or phrase that no message, help or document contains: it reads
// foreign, or another word is used for the same notion everywhere else.
type banned struct {
	pattern string // of a regular expression, without case
	instead string
}

var bannedWords = []banned{
	{`\bmend(s|ed|ing|able)?\b`, "fix"},
	{`\banew\b`, "again; re-…"},
	{`\bask(s|ed|ing)? (for|of|more|what|the|that|by)\b|\b(is|are|not|be) asked\b|\basks\b`, "requires"},
	{`\b(is|are|was|were|be) told\b|\btells?\b|\btold\b`, "reports, describes"},
	{`\bnobody\b|none of (its|their) business`, "no one; not needed"},
	{`\b(is|are|was) held against\b|\bholds? [\w' ]{1,40} against\b`, "is checked against, compared with"},
	{`\bgiven up\b|\bgiv(e|es|ing) (a |the )?(file |it |paper )?up\b`, "stopped, skipped"},
	{`\blook(s|ed|ing)? into\b`, "decoded, inspected"},
	{`\bpart(s|ed)? (by|from)\b`, "separated by"},
	{`\bhangs? on\b`, "depends on"},
	{`\bso many\b`, "number of"},
	{`\bkeeps? (the|its|their|all|every|a) (rules?|formats?|venue|call)\b|\bkept\b`, "meets, passes; remains"},
	{`\bbreaks? (a|the|no|this|any|its|\d+|all|RULE|[\w-]+ of the) ?(rule|format|\d+|of)|\bbroken rules?\b|\bbroke (a|no|none)\b`, "fails, violates"},
	{`\b(this|it|that|file|he|%q|which|\w+") (is|are) no (?:\w+ )?\w+`, "is not a; invalid"},
	{`\bwhole numbers?\b`, "integer"},
	{`\bstands? (on|in|at|there|behind|before|after|beside|alone)\b`, "is in, precedes, follows"},
	{`\blies (in|on|among|beside|there|outside)\b|\blie (in|on|among|beside)\b`, "is in, is on"},
	{`\bis (there|named|turned) already\b|\bthere already\b`, "already exists"},
	{`\bof (its|their|one's) own matter\b|\bour own matter\b`, "ignored"},
	{`\bin so many words\b|\bslips? of the pen\b`, "explicitly; typo"},
	{`\bsave for\b|\bbut for\b`, "except"},
	{`\bgoes away\b|\btake it away\b`, "is removed"},
	{`\bfor lack of\b|\bwhereof\b|\bthereof\b|\bbesides\b`, "without; also"},
	{`\bstick(s|ing)? out\b`, "extends beyond"},
}

// unmerged are folders and files that are not tested yet, with the reason.
var unmerged = map[string]string{
	"pkg/render/internal/markdown/rulebook.go": "its words are those of docs/rules.md",
	"docs/rules.md":                  "generated from pkg/internal/rules",
	"docs/hotcrp-authors.md":         "the words of HotCRP and of papers",
	"pkg/render/internal/rendertest": "sentences of a sample, for tests",
}

// TestUnmergedAreThere: an entry that names nothing any more goes.
func TestUnmergedAreThere(t *testing.T) {
	for path := range unmerged {
		if _, err := os.Stat(filepath.Join(root, path)); err != nil {
			t.Error(err)
		}
	}
}

// bannedIn returns the banned words in a text, with what to write instead.
func bannedIn(text string) []string {
	var out []string
	for i, re := range bannedPatterns {
		for _, found := range re.FindAllString(text, -1) {
			out = append(out, strconv.Quote(found)+" (write: "+bannedWords[i].instead+")")
		}
	}
	return out
}

var bannedPatterns = func() []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, b := range bannedWords {
		out = append(out, regexp.MustCompile("(?i)"+b.pattern))
	}
	return out
}()

// TestBannedWordsAreFound: the words are found in what was written once, and not in
// plain English.
func TestBannedWordsAreFound(t *testing.T) {
	for _, text := range []string{
		"how it is measured, and how to mend a paper", "make the PDF anew", "what a profile asks of each",
		"tell whether a file is a profile", "What it cannot express is told on standard error", "nobody wrote to it",
		"the program is held against its sums", "The tests hold glyph positions against MuPDF's trace", "checking was given up: limit timeout",
		"give a file up after this TIME", "a verdict can be looked into", "a file and its category, parted by a comma", "the answer hangs on the PDF",
		"check so many files at a time", "Keeps the rules of USENIX", "some file breaks a rule of severity error", `"10-6" is no range`,
		"this is no dump that can be read", "it is no whole number above zero", "it stands on line 2 already", "as banal does, save for 4",
	} {
		if len(bannedIn(text)) == 0 {
			t.Errorf("nothing is found in %q", text)
		}
	}
	for _, text := range []string{
		"there is no PDF in this folder", "format rules to check against", "a file fails a rule of severity error",
		"number of files to check in parallel", "stopped: limit timeout of 10s exceeded", "Part I of the paper", "the paper is nowhere",
	} {
		if found := bannedIn(text); len(found) > 0 {
			t.Errorf("%s is found in %q", found, text)
		}
	}
}

// TestHelpIsInPlainEnglish: no help contains a banned word.
func TestHelpIsInPlainEnglish(t *testing.T) {
	t.Parallel()
	for _, cmd := range allCommands() {
		for _, found := range bannedIn(helpText(cmd, widestHelp)) {
			t.Errorf("%s --help: %s", cmd.CommandPath(), found)
		}
	}
}

// TestDocumentsAreInPlainEnglish: no document contains a banned word.
func TestDocumentsAreInPlainEnglish(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	for _, name := range []string{"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "action.yml", ".pre-commit-hooks.yaml", "testdata/papers/README.md"} {
		pages = append(pages, filepath.Join(root, name))
	}
	for _, page := range pages {
		if unmerged[shortName(page)] != "" {
			continue
		}
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(page) == "README.md" {
			text = programOutput.ReplaceAll(text, nil)
		}
		number := 0
		for line := range strings.Lines(string(text)) {
			number++
			for _, found := range bannedIn(line) {
				t.Errorf("%s:%d: %s", shortName(page), number, found)
			}
		}
	}
}

// programOutput is what the README shows of the program, whose words are tested where
// they are written.
var programOutput = regexp.MustCompile("(?s)```console\n.*?\n```")

// TestMessagesAreInPlainEnglish: no string in the program contains a banned word.
func TestMessagesAreInPlainEnglish(t *testing.T) {
	t.Parallel()
	files := 0
	for _, folder := range []string{"cmd", "pkg"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && unmerged[shortName(path)] != "" {
				return filepath.SkipDir
			}
			if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") && unmerged[shortName(path)] == "" {
				files++
				checkStrings(t, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 200 {
		t.Errorf("only %d files", files)
	}
}

// checkStrings looks for banned words in the strings of a source file that have
// several words. Generated files quote the profiles, whose words are those of the venues.
func checkStrings(t *testing.T, path string) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	if ast.IsGenerated(file) {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		if err != nil || !strings.Contains(strings.TrimSpace(text), " ") {
			return true
		}
		for _, found := range bannedIn(text) {
			t.Errorf("%s:%d: %s", shortName(path), set.Position(literal.Pos()).Line, found)
		}
		return true
	})
}

// shortName returns the path of a file from the root of the repository.
func shortName(path string) string {
	short, err := filepath.Rel(root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(short)
}

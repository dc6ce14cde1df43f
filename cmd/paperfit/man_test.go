package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
)

// The man pages are made by a test, so that their generator is not in the program:
// go test ./cmd/paperfit -run ManPages -man DIR
var manDir = flag.String("man", "", "the folder to write the man pages to")

// TestManPages makes a page for each command, checks that it describes the flags, and
// runs mandoc and groff on it, if they are installed.
func TestManPages(t *testing.T) {
	t.Parallel()
	dir := *manDir
	if dir == "" {
		dir = t.TempDir()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, cmd := range manCommands() {
		path := filepath.Join(dir, manName(cmd)+".1")
		if err := os.WriteFile(path, manPage(cmd), 0o644); err != nil {
			t.Fatal(err)
		}
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !bytes.Contains(page, []byte(roff("--"+f.Name))) {
				t.Errorf("%s does not describe --%s", path, f.Name)
			}
		})
		paths = append(paths, path)
	}
	lintMan(t, paths)
}

// lintMan fails for each warning of the readers of man pages.
func lintMan(t *testing.T, paths []string) {
	for _, reader := range [][]string{
		{"mandoc", "-Tlint", "-Wwarning"},
		{"groff", "-man", "-ww", "-z", "-Kutf8"},
	} {
		if _, err := exec.LookPath(reader[0]); err != nil {
			t.Logf("%s is not installed: the man pages are not linted with it", reader[0])
			continue
		}
		out, err := exec.Command(reader[0], append(reader[1:], paths...)...).CombinedOutput()
		if err != nil || len(bytes.TrimSpace(out)) > 0 {
			t.Errorf("%s: %v\n%s", reader[0], err, out)
		}
	}
}

// manCommands returns the commands that have a page: the program itself and all
// that its help lists.
func manCommands() []*cobra.Command {
	top := newRoot(system.Streams{Getenv: func(string) string { return "" }})
	top.InitDefaultHelpCmd()
	out := []*cobra.Command{top}
	for _, cmd := range top.Commands() {
		if cmd.IsAvailableCommand() {
			out = append(out, cmd)
		}
	}
	for _, cmd := range out {
		cmd.InitDefaultHelpFlag()
	}
	return out
}

// manName is the name of a command's page, without its section.
func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage writes the page of a command in the man macros of roff.
func manPage(cmd *cobra.Command) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s 1 %s \"paperfit %s\" \"paperfit\"\n", strings.ToUpper(manName(cmd)), manDate(), version.Version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(manName(cmd)), roff(strings.ToLower(cmd.Short[:1])+cmd.Short[1:]))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(cmd.CommandPath()))
	if _, arguments, ok := strings.Cut(cmd.Use, " "); ok {
		fmt.Fprintf(&b, "%s\n", roff(arguments))
	}
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s", manBlocks(about))
	fmt.Fprintf(&b, ".SH OPTIONS\n")
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { manFlag(&b, f) })
	if end := cmd.Annotations[helpEnd]; end != "" {
		b.WriteString(manBlocks(end))
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roffLines(cmd.Example))
	}
	fmt.Fprintf(&b, ".SH SEE ALSO\n%s\n", strings.Join(seeAlso(cmd), " ,\n"))
	return b.Bytes()
}

// manDate is the date of the pages: that of SOURCE_DATE_EPOCH, so that the same commit
// gives the same bytes, else today.
func manDate() string {
	at := time.Now()
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		at = time.Unix(seconds, 0)
	}
	return at.UTC().Format(time.DateOnly)
}

// seeAlso names the other pages.
func seeAlso(cmd *cobra.Command) []string {
	var out []string
	for _, other := range manCommands() {
		if manName(other) != manName(cmd) {
			out = append(out, fmt.Sprintf(".BR %s (1)", roff(manName(other))))
		}
	}
	slices.Sort(out)
	return out
}

// manFlag writes a flag, its value and its usage.
func manFlag(b *bytes.Buffer, f *pflag.Flag) {
	name := "\\fB" + roff("--"+f.Name) + "\\fR"
	if f.Shorthand != "" {
		name = "\\fB" + roff("-"+f.Shorthand) + "\\fR, " + name
	}
	value, usage := pflag.UnquoteUsage(f)
	if value != "" {
		name += " \\fI" + roff(value) + "\\fR"
	}
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
		usage += fmt.Sprintf(" (default %s)", f.DefValue)
	}
	fmt.Fprintf(b, ".TP\n%s\n%s\n", name, roff(usage))
}

// manBlocks writes a text of help: headings, paragraphs, lists and literal lines.
func manBlocks(text string) string {
	var out strings.Builder
	fresh := true // after a heading
	for _, block := range parseHelp(text) {
		switch title, isHeading := strings.CutSuffix(block.text, ":"); {
		case block.term != "":
			fmt.Fprintf(&out, ".TP\n.B %s\n%s\n", roff(block.term), roff(block.text))
		case block.literal:
			fmt.Fprintf(&out, ".PP\n.nf\n    %s\n.fi\n", roff(block.text))
		case isHeading && block.indent == 0 && !strings.Contains(title, " ") || title == "Exit status":
			fmt.Fprintf(&out, ".SH %s\n", strings.ToUpper(roff(title)))
			fresh = true
			continue
		case fresh:
			fmt.Fprintf(&out, "%s\n", roff(block.text))
		default:
			fmt.Fprintf(&out, ".PP\n%s\n", roff(block.text))
		}
		fresh = false
	}
	return out.String()
}

// roffLines escapes each line.
func roffLines(text string) string {
	var out []string
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		if line = roff(strings.ReplaceAll(line, "\t", "    ")); line == "" {
			line = ".PP"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// roff escapes what roff would read as commands, and writes characters beyond ASCII by
// their code.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, `-`, `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	var out strings.Builder
	for _, r := range text {
		if r < 128 {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, `\[u%04X]`, r)
		}
	}
	return out.String()
}

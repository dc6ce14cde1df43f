// Command gen makes the tables in pkg/internal/font/data from the AFM files of the
// standard 14 fonts and from the Adobe Glyph List, neither of which is part of
// this repository:
//
//	gen -afm folder -agl glyphlist.txt -out ../../data
//
// The AFM files are Adobe's Core 14 (for example in the npm package pdfkit,
// folder js/data); the glyph list is that of adobe-type-tools/agl-aglfn (for
// example in TeX Live, fonts/map/glyphlist).
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// latin are the twelve text fonts in the order of the columns of latin.txt;
// package font numbers them alike.
var latin = []string{
	"Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
	"Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
	"Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic",
}

func main() {
	afms := flag.String("afm", "", "folder with the AFM files")
	agl := flag.String("agl", "", "the Adobe Glyph List")
	out := flag.String("out", "data", "folder for the tables")
	flag.Parse()
	if err := run(*afms, *agl, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(afms, agl, out string) error {
	fonts := map[string]*afm{}
	for _, name := range append(slices.Clone(latin), "Symbol", "ZapfDingbats") {
		f, err := readAFM(filepath.Join(afms, name+".afm"))
		if err != nil {
			return err
		}
		fonts[name] = f
	}
	list, err := glyphList(agl)
	if err != nil {
		return err
	}
	tables := map[string]string{
		"latin.txt":     metrics(fonts, latin),
		"symbol.txt":    metrics(fonts, []string{"Symbol"}),
		"dingbats.txt":  metrics(fonts, []string{"ZapfDingbats"}),
		"encodings.txt": encodings(fonts),
		"glyphlist.txt": list,
	}
	for name, text := range tables {
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// afm is what is taken from one AFM file.
type afm struct {
	notices []string
	facts   map[string]string // global facts by key
	glyphs  map[string]string // "width x0 y0 x1 y1" by glyph name
	codes   map[int]string    // the built-in encoding
}

func readAFM(path string) (*afm, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	a := &afm{facts: map[string]string{}, glyphs: map[string]string{}, codes: map[int]string{}}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		key, rest, _ := strings.Cut(strings.TrimSpace(lines.Text()), " ")
		switch {
		case key == "C":
			a.addGlyph(rest)
		case key == "Notice", key == "Comment" && strings.HasPrefix(rest, "Copyright"):
			a.notices = append(a.notices, rest)
		default:
			a.facts[key] = strings.TrimSpace(rest)
		}
	}
	return a, lines.Err()
}

// addGlyph reads "32 ; WX 250 ; N space ; B 0 0 0 0 ;".
func (a *afm) addGlyph(rest string) {
	var name, width, box string
	parts := strings.Split(rest, ";")
	for _, part := range parts {
		switch key, value, _ := strings.Cut(strings.TrimSpace(part), " "); key {
		case "WX":
			width = value
		case "N":
			name = value
		case "B":
			box = value
		}
	}
	a.glyphs[name] = width + " " + box
	if code, err := strconv.Atoi(strings.TrimSpace(parts[0])); err == nil && code >= 0 {
		a.codes[code] = name
	}
}

// metrics lays the fonts' glyphs out by name, one column for each font; the
// line ".face" has the facts about whole fonts.
func metrics(fonts map[string]*afm, names []string) string {
	rows := map[string][]string{".face": nil}
	for i, name := range names {
		f := fonts[name]
		for glyph, m := range f.glyphs {
			if rows[glyph] == nil {
				rows[glyph] = make([]string, len(names))
			}
			rows[glyph][i] = m
		}
		rows[".face"] = append(rows[".face"], f.face())
	}
	var out strings.Builder
	header(&out, fonts, names)
	for _, name := range sorted(rows) {
		fmt.Fprintf(&out, "%s %s\n", name, strings.Join(rows[name], ";"))
	}
	return out.String()
}

// face lists what package font's standardFont takes from ".face", in its order.
func (a *afm) face() string {
	var out []string
	for _, key := range []string{"Ascender", "Descender", "CapHeight", "XHeight", "ItalicAngle", "StdVW", "FontBBox"} {
		v := a.facts[key]
		if v == "" {
			v = "0"
		}
		out = append(out, v)
	}
	return strings.Join(out, " ")
}

func header(out *strings.Builder, fonts map[string]*afm, names []string) {
	out.WriteString("# Made by pkg/internal/font/internal/gen from Adobe's AFM files, modified: kerning and most\n")
	out.WriteString("# facts left out, laid out by glyph name, one column for each font, columns\n")
	out.WriteString("# \"width x0 y0 x1 y1\" in 1/1000 em. Licence: see NOTICE in this folder.\n")
	for _, name := range names {
		for _, notice := range fonts[name].notices {
			fmt.Fprintf(out, "# %s: %s\n", name, notice)
		}
	}
}

// encodings writes the built-in encodings of the AFM files: runs of glyph
// names, each run after the code it starts at.
func encodings(fonts map[string]*afm) string {
	var out strings.Builder
	out.WriteString("# Made by pkg/internal/font/internal/gen from Adobe's AFM files. Licence: see NOTICE in this folder.\n")
	for _, e := range [][2]string{{"Standard", "Times-Roman"}, {"Symbol", "Symbol"}, {"ZapfDingbats", "ZapfDingbats"}} {
		out.WriteString(e[0])
		last := -1
		for _, code := range sorted(fonts[e[1]].codes) {
			if code != last+1 {
				fmt.Fprintf(&out, " %d", code)
			}
			out.WriteString(" " + fonts[e[1]].codes[code])
			last = code
		}
		out.WriteString("\n")
	}
	return out.String()
}

// glyphList sorts the list by name and keeps its notice.
func glyphList(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	out := "# Made by pkg/internal/font/internal/gen, sorted by name, from:\n"
	var rows []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, runes, ok := strings.Cut(line, ";"); ok && line[0] != '#' {
			rows = append(rows, name+" "+runes)
		} else if line != "" && len(rows) == 0 {
			out += line + "\n"
		}
	}
	slices.Sort(rows)
	return out + strings.Join(rows, "\n") + "\n", nil
}

func sorted[K int | string, V any](m map[K]V) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

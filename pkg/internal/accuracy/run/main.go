// Command run draws random papers of known structure, sets them with TeX, and
// writes how often paperfit errs on them. Each paper follows from its seed alone.
//
//	go run ./pkg/internal/accuracy/run -n 400 -seed 1
//	go run ./pkg/internal/accuracy/run -n 1 -seed 217 -keep folder
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/accuracy"
	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

func main() {
	seed := flag.Uint64("seed", 1, "the first seed")
	n := flag.Int("n", 40, "how many papers")
	keep := flag.String("keep", "", "the folder to keep papers and truths in, and to take them from when they are there")
	out := flag.String("o", "", "the page of Markdown to write")
	flag.Parse()
	if err := run(*seed, *n, *keep, *out); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// run makes, checks and counts the papers.
func run(seed uint64, n int, keep, out string) error {
	if keep == "" {
		temporary, err := os.MkdirTemp("", "accuracy")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		keep = temporary
	}
	var tally accuracy.Tally
	for i := range uint64(n) {
		truth, pdf, err := paper(seed+i, keep)
		if err != nil {
			fmt.Fprintf(os.Stderr, "seed %d: %v\n", seed+i, err)
			continue
		}
		score, err := accuracy.Judge(truth, pdf)
		if err != nil {
			return err
		}
		tally.Add(score)
		progress(score)
	}
	tally.WriteRates(os.Stdout)
	fmt.Println()
	tally.WriteRoles(os.Stdout)
	fmt.Println()
	tally.WriteFailing(os.Stdout)
	return nil
}

// progress shows a wrong paper at once.
func progress(s *accuracy.Score) {
	verdict := "right"
	if !s.Right() {
		verdict = "WRONG"
	}
	fmt.Fprintf(os.Stderr, "%s %s %s\n", verdict, s.Truth.Name, s.Truth.Maker)
}

// paper returns the paper of a seed, from the folder when it is there already.
func paper(seed uint64, keep string) (*accuracy.Truth, []byte, error) {
	p := papers.Draw(seed)
	name := fmt.Sprintf("%05d-%s", seed, strings.NewReplacer(" ", "-", ",", "").Replace(p.Template))
	pdfFile, truthFile := filepath.Join(keep, name+".pdf"), filepath.Join(keep, name+".json")
	if data, err := os.ReadFile(truthFile); err == nil {
		truth, err := accuracy.ReadTruth(data)
		if err != nil {
			return nil, nil, err
		}
		pdf, err := os.ReadFile(pdfFile)
		return truth, pdf, err
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	truth, pdf, err := build(p, name)
	if err != nil {
		return nil, nil, err
	}
	data, err := json.MarshalIndent(truth, "", " ")
	if err != nil {
		return nil, nil, err
	}
	return truth, pdf, errors.Join(os.WriteFile(pdfFile, pdf, 0o644), os.WriteFile(truthFile, append(data, '\n'), 0o644))
}

// build sets a paper and takes its truth.
func build(p papers.Paper, name string) (*accuracy.Truth, []byte, error) {
	folder, err := os.MkdirTemp("", "accuracy")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(folder)
	pdf, marks, err := typeset(p, folder)
	if err != nil {
		return nil, nil, err
	}
	truth := &accuracy.Truth{Name: name, Seed: p.Seed, Maker: p.Engine, Template: p.Template, Traits: p.Traits}
	truth.Facts.Kind, truth.Facts.Columns = p.Known.Kind, p.Known.Columns
	truth.Facts.Abstract, truth.Facts.Authors = p.Known.Abstract, p.Known.Authors
	truth.Facts.OtherColumns = p.Known.OtherColumns
	if err := truth.FromMarks(marks); err != nil {
		return nil, nil, err
	}
	log, err := os.ReadFile(filepath.Join(folder, "main.log"))
	if err != nil {
		return nil, nil, err
	}
	truth.Facts.Overfull = overfull(log)
	return truth, pdf, nil
}

// tooWide matches TeX's complaint about a line that is wider than its column.
var tooWide = regexp.MustCompile(`Overfull \\hbox \(([0-9.]+)pt too wide\)`)

// overfull returns how far the longest line sticks out.
func overfull(log []byte) float64 {
	most := 0.0
	for _, m := range tooWide.FindAllSubmatch(log, -1) {
		if width, err := strconv.ParseFloat(string(m[1]), 64); err == nil {
			most = max(most, width)
		}
	}
	return most
}

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
	only := flag.String("only", "", "only papers whose template has this in its name")
	sources := flag.String("sources", "", "the folder to leave the sources of papers that are made in")
	out := flag.String("o", "", "the page of Markdown to write")
	flag.Parse()
	if err := run(options{*seed, *n, *keep, *only, *sources, *out}); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	seed                     uint64
	n                        int
	keep, only, sources, out string
}

// run makes, checks and counts the papers.
func run(o options) error {
	if o.keep == "" {
		temporary, err := os.MkdirTemp("", "accuracy")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		o.keep = temporary
	}
	var tally accuracy.Tally
	for seed := o.seed; o.n > 0; seed++ {
		p := papers.Draw(seed)
		if !strings.Contains(p.Template, o.only) {
			continue
		}
		o.n--
		truth, pdf, err := o.paper(p)
		if err != nil {
			fmt.Fprintf(os.Stderr, "seed %d: %v\n", seed, err)
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

// paper returns a paper with its truth, from the folder when it is there already.
func (o *options) paper(p papers.Paper) (*accuracy.Truth, []byte, error) {
	name := fmt.Sprintf("%05d-%s", p.Seed, strings.NewReplacer(" ", "-", ",", "").Replace(p.Template))
	pdfFile, truthFile := filepath.Join(o.keep, name+".pdf"), filepath.Join(o.keep, name+".json")
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
	truth, pdf, err := o.build(p, name)
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
func (o *options) build(p papers.Paper, name string) (*accuracy.Truth, []byte, error) {
	folder := filepath.Join(o.sources, name)
	if o.sources == "" {
		temporary, err := os.MkdirTemp("", "accuracy")
		if err != nil {
			return nil, nil, err
		}
		defer os.RemoveAll(temporary)
		folder = temporary
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, nil, err
	}
	if err := write(p, folder); err != nil {
		return nil, nil, err
	}
	truth := &accuracy.Truth{Name: name, Seed: p.Seed, Maker: p.Engine, Template: p.Template, Traits: p.Traits}
	truth.Facts.Kind, truth.Facts.Columns, truth.Facts.OtherColumns = p.Known.Kind, p.Known.Columns, p.Known.OtherColumns
	truth.Facts.Abstract, truth.Facts.Authors = p.Known.Abstract, p.Known.Authors
	if p.Blocks != nil {
		pdf, err := other(p, folder, truth)
		return truth, pdf, err
	}
	pdf, marks, err := typeset(p, folder)
	if err != nil {
		return nil, nil, err
	}
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

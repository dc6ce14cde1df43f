// Command run draws random papers of known structure, sets them with TeX and other
// programs, and writes how often paperfit errs on them. Each paper follows from its
// seed alone.
//
//	go run ./pkg/internal/accuracy/run -n 400 -seed 1
//	go run ./pkg/internal/accuracy/run -n 1 -seed 217 -keep folder
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/accuracy"
	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

// options are the flags.
type options struct {
	seed                     uint64
	n, jobs                  int
	keep, only, sources, out string
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "the first seed")
	flag.IntVar(&o.n, "n", 40, "number of papers")
	flag.IntVar(&o.jobs, "j", runtime.NumCPU(), "number of papers to build in parallel")
	flag.StringVar(&o.keep, "keep", "", "`folder` for papers and truths; what already exists is not built again")
	flag.StringVar(&o.only, "only", "", "only papers whose template, maker or traits hold this `text`")
	flag.StringVar(&o.sources, "sources", "", "`folder` for the sources of the papers that are built")
	flag.StringVar(&o.out, "o", "", "`file` of Markdown to write; without it the page goes to standard output")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// run builds, checks and counts the papers.
func (o *options) run() error {
	tools, err := lookUp()
	if err != nil {
		return err
	}
	if o.keep == "" {
		temporary, err := os.MkdirTemp("", "accuracy")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		o.keep = temporary
	} else if err := os.MkdirAll(o.keep, 0o755); err != nil {
		return err
	}
	results := o.judge(o.draw(), tools)
	page := accuracy.Page{Command: o.command()}
	for _, r := range results {
		if r.score == nil {
			page.Missing = append(page.Missing, r.missing)
		} else {
			page.Tally.Add(r.score)
		}
	}
	var text bytes.Buffer
	page.Write(&text)
	if o.out == "" {
		_, err := os.Stdout.Write(text.Bytes())
		return err
	}
	return os.WriteFile(o.out, text.Bytes(), 0o644)
}

// command returns how to make the same page again.
func (o *options) command() string {
	out := fmt.Sprintf("make accuracy N=%d SEED=%d", o.n, o.seed)
	if o.only != "" {
		out += " ONLY=" + o.only
	}
	return out
}

// draw draws the papers.
func (o *options) draw() []papers.Paper {
	var out []papers.Paper
	for seed := o.seed; len(out) < o.n; seed++ {
		p := papers.Draw(seed)
		if strings.Contains(strings.Join(append(p.Traits, p.Template, p.Engine), "\n"), o.only) {
			out = append(out, p)
		}
	}
	return out
}

// result is what came of a paper: its score, or why there is none.
type result struct {
	score   *accuracy.Score
	missing string
}

// judge builds and judges the papers, several at a time; the results have their
// order.
func (o *options) judge(all []papers.Paper, tools *tools) []result {
	results := make([]result, len(all))
	var group sync.WaitGroup
	next := make(chan int)
	for range max(o.jobs, 1) {
		group.Go(func() {
			for i := range next {
				results[i] = o.one(all[i], tools)
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	group.Wait()
	return results
}

// one builds and judges a paper, and shows at once how it went.
func (o *options) one(p papers.Paper, tools *tools) result {
	score, err := o.score(p, tools)
	if err != nil {
		missing := fmt.Sprintf("seed %d, %s: %v", p.Seed, p.Template, err)
		fmt.Fprintln(os.Stderr, "not built: "+missing)
		return result{missing: missing}
	}
	verdict := "right"
	if !score.Right() {
		verdict = "WRONG"
	}
	fmt.Fprintf(os.Stderr, "%s %s %s\n", verdict, score.Truth.Name, score.Truth.Maker)
	return result{score: score}
}

func (o *options) score(p papers.Paper, tools *tools) (*accuracy.Score, error) {
	if err := tools.has(p.Engine); err != nil {
		return nil, err
	}
	truth, pdf, err := o.paper(p)
	if err != nil {
		return nil, err
	}
	return accuracy.Judge(truth, pdf)
}

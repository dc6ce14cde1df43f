// Command benchpeers compares whole processes of paperfit with pdftotext and mutool: wall
// and processor time, medians of interleaved runs, and peak memory. With -o it writes the
// page of figures, which keeps its history; with -batch it compares files per second.
//
//	benchpeers [-o PAGE -as NAME] PAPERFIT LABEL=FILE…
//	benchpeers -batch PAPERFIT FILE…
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	page := flag.String("o", "", "write the figures to this page, too")
	as := flag.String("as", "", "what is measured, for the page's history: a version or commit")
	batch := flag.Bool("batch", false, "compare files per second")
	flag.Parse()
	if flag.NArg() < 2 {
		fmt.Fprintln(os.Stderr, "usage: benchpeers [-o PAGE -as NAME] PAPERFIT LABEL=FILE… | -batch PAPERFIT FILE…")
		os.Exit(2)
	}
	var err error
	if *batch {
		err = compareBatch(flag.Arg(0), flag.Args()[1:])
	} else {
		err = comparePapers(os.Stdout, flag.Arg(0), flag.Args()[1:], *page, *as)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchpeers:", err)
		os.Exit(1)
	}
}

// comparePapers compares the programs on papers, each given as its label and its file,
// prints the figures and writes them to the page, if there is one. No page gets figures
// of a busy machine.
func comparePapers(out io.Writer, paperfit string, papers []string, page, as string) error {
	if page != "" {
		if err := idle(); err != nil {
			return err
		}
	}
	programs := []program{
		{"paperfit", func(file string) []string { return []string{paperfit, "check", "--format", "json", file} }},
		{"pdftotext", func(file string) []string { return []string{"pdftotext", "-bbox-layout", file, os.DevNull} }},
		{"mutool", func(file string) []string {
			return []string{"mutool", "draw", "-q", "-F", "stext", "-o", os.DevNull, file}
		}},
	}
	var all []comparison
	for _, paper := range papers {
		label, file, ok := strings.Cut(paper, "=")
		if !ok {
			label, file = paper, paper
		}
		if err := wholly(programs[0].command(file), label); err != nil {
			return err
		}
		c, err := compare(programs, label, file)
		if err != nil {
			return err
		}
		all = append(all, c)
	}
	fmt.Fprint(out, table(all))
	fmt.Fprint(out, summaryOf(all).text())
	if page == "" {
		return nil
	}
	if as == "" {
		return errors.New("-o needs -as: what is measured")
	}
	return writePage(page, as, all)
}

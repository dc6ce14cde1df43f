package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/synctex"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Without is the value of an option that turns it off.
const Without = "off"

// sources finds the lines of the source of papers that the user named. Those in folders,
// archives and lists are submissions, whose sources nobody has.
type sources struct {
	names []string
	file  string // "": beside each PDF
	warn  io.Writer
}

// newSources returns what finds lines of sources by an option: "" for the files beside
// the papers, Without for none, or the file of the only paper.
func newSources(option string, p Papers, warn io.Writer) (*sources, error) {
	switch {
	case option == Without:
		return nil, nil
	case option != "" && !p.isOne():
		return nil, errors.New("--synctex FILE requires exactly one paper; leave it out to use the files beside the papers")
	case option != "":
		if info, err := os.Stat(option); err != nil {
			return nil, fmt.Errorf("reading the SyncTeX file %s: %w", option, batch.Reason(err))
		} else if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is not a SyncTeX file", option)
		}
	}
	return &sources{names: p.Names, file: option, warn: warn}, nil
}

// isOne reports whether a paper is named, rather than several or a folder or archive of
// some.
func (p Papers) isOne() bool {
	if len(p.Names) != 1 || p.listed() || strings.EqualFold(filepath.Ext(p.Names[0]), ".zip") {
		return false
	}
	info, err := os.Stat(p.Names[0])
	return err != nil || !info.IsDir()
}

// trace is a SyncTeX file that is open; nil: there is none.
type trace struct {
	*sources
	file   *os.File
	folder string // of the PDF, absolute
	stale  bool   // it is older than the PDF
}

// staleAfter is how much older a SyncTeX file may be than its PDF: TeX writes both at the
// end of a run.
const staleAfter = 10 * time.Second

// open opens the SyncTeX file of a paper before its process gives up opening files.
func (s *sources) open(in batch.Input) *trace {
	piped := s != nil && s.file != "" && in.Path == batch.Stdin
	if s == nil || !piped && (in.File() == "" || !slices.Contains(s.names, in.File())) {
		return nil
	}
	folder, err := filepath.Abs(filepath.Dir(in.File())) // of standard input the current one
	if err != nil {
		return nil
	}
	for _, name := range s.candidates(in.File()) {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			continue
		}
		t := &trace{sources: s, file: file, folder: folder}
		paper, err := os.Stat(in.File())
		t.stale = err == nil && paper.ModTime().Sub(info.ModTime()) > staleAfter
		return t
	}
	return nil
}

// candidates returns the names that the SyncTeX file of a PDF may have.
func (s *sources) candidates(pdf string) []string {
	if s.file != "" {
		return []string{s.file}
	}
	base := strings.TrimSuffix(pdf, filepath.Ext(pdf))
	return []string{base + ".synctex.gz", base + ".synctex"}
}

// close closes the file.
func (t *trace) close() {
	if t != nil {
		t.file.Close()
	}
}

// locate adds to the findings and notes of a file the lines that they come from. Why
// there are none is written to standard error.
func (t *trace) locate(f *report.File) {
	if t == nil {
		return
	}
	wanted := map[int]bool{}
	for _, list := range [][]report.Finding{f.Findings, f.Notes} {
		for _, x := range list {
			if x.Page > 0 && x.Box != nil {
				wanted[x.Page] = true
			}
		}
	}
	if len(wanted) == 0 {
		return
	}
	if t.stale {
		t.warnOf("is older than %s", f.Path)
		return
	}
	read, err := synctex.Read(t.file, func(page int) bool { return wanted[page] })
	switch {
	case err != nil:
		t.warnOf("cannot be used with %s ("+reasonOf(err)+")", f.Path)
		return
	case f.Measured.Pages != nil && read.Pages() != *f.Measured.Pages:
		t.warnOf("does not belong to %s, which has another number of pages", f.Path)
		return
	}
	for _, list := range [][]report.Finding{f.Findings, f.Notes} {
		for i := range list {
			list[i].Source = t.sourceOf(read, &list[i])
		}
	}
}

// sourceOf returns the lines that a finding comes from, nil where they are not known, and
// for what is of a whole page.
func (t *trace) sourceOf(read *synctex.Trace, f *report.Finding) *report.SourceLines {
	if e := wording.English().Entry(f.Kind); f.Page == 0 || f.Box == nil || e != nil && e.Whole {
		return nil
	}
	found, ok := read.Source(f.Page, geom.FromArray(*f.Box))
	if !ok {
		return nil
	}
	exists := func(name string) bool {
		_, err := os.Stat(name)
		return err == nil
	}
	out := &report.SourceLines{File: found.Relative(t.folder, exists), Line: found.From}
	if found.To > found.From {
		out.EndLine = found.To
	}
	return out
}

// warnOf writes what is wrong with the SyncTeX file of a paper, and the remedy.
func (t *trace) warnOf(fault, paper string) {
	fmt.Fprintf(t.warn, "paperfit: %s "+fault+"; run LaTeX with -synctex=1 again to see the lines of the source\n", batch.Line(t.file.Name()), batch.Line(paper))
}

// reasonOf returns what is wrong with a SyncTeX file.
func reasonOf(err error) string {
	for _, known := range []error{synctex.ErrNoSyncTeX, synctex.ErrTooLarge, synctex.ErrTruncated} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "it cannot be read"
}

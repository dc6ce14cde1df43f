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
	case option == "":
	case len(p.Names) != 1 || p.listed():
		return nil, errors.New("--synctex FILE requires exactly one paper; leave it out to use the files beside the papers")
	default:
		if info, err := os.Stat(option); err != nil {
			return nil, fmt.Errorf("reading the SyncTeX file %s: %w", option, batch.Reason(err))
		} else if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is not a SyncTeX file", option)
		}
	}
	return &sources{names: p.Names, file: option, warn: warn}, nil
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
	if s == nil || in.File() == "" || !slices.Contains(s.names, in.File()) {
		return nil
	}
	folder, err := filepath.Abs(filepath.Dir(in.File()))
	if err != nil {
		return nil
	}
	candidates := []string{s.file}
	if s.file == "" {
		base := strings.TrimSuffix(in.File(), filepath.Ext(in.File()))
		candidates = []string{base + ".synctex.gz", base + ".synctex"}
	}
	for _, name := range candidates {
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

// close closes the file.
func (t *trace) close() {
	if t != nil {
		t.file.Close()
	}
}

// locate adds to the findings of a file the lines that they come from. It is told on
// standard error why there are none.
func (t *trace) locate(f *report.File) {
	if t == nil {
		return
	}
	wanted := map[int]bool{}
	for _, x := range f.Findings {
		if x.Page > 0 && x.Box != nil {
			wanted[x.Page] = true
		}
	}
	if len(wanted) == 0 {
		return
	}
	if t.stale {
		t.tell("%s is older than %s; run LaTeX with -synctex=1 again to see the lines of the source", f.Path)
		return
	}
	read, err := synctex.Read(t.file, func(page int) bool { return wanted[page] })
	switch {
	case err != nil:
		t.tell("%s cannot be used with %s ("+reasonOf(err)+"); run LaTeX with -synctex=1 again to see the lines of the source", f.Path)
		return
	case f.Measured.Pages != nil && read.Pages() != *f.Measured.Pages:
		t.tell("%s does not belong to %s, which has another number of pages; run LaTeX with -synctex=1 again to see the lines of the source", f.Path)
		return
	}
	for i := range f.Findings {
		f.Findings[i].Source = t.sourceOf(read, &f.Findings[i])
	}
}

// sourceOf returns the lines that a finding comes from, nil where they are not known.
func (t *trace) sourceOf(read *synctex.Trace, f *report.Finding) *report.SourceLines {
	if f.Page == 0 || f.Box == nil {
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

// tell writes why there are no lines, with the names of the SyncTeX file and the paper.
func (t *trace) tell(format, paper string) {
	fmt.Fprintf(t.warn, "paperfit: "+format+"\n", batch.Line(t.file.Name()), batch.Line(paper))
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

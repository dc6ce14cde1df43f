package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// lines returns the lines of a text.
func lines(text []byte) []string { return strings.Split(string(text), "\n") }

// The programs in the order in which they are compared.
const (
	ours = iota
	poppler
	mupdf
)

// table returns the figures as a table of Markdown.
func table(all []comparison) string {
	var out bytes.Buffer
	out.WriteString("| paper | pages | paperfit | pdftotext | mutool | wall ÷ pdftotext | CPU ÷ pdftotext |\n|---|--:|--:|--:|--:|--:|--:|\n")
	for _, c := range all {
		fmt.Fprintf(&out, "| %s | %d | %s | %s | %s | %s | %s |\n", c.label, c.pages,
			c.by[ours], c.by[poppler], c.by[mupdf], share(c.wallShare()), share(c.cpuShare()))
	}
	return out.String()
}

// String returns wall time, processor time and peak memory; "–" where there are none.
func (f figures) String() string {
	if f.wall == 0 {
		return "–"
	}
	return fmt.Sprintf("%s · %s ms · %d MB", milliseconds(f.wall), milliseconds(f.cpu), (f.peak+512)/1024)
}

func milliseconds(d time.Duration) string {
	if ms := float64(d.Microseconds()) / 1000; ms < 100 {
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%d", d.Milliseconds())
}

func (c *comparison) wallShare() float64 { return ratio(c.by[ours].wall, c.by[poppler].wall) }
func (c *comparison) cpuShare() float64  { return ratio(c.by[ours].cpu, c.by[poppler].cpu) }

// ratio returns a over b; 0 where b is not known.
func ratio(a, b time.Duration) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func share(x float64) string {
	if x == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", x)
}

// summary is one line of the history.
type summary struct {
	worst    float64 // of the processor times over pdftotext's, and of which paper
	worstOf  string
	mean     float64 // of those ratios
	perPage  float64 // processor time for a page of the longest paper over that of the others
	peak     int64   // KiB, the greatest
	measured int     // papers
}

func summaryOf(all []comparison) summary {
	s := summary{measured: len(all)}
	longest := 0
	for i, c := range all {
		x := c.cpuShare()
		s.mean += x / float64(len(all))
		if x > s.worst {
			s.worst, s.worstOf = x, c.label
		}
		s.peak = max(s.peak, c.by[ours].peak)
		if c.pages > all[longest].pages {
			longest = i
		}
	}
	var cpu time.Duration
	pages := 0
	for i, c := range all {
		if i != longest {
			cpu, pages = cpu+c.by[ours].cpu, pages+c.pages
		}
	}
	if long := all[longest]; pages > 0 && long.pages > 0 {
		s.perPage = ratio(long.by[ours].cpu/time.Duration(long.pages), cpu/time.Duration(pages))
	}
	return s
}

// text returns the summary for people.
func (s summary) text() string {
	return fmt.Sprintf("\nCPU time over that of pdftotext: %s in the mean of %d papers, %s at worst (%s).\n"+
		"CPU time of a page of the longest over that of the others: %s. Peak memory: %d MB.\n",
		share(s.mean), s.measured, share(s.worst), s.worstOf, share(s.perPage), (s.peak+512)/1024)
}

// The page has the latest figures and, below historyHead, a line for each measurement.
const (
	pageHead = `# Speed

Whole processes of ` + "`paperfit check`, of `pdftotext -bbox-layout`, which does the minimum that any reader of a page must do, and of `mutool draw -F stext`" + `, side by side on one machine: wall time, processor time (CPU, all cores together) and peak memory. Times are medians of interleaved runs. Written by ` + "`make bench-peers PAGE=docs/speed.md`" + `, which refuses to write on a busy machine; ratios can be compared between machines where a page fault takes as long (below), times cannot.

`
	historyHead = `
## History

CPU time over that of pdftotext, and of a page of the longest paper over that of a page of the others. A page fault is what the machine takes to provide 4 KB of memory on first use; a start causes hundreds, and virtual machines differ in them several times over.

| measured | date | papers | mean | worst | long ÷ short | peak memory | page fault |
|---|---|--:|--:|--:|--:|--:|--:|
`
)

// writePage writes the page of figures. The history of the page that is there is kept.
func writePage(page, as string, all []comparison) error {
	old, err := os.ReadFile(page)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	_, history, found := strings.Cut(string(old), historyHead)
	if !found && len(old) > 0 {
		return fmt.Errorf("%s has no history: move it away, or mend it", page)
	}
	fault, err := pageFault()
	if err != nil {
		return err
	}
	s := summaryOf(all)
	history += fmt.Sprintf("| %s | %s | %d | %s | %s (%s) | %s | %d MB | %.1f µs |\n", as, time.Now().UTC().Format(time.DateOnly),
		s.measured, share(s.mean), share(s.worst), s.worstOf, share(s.perPage), (s.peak+512)/1024, float64(fault.Nanoseconds())/1000)
	return os.WriteFile(page, []byte(pageHead+table(all)+s.text()+historyHead+history), 0o644)
}

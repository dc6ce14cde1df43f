// Package crosscheck compares paperfit's reading of a paper with that of a
// second reader that shares nothing with it above the bytes: ledongthuc/pdf cuts
// the file into objects and tokens, and a small interpreter of text operators of
// this package's own follows them.
//
// The second reader runs in a child process (child.go), because a file can make
// it hang, crash or grow: this program again, under another command, which calls
// Serve. The parent calls Compare.
//
// Compared are, for each page, the characters that are shown upright, their
// baselines and their sizes; never how far they reach to the right, which needs
// the metrics of fonts. Characters are counted as codes, blanks among them,
// because whether a code is blank depends on what it is taken to mean. Text counts
// whether or not a reader can see it: the second reader knows nothing of
// visibility.
//
// ledongthuc's own interpreter, Page.Content, is not used. It would put a table
// of four thousand names into the start of every run of paperfit (0.3 to 0.6 ms,
// whether or not a cross-check was requested), it reads a font again whenever
// one is chosen (seconds for a paper), and it reports the width of type for its
// size. A test holds the cost at start to nothing.
package crosscheck

import (
	"context"
	"fmt"

	"github.com/paperfit/paperfit/pkg/report"
)

// Compare compares paperfit's reading of a file with that of the second reader.
// It always returns an outcome: what keeps it from one is reported as
// "could-not-read".
func Compare(ctx context.Context, reader Reader, data []byte) report.CrossCheck {
	return CompareReading(ctx, reader, data, Read(ctx, data))
}

// CompareReading is Compare with paperfit's reading of the file at hand.
func CompareReading(ctx context.Context, reader Reader, data []byte, reading Reading) (out report.CrossCheck) {
	defer func() {
		if r := recover(); r != nil { // our fault; the check itself is not to suffer
			out = couldNotRead(ownFault)
		}
	}()
	ours := reading.pages
	switch {
	case reading.problem != "":
		return couldNotRead(reading.problem)
	case len(ours) == 0:
		return couldNotRead("paperfit itself finds no pages")
	}
	wanted := able(ours)
	if len(wanted) == 0 {
		out = couldNotRead("no page can be compared: " + ours[0].skip)
		out.Pages = comparePages(ours, answer{})
		return out
	}
	theirs, err := reader.read(ctx, data, wanted)
	if err != nil && len(theirs.pages) == 0 {
		return couldNotRead(err.Error())
	}
	out.Pages = comparePages(ours, theirs)
	out.Status, out.Message = outcome(out.Pages, theirs, err)
	return out
}

// ownFault describes a panic of this package's own.
const ownFault = "internal error: the comparison failed; please report it"

func couldNotRead(message string) report.CrossCheck {
	return report.CrossCheck{Status: report.CrossCouldNotRead, Message: message}
}

// able returns the numbers of the pages that can be compared.
func able(pages []ourPage) []int {
	var out []int
	for _, p := range pages {
		if p.skip == "" {
			out = append(out, p.number)
		}
	}
	return out
}

// outcome sums up the pages. The error describes why the second reader did not come
// to its end.
func outcome(pages []report.CrossPage, theirs answer, err error) (report.CrossStatus, string) {
	count := map[report.CrossStatus]int{}
	for _, p := range pages {
		count[p.Status]++
	}
	var message string
	if err != nil {
		message = err.Error()
	}
	switch {
	case theirs.count != len(pages):
		return report.CrossDiffers, fmt.Sprintf("pages %d against %d", len(pages), theirs.count)
	case count[report.CrossDiffers] > 0:
		return report.CrossDiffers, message
	case count[report.CrossAgrees] > 0:
		return report.CrossAgrees, message
	case message != "":
		return report.CrossCouldNotRead, message
	}
	return report.CrossCouldNotRead, "no page can be compared: " + firstSkip(pages)
}

// firstSkip returns why the first page was skipped.
func firstSkip(pages []report.CrossPage) string {
	for _, p := range pages {
		if p.Status == report.CrossSkipped {
			return p.Message
		}
	}
	return "there are none"
}

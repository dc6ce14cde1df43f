package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// banalFactor is how much longer banal takes than the pdftohtml that it calls:
// at least, for it starts Perl and reads what pdftohtml wrote. The ratio that is
// printed is the lower bound that this gives.
const banalFactor = 2

// batchRuns is how often a batch is timed.
const batchRuns = 3

// compareBatch times paperfit on all files at once, and pdftohtml with the
// arguments that banal gives it, file by file as HotCRP runs banal. The medians
// are of interleaved runs.
func compareBatch(paperfit string, files []string) error {
	folder, err := os.MkdirTemp("", "benchpeers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	var batch, single []time.Duration
	for range batchRuns {
		a, err := measure(append([]string{paperfit, "check", "--format", "json", "--output", os.DevNull}, files...))
		if err != nil {
			return err
		}
		var b time.Duration
		for _, file := range files {
			one, err := measure([]string{"pdftohtml", "-enc", "UTF-8", "-xml", "-i", "-zoom", "3", "-noroundcoord", file, filepath.Join(folder, "out")})
			if err != nil {
				return err
			}
			b += one.wall
		}
		batch, single = append(batch, a.wall), append(single, b)
	}
	a, b := medianTime(batch), medianTime(single)
	fmt.Printf("\n%d papers: paperfit in one batch %.2f s (%.1f a second), pdftohtml file by file %.2f s (%.1f a second): %.1f times as many;\n",
		len(files), a.Seconds(), rate(files, a), b.Seconds(), rate(files, b), float64(b)/float64(a))
	fmt.Printf("banal, which calls pdftohtml and takes at least %d times as long: %.1f times as many.\n", banalFactor, banalFactor*float64(b)/float64(a))
	return nil
}

func medianTime(times []time.Duration) time.Duration {
	return median(times, cmp.Compare, func(d time.Duration) time.Duration { return d })
}

// rate returns the files a second.
func rate(files []string, took time.Duration) float64 { return float64(len(files)) / took.Seconds() }

// Command benchpeers compares whole processes of paperfit with pdftotext: the medians
// of interleaved runs, their ratio, and paperfit's peak memory; with -batch, the files
// per second of both.
//
//	benchpeers PAPERFIT FILE…
//	benchpeers -batch PAPERFIT FILE…
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// runs is how often each program is run on each file, after one run to warm up.
const runs = 15

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: benchpeers [-batch] PAPERFIT FILE…")
		os.Exit(2)
	}
	if os.Args[1] == "-batch" {
		if err := compareBatch(os.Args[2], os.Args[3:]); err != nil {
			fmt.Fprintln(os.Stderr, "benchpeers:", err)
			os.Exit(1)
		}
		return
	}
	fmt.Printf("medians of %d interleaved runs of whole processes\n\n", runs)
	fmt.Printf("%-46s %10s %10s %7s %10s\n", "file", "paperfit", "pdftotext", "ratio", "peak")
	for _, file := range os.Args[2:] {
		if err := compare(os.Args[1], file); err != nil {
			fmt.Fprintln(os.Stderr, "benchpeers:", err)
			os.Exit(1)
		}
	}
}

// compare times both programs on a file, in turn, and prints a line.
func compare(paperfit, file string) error {
	var ours, theirs []time.Duration
	var peak int64
	for i := range runs + 1 {
		a, memory, err := measure(paperfit, "check", "--format", "json", file)
		if err != nil {
			return err
		}
		b, _, err := measure("pdftotext", "-bbox-layout", file, os.DevNull)
		if err != nil {
			return err
		}
		if i > 0 {
			ours, theirs, peak = append(ours, a), append(theirs, b), max(peak, memory)
		}
	}
	a, b := median(ours), median(theirs)
	fmt.Printf("%-46s %7.1f ms %7.1f ms %7.2f %7.1f MB\n", short(file), milliseconds(a), milliseconds(b), float64(a)/float64(b), float64(peak)/1024)
	return nil
}

// measure runs a process and returns its wall time and peak memory in KiB. A
// status other than zero is an outcome as good as any.
func measure(name string, args ...string) (time.Duration, int64, error) {
	cmd := exec.Command(name, args...)
	start := time.Now()
	err := cmd.Run()
	elapsed := time.Since(start)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return 0, 0, err
	}
	return elapsed, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss, nil
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// short is the end of a long path.
func short(path string) string {
	const most = 46
	if len(path) <= most {
		return path
	}
	return "…" + path[len(path)-most+1:]
}

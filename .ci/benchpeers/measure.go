package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

// Each program runs most times on each file, after one run to warm up, and fewer times
// on files that take longer than a budget, but least times, of which the first is one.
const (
	most   = 15
	least  = 3
	budget = 6 * time.Second
)

// program is one of those that are compared.
type program struct {
	name    string
	command func(file string) []string
}

// figures are those of one process, or the medians of several.
type figures struct {
	wall, cpu time.Duration
	peak      int64 // KiB; of several processes the greatest
}

// comparison has the figures of each program on one paper. A program that is not
// installed has none.
type comparison struct {
	label string
	pages int
	runs  int
	by    []figures
}

// compare times the programs on a file, in turn.
func compare(programs []program, label, file string) (comparison, error) {
	c := comparison{label: label, by: make([]figures, len(programs))}
	c.pages = pagesOf(file)
	all := make([][]figures, len(programs))
	start := time.Now()
	if err := round(programs, file, all); err != nil {
		return c, err
	}
	left := least - 1
	if c.runs = min(most, max(least, int(budget/time.Since(start)))); c.runs > least {
		clear(all) // the first was to warm up
		left = c.runs
	}
	for range left {
		if err := round(programs, file, all); err != nil {
			return c, err
		}
	}
	for k := range all {
		if len(all[k]) > 0 {
			c.by[k] = medians(all[k])
		}
	}
	return c, nil
}

// round runs each program on a file once and adds its figures to all. One that is not
// installed has none.
func round(programs []program, file string, all [][]figures) error {
	for k, p := range programs {
		f, err := measure(p.command(file))
		if errors.Is(err, exec.ErrNotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("%s on %s: %w", p.name, file, err)
		}
		all[k] = append(all[k], f)
	}
	return nil
}

// wholly reports whether a command of paperfit checks its paper: one that is stopped by
// a limit is no quick check.
func wholly(command []string, label string) error {
	out, err := exec.Command(command[0], command[1:]...).Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	var r report.Report
	if err := json.Unmarshal(out, &r); err != nil {
		return fmt.Errorf("the report on %s: %w", label, err)
	}
	for _, f := range r.Files {
		if f.Verdict == report.Error {
			return fmt.Errorf("%s was not checked: %s", label, f.Checks[0].Message)
		}
	}
	return nil
}

// measure runs a process. A status other than zero is an outcome as good as any.
func measure(command []string) (figures, error) {
	cmd := exec.Command(command[0], command[1:]...)
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return figures{}, err
	}
	state := cmd.ProcessState
	return figures{wall, state.UserTime() + state.SystemTime(), state.SysUsage().(*syscall.Rusage).Maxrss}, nil
}

func medians(all []figures) figures {
	of := func(value func(figures) time.Duration) time.Duration {
		return median(all, func(a, b figures) int { return cmp.Compare(value(a), value(b)) }, value)
	}
	out := figures{wall: of(func(f figures) time.Duration { return f.wall }), cpu: of(func(f figures) time.Duration { return f.cpu })}
	for _, f := range all {
		out.peak = max(out.peak, f.peak)
	}
	return out
}

// median sorts values by some order and returns that of the middle one.
func median[T, V any](all []T, order func(a, b T) int, value func(T) V) V {
	slices.SortFunc(all, order)
	return value(all[len(all)/2])
}

// pageFault returns how long the system takes to provide a small page of memory on first
// use: what a start takes depends on it, and virtual machines differ in it several times over.
func pageFault() (time.Duration, error) {
	const rounds, size = 32, 1 << 20 // less than a large page
	page, best := os.Getpagesize(), time.Duration(0)
	for range rounds {
		memory, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
		if err != nil {
			return 0, fmt.Errorf("measuring page faults: %w", err)
		}
		start := time.Now()
		for i := 0; i < size; i += page {
			memory[i] = 1
		}
		if took := time.Since(start); best == 0 || took < best {
			best = took
		}
		if err := syscall.Munmap(memory); err != nil {
			return 0, fmt.Errorf("measuring page faults: %w", err)
		}
	}
	return best / time.Duration(size/page), nil
}

// pagesOf returns the number of pages that pdfinfo tells; 0 where it tells none.
func pagesOf(file string) (pages int) {
	out, err := exec.Command("pdfinfo", file).Output()
	if err != nil {
		return 0
	}
	for _, line := range lines(out) {
		if n, err := fmt.Sscanf(line, "Pages: %d", &pages); n == 1 && err == nil {
			return pages
		}
	}
	return 0
}

// busy is the share of the processors' time above which a machine is not idle.
const busy = 0.25

// idle says in an error that the machine has other work: figures of it are none to keep.
func idle() error {
	before, ok := processorTimes()
	time.Sleep(2 * time.Second)
	after, _ := processorTimes()
	if !ok {
		return nil // another system than Linux: the user knows
	}
	if share := 1 - (after.idle-before.idle)/(after.all-before.all); share > busy {
		return fmt.Errorf("the machine is busy (%.0f%% of its processors' time): no page is written; run it without -o, or when the machine is idle", 100*share)
	}
	return nil
}

// processorTimes are those of all processors since the machine started.
func processorTimes() (t struct{ idle, all float64 }, ok bool) {
	data, err := os.ReadFile("/proc/stat") // proc_stat(5): cpu user nice system idle iowait …
	fields := strings.Fields(strings.SplitN(string(data), "\n", 2)[0])
	if err != nil || len(fields) < 5 {
		return t, false
	}
	for i, field := range fields[1:] {
		value, _ := strconv.ParseFloat(field, 64)
		t.all += value
		if i == 3 || i == 4 {
			t.idle += value
		}
	}
	return t, true
}

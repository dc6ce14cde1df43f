package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
)

// limitOptions are the flags that say how many files are checked at a time, and
// what one may take.
type limitOptions struct {
	jobs      int
	timeout   time.Duration
	maxMemory size
}

// register adds the flags to a command.
func (o *limitOptions) register(cmd *cobra.Command) {
	o.maxMemory.bytes = batch.DefaultMaxMemory
	cmd.Flags().IntVarP(&o.jobs, "jobs", "j", runtime.NumCPU(), "check so many files at a time")
	cmd.Flags().DurationVar(&o.timeout, "timeout", batch.DefaultTimeout, "give a file up after this `TIME`, such as 30s")
	cmd.Flags().Var(&o.maxMemory, "max-memory", "give a file up that needs more memory, such as 1GB")
}

// validate tells what cannot be.
func (o *limitOptions) validate() error {
	switch {
	case o.jobs < 1 || o.jobs > maxJobs:
		return fmt.Errorf("--jobs %d is not between 1 and %d", o.jobs, maxJobs)
	case o.timeout <= 0:
		return fmt.Errorf("--timeout %v leaves no time; give one such as 10s", o.timeout)
	case o.maxMemory.bytes < batch.LeastMemory:
		return fmt.Errorf("--max-memory %v is less than paperfit itself needs; give %d MB or more", &o.maxMemory, batch.LeastMemory>>20)
	}
	return nil
}

// batchOptions are the flags of a command that goes through many files.
type batchOptions struct {
	limitOptions
	filesFrom string
	null      bool
}

// register adds the flags to a command.
func (o *batchOptions) register(cmd *cobra.Command) {
	o.limitOptions.register(cmd)
	cmd.Flags().StringVar(&o.filesFrom, "files-from", "", "check the files that `FILE` names too, one a line; - reads the names from standard input, as they come")
	cmd.Flags().BoolVarP(&o.null, "null", "0", false, "names in --files-from end with NUL, as find -print0 writes them")
}

// maxJobs caps the workers: each takes memory.
const maxJobs = 1024

// inputs returns the files that are named by the arguments and by the list. What
// is skipped in folders and archives is counted.
func (o *batchOptions) inputs(streams Streams, args []string, skips *batch.Skips) (batch.Inputs, error) {
	if err := o.validate(args); err != nil {
		return nil, err
	}
	named := batch.Named(args, streams.In, skips)
	if o.filesFrom == "" {
		return named, nil
	}
	listed, err := batch.Listed(o.filesFrom, streams.In, o.null, skips)
	if err != nil {
		return nil, err
	}
	return func(yield func(batch.Input) bool) {
		for _, inputs := range []batch.Inputs{named, listed} {
			for in := range inputs {
				if !yield(in) {
					return
				}
			}
		}
	}, nil
}

// validate tells what cannot be.
func (o *batchOptions) validate(args []string) error {
	switch {
	case o.null && o.filesFrom == "":
		return errors.New("--null tells how names in a list end; name the list with --files-from")
	case len(args) == 0 && o.filesFrom == "":
		return errors.New("no file is named; name at least one PDF, a folder, or - for standard input")
	case o.filesFrom == batch.Stdin && slices.Contains(args, batch.Stdin):
		return errors.New("standard input cannot be both a paper and the list of files; put one of them into a file")
	}
	return o.limitOptions.validate()
}

// size is a flag whose value is a number of bytes.
type size struct{ bytes int64 }

// units are the units of sizes, in the order in which they are tried.
var units = []struct {
	name  string
	bytes int64
}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}}

// String returns the size in its largest whole unit.
func (s *size) String() string {
	text := strconv.FormatInt(s.bytes, 10) + "B"
	for _, u := range units {
		if s.bytes > 0 && s.bytes%u.bytes == 0 {
			text = strconv.FormatInt(s.bytes/u.bytes, 10) + u.name
		}
	}
	return text
}

// Set reads a size such as 512MB.
func (s *size) Set(text string) error {
	for _, u := range units {
		number, ok := strings.CutSuffix(strings.ToUpper(text), u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
		if err == nil && n > 0 && n <= 1<<60/u.bytes {
			s.bytes = n * u.bytes
			return nil
		}
	}
	return errors.New("it takes a size such as 512MB or 2GB")
}

// Type names the flag's value in the help.
func (s *size) Type() string { return "SIZE" }

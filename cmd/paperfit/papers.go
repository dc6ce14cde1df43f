package main

import (
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/batch"
)

// limitFlags are the flags that say how many files are checked at a time, and
// what one may take.
type limitFlags struct {
	jobs      int
	timeout   time.Duration
	maxMemory size
}

// register adds the flags to a command.
func (o *limitFlags) register(cmd *cobra.Command) {
	o.maxMemory = batch.DefaultMaxMemory
	cmd.Flags().IntVarP(&o.jobs, "jobs", "j", runtime.NumCPU(), "check so many files at a time")
	cmd.Flags().DurationVar(&o.timeout, "timeout", batch.DefaultTimeout, "give a file up after this `TIME`, such as 30s")
	cmd.Flags().Var(&o.maxMemory, "max-memory", "give a file up that needs more memory, such as 1GB")
}

// limits returns what the flags say.
func (o *limitFlags) limits() app.Limits {
	return app.Limits{Jobs: o.jobs, Timeout: o.timeout, MaxMemory: app.Size(o.maxMemory)}
}

// paperFlags are the flags of a command that goes through many files.
type paperFlags struct {
	limitFlags
	filesFrom string
	null      bool
}

// register adds the flags to a command.
func (o *paperFlags) register(cmd *cobra.Command) {
	o.limitFlags.register(cmd)
	cmd.Flags().StringVar(&o.filesFrom, "files-from", "", "check the files that `FILE` names too, one a line; - reads the names from standard input, as they come")
	cmd.Flags().BoolVarP(&o.null, "null", "0", false, "names in --files-from end with NUL, as find -print0 writes them")
}

// papers returns the files that the arguments and the flags name.
func (o *paperFlags) papers(args []string) app.Papers {
	return app.Papers{Names: args, FilesFrom: o.filesFrom, Null: o.null, Limits: o.limits()}
}

// size is a flag whose value is a number of bytes.
type size app.Size

// String returns the size in its largest whole unit.
func (s *size) String() string { return app.Size(*s).String() }

// Set reads a size such as 512MB.
func (s *size) Set(text string) error {
	bytes, err := app.ParseSize(text)
	if err == nil {
		*s = size(bytes)
	}
	return err
}

// Type names the flag's value in the help.
func (s *size) Type() string { return "SIZE" }

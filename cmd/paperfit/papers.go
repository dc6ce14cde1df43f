package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// limitFlags are the flags that set how many files are checked in parallel, and the
// time and memory for each.
type limitFlags struct {
	jobs      int
	timeout   time.Duration
	maxMemory size
}

// register adds the flags to a command.
func (o *limitFlags) register(cmd *cobra.Command) {
	o.maxMemory = batch.DefaultMaxMemory
	cmd.Flags().IntVarP(&o.jobs, "jobs", "j", app.DefaultJobs(), "number of files to check in parallel")
	cmd.Flags().DurationVar(&o.timeout, "timeout", batch.DefaultTimeout, "stop a file that takes longer than `TIME`, such as 30s")
	cmd.Flags().Var(&o.maxMemory, "max-memory", "stop a file that needs more memory than this, such as 1GB")
}

// limits returns the limits that the flags set.
func (o *limitFlags) limits() app.Limits {
	return app.Limits{Jobs: o.jobs, Timeout: o.timeout, MaxMemory: app.Size(o.maxMemory)}
}

// paperFlags are the flags of a command that reads many files.
type paperFlags struct {
	limitFlags
	filesFrom string
	null      bool
	globs     app.Globs
	shard     shard
}

// register adds the flags to a command.
func (o *paperFlags) register(cmd *cobra.Command) {
	o.limitFlags.register(cmd)
	cmd.Flags().StringVar(&o.filesFrom, "files-from", "", "also check the files listed in `FILE`, one per line; - reads the list from standard input, line by line")
	cmd.Flags().BoolVarP(&o.null, "null", "0", false, "names in --files-from end with NUL, as written by find -print0")
	cmd.Flags().StringArrayVar(&o.globs.Include, "include", nil, "check only files that match `GLOB`, such as *-paper*.pdf or **/final/*.pdf, also in archives; can be repeated")
	cmd.Flags().StringArrayVar(&o.globs.Exclude, "exclude", nil, "leave out and count files that match `GLOB`, such as *-supplement.pdf; can be repeated")
}

// registerShard adds the flag that leaves one part of the files.
func (o *paperFlags) registerShard(cmd *cobra.Command) {
	cmd.Flags().Var(&o.shard, "shard", "check only one of several parts of the files, such as 3/64, by their names; \"paperfit report\" joins the reports")
}

// papers returns the files that the arguments and the flags name.
func (o *paperFlags) papers(args []string) app.Papers {
	return app.Papers{Names: args, FilesFrom: o.filesFrom, Null: o.null, Globs: o.globs, Shard: report.Shard(o.shard), Limits: o.limits()}
}

// shard is a flag whose value is a part of the files.
type shard report.Shard

// String returns the shard as it is written, "" for the whole.
func (s *shard) String() string {
	if s.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Of)
}

// Set reads a shard such as 3/64.
func (s *shard) Set(text string) error {
	parsed, err := app.ParseShard(text)
	if err == nil {
		*s = shard(parsed)
	}
	return err
}

// Type names the flag's value in the help.
func (s *shard) Type() string { return "INDEX/COUNT" }

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

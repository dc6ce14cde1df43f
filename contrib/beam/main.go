// Command beam checks an archive of papers with paperfit on Apache Beam: on Prism on
// this machine, or on Flink, Spark or Dataflow.
//
// The same program is all there is on every machine: the launcher, Beam's worker, and
// the confined processes that look at the papers.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
)

var (
	input     = flag.String("input", "", "Papers and archives: globs of any file system of Beam, separated by commas.")
	list      = flag.String("list", "", "File that names papers and archives, one on each line.")
	output    = flag.String("output", "", "Folder for the report, on any file system of Beam.")
	venue     = flag.String("profile", "opml20", "Profile of the venue: a built-in one, or a file.")
	category  = flag.String("category", "", "The profile's category of papers.")
	strict    = flag.Bool("fail_on_warning", false, "Violated rules of severity warning fail a paper too.")
	shards    = flag.Int("shards", 16, "How many files the report is divided into.")
	jobs      = flag.Int("jobs", 0, "Papers that a machine checks at a time; 0: one for each core.")
	timeout   = flag.Duration("timeout", batch.DefaultTimeout, "Time for each paper.")
	maxMemory = flag.Int64("max_memory", batch.DefaultMaxMemory>>20, "Memory for each paper, in MB.")
)

func main() {
	if isChecker(os.Args) {
		if err := batch.Serve(os.Stdin, os.Stdout, version.Version); err != nil {
			fatal(err)
		}
		return
	}
	flag.Parse()
	beam.Init() // a worker of Beam does not return from it
	if err := run(context.Background()); err != nil {
		fatal(err)
	}
}

// isChecker reports whether the program was started by batch.Pool to check papers.
func isChecker(args []string) bool { return len(args) == 2 && args[1] == app.WorkerName }

func fatal(err error) {
	fmt.Fprintf(os.Stderr, "paperfit: %s\n", batch.Line(err.Error()))
	os.Exit(1)
}

// run builds and runs the pipeline that the flags ask for.
func run(ctx context.Context) error {
	s, err := newSettings()
	if err != nil {
		return err
	}
	p := beam.NewPipeline()
	build(p.Root(), s, sources{Globs: fields(*input), List: *list})
	if err := beamx.Run(ctx, p); err != nil {
		return fmt.Errorf("running the pipeline: %w", err)
	}
	fmt.Printf("The report is in %s; summary.json is its summary.\n", *output)
	return nil
}

// newSettings returns the settings of the flags. Its errors are sentences for people.
func newSettings() (settings, error) {
	switch {
	case *input == "" && *list == "":
		return settings{}, fmt.Errorf("no paper given; use --input GLOB or --list FILE")
	case *output == "":
		return settings{}, fmt.Errorf("no folder for the report given; use --output FOLDER")
	case *shards < 1 || *shards > maxShards:
		return settings{}, fmt.Errorf("invalid --shards %d: must be from 1 to %d", *shards, maxShards)
	case *timeout < time.Millisecond:
		return settings{}, fmt.Errorf("invalid --timeout %v: must be positive, such as 10s", *timeout)
	case *maxMemory < batch.LeastMemory>>20:
		return settings{}, fmt.Errorf("invalid --max_memory %d: must be at least %d", *maxMemory, batch.LeastMemory>>20)
	}
	by, err := judging.Options{Profile: *venue, Category: *category, FailOnWarning: *strict}.Load()
	if err != nil {
		return settings{}, err
	}
	return settings{
		Profile: by.Profile, Head: by.Profile.Head(), FailOnWarning: *strict,
		Timeout: *timeout, MaxMemory: *maxMemory << 20, Jobs: *jobs,
		Output: strings.TrimSuffix(*output, "/"), Shards: *shards,
	}, nil
}

// fields returns what commas separate.
func fields(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' })
}

package app

import (
	"encoding/json"
	"os"

	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/internal/confine"
	"github.com/paperfit/paperfit/pkg/internal/crosscheck"
)

// The hidden commands with which this program runs itself.
const (
	WorkerName       = "worker"            // Worker
	BanalWorkerName  = "banal-worker"      // BanalWorker, with Banal's options and a file's name
	DumpWorkerName   = "dump-worker"       // DumpWorker, with DumpOptions.Given and a category
	SecondReaderName = "crosscheck-reader" // SecondReader, with the numbers of pages
	ConfinementName  = "confinement"       // ReportConfinement
)

// Worker checks the files that another paperfit sends, until there are no more.
func Worker(streams system.Streams) error {
	heap.ExpectPapers()
	return batch.Serve(streams.In, streams.Out, version.Version)
}

// SecondReader reads the PDF on standard input for a cross-check of these pages.
func SecondReader(streams system.Streams, pages []string) error {
	return crosscheck.Serve(streams.In, streams.Out, pages)
}

// secondReader returns this program as the second reader.
func secondReader() *crosscheck.Reader {
	return &crosscheck.Reader{Program: ourselves(), Args: []string{SecondReaderName}}
}

// idle is the argument with which ReportConfinement does nothing. A process that is
// not confined can start the program with it.
const idle = "idle"

// ReportConfinement confines this process like a worker, tries to break out, and
// writes the result as JSON.
func ReportConfinement(streams system.Streams, args []string) error {
	if len(args) > 0 {
		return nil
	}
	program := ourselves()
	c := batch.Confine(batch.Limits{MaxMemory: batch.DefaultMaxMemory})
	confine.Trial{Program: program, Args: []string{ConfinementName, idle}}.Verify(&c)
	return json.NewEncoder(streams.Out).Encode(c)
}

// ourselves returns the path of this program.
func ourselves() string {
	program, err := os.Executable()
	if err != nil {
		return os.Args[0] // if that does not start, the report says so
	}
	return program
}

package app

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/internal/cores"
	"github.com/paperfit/paperfit/pkg/report"
)

// Limits set how many files are checked in parallel, and the time and memory for each.
type Limits struct {
	Jobs      int
	Timeout   time.Duration // of one file
	MaxMemory Size          // of one file
}

// maxJobs caps the workers: each takes memory.
const maxJobs = 1024

// DefaultJobs returns how many files are checked in parallel by default: one for each core
// that the program may use.
func DefaultJobs() int { return min(cores.Count(), maxJobs) }

// validate refuses limits that cannot work.
func (l Limits) validate() error {
	switch {
	case l.Jobs < 1 || l.Jobs > maxJobs:
		return fmt.Errorf("invalid --jobs %d: must be between 1 and %d", l.Jobs, maxJobs)
	case l.Timeout <= 0:
		return fmt.Errorf("invalid --timeout %v: must be positive, such as 10s", l.Timeout)
	case l.MaxMemory < batch.LeastMemory:
		return fmt.Errorf("invalid --max-memory %v: paperfit itself needs %d MB", l.MaxMemory, batch.LeastMemory>>20)
	}
	return nil
}

// ofFile returns the limits of one file.
func (l Limits) ofFile() batch.Limits {
	return batch.Limits{Timeout: l.Timeout, MaxMemory: int64(l.MaxMemory)}
}

// Papers set which files a run reads, and within which limits.
type Papers struct {
	Names     []string // files, folders and archives; "-" is standard input
	FilesFrom string   // a list of more names, "" for none, "-" on standard input
	Null      bool     // names in the list end with NUL
	Globs     Globs
	Shard     report.Shard
	Limits    Limits
}

// validate refuses papers that contradict each other.
func (p Papers) validate() error {
	switch {
	case p.Null && p.FilesFrom == "":
		return errors.New("--null requires --files-from")
	case len(p.Names) == 0 && p.FilesFrom == "":
		return errors.New("no file given; name a PDF, a folder, or - for standard input")
	case p.FilesFrom == batch.Stdin && slices.Contains(p.Names, batch.Stdin):
		return errors.New("standard input cannot be both a paper and the list of files; use a file for one of them")
	}
	return errors.Join(p.Globs.validate(), p.Limits.validate())
}

// listed reports whether a list names more files.
func (p Papers) listed() bool { return p.FilesFrom != "" }

// inputs returns the files that the arguments and the list name. What is skipped in
// folders and archives is counted.
func (p Papers) inputs(streams system.Streams, skips *batch.Skips) (batch.Inputs, *selection, error) {
	if err := p.validate(); err != nil {
		return nil, nil, err
	}
	chosen := &selection{globs: p.Globs}
	if p.Shard.Index > 1 {
		skips = nil // the first shard counts what all of them skip
	}
	named := batch.Named(p.Names, streams.In, skips)
	if !p.listed() {
		return inShard(chosen.of(named, skips), p.Shard), chosen, nil
	}
	listed, err := batch.Listed(p.FilesFrom, streams.In, p.Null, skips)
	if err != nil {
		return nil, nil, err
	}
	all := func(yield func(batch.Input) bool) {
		for _, inputs := range []batch.Inputs{named, listed} {
			for in := range inputs {
				if !yield(in) {
					return
				}
			}
		}
	}
	return inShard(chosen.of(all, skips), p.Shard), chosen, nil
}

// Size is a number of bytes.
type Size int64

// units are the units of sizes, in the order in which they are tried.
var units = []struct {
	name  string
	bytes Size
}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}}

// String returns the size in its largest whole unit.
func (s Size) String() string {
	text := strconv.FormatInt(int64(s), 10) + "B"
	for _, u := range units {
		if s > 0 && s%u.bytes == 0 {
			text = strconv.FormatInt(int64(s/u.bytes), 10) + u.name
		}
	}
	return text
}

// ParseSize reads a size such as 512MB.
func ParseSize(text string) (Size, error) {
	for _, u := range units {
		number, ok := strings.CutSuffix(strings.ToUpper(text), u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
		if err == nil && n > 0 && n <= int64(1<<60/u.bytes) {
			return Size(n) * u.bytes, nil
		}
	}
	return 0, errors.New("must be a size such as 512MB or 2GB")
}

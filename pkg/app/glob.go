package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/paperfit/paperfit/pkg/batch"
)

// Globs select files by patterns in which ** is any number of folders. One without a
// slash is for names in any folder, any other for the end of a path.
type Globs struct {
	Include []string // nil: all files
	Exclude []string
}

// validate refuses what is no pattern.
func (g Globs) validate() error {
	for _, list := range []struct {
		flag     string
		patterns []string
	}{{"--include", g.Include}, {"--exclude", g.Exclude}} {
		for _, p := range list.patterns {
			if p == "" || !doublestar.ValidatePattern(filepath.ToSlash(p)) {
				return fmt.Errorf("invalid pattern %q for %s: must be a glob, such as *-supplement.pdf or **/camera-ready/*.pdf", p, list.flag)
			}
		}
	}
	return nil
}

// matches reports whether a path has one of the patterns.
func matches(patterns []string, path string) bool {
	path = strings.TrimPrefix(filepath.ToSlash(path), "/")
	for _, p := range patterns {
		p = strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(p), "./"), "/")
		if doublestar.MatchUnvalidated("**/"+p, path) {
			return true
		}
	}
	return false
}

// takes reports whether a file is checked. What is wrong with a folder or an archive is
// reported whatever is included.
func (g Globs) takes(in batch.Input) bool {
	return !matches(g.Exclude, in.Path) && (g.Include == nil || in.Err != nil || matches(g.Include, in.Path))
}

// selection leaves the files of a run that its globs and its shard take.
type selection struct {
	globs    Globs
	left     atomic.Int64 // files that the globs take
	excluded atomic.Int64
}

// errNoneLeft is why a run has no file.
var errNoneLeft = errors.New("--include and --exclude leave no file to check; a pattern may be misspelled")

// of returns the files that the globs take. The others are counted.
func (s *selection) of(inputs batch.Inputs, skips *batch.Skips) batch.Inputs {
	if s.globs.Include == nil && s.globs.Exclude == nil {
		return inputs
	}
	return func(yield func(batch.Input) bool) {
		for in := range inputs {
			if !s.globs.takes(in) {
				s.excluded.Add(1)
				skips.AddExcluded()
				in.Discard()
				continue
			}
			s.left.Add(1)
			if !yield(in) {
				return
			}
		}
	}
}

// err returns why nothing was checked, nil if something was.
func (s *selection) err() error {
	if s.left.Load() == 0 && s.excluded.Load() > 0 {
		return errNoneLeft
	}
	return nil
}

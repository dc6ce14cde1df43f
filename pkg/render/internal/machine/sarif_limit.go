package machine

import (
	"compress/gzip"
	"fmt"
	"slices"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
)

// What GitHub takes of a run; it refuses a file beyond (docs.github.com, "SARIF
// support for code scanning"). The action that uploads the file packs it by gzip.
const (
	maxSarifResults = 25_000
	maxSarifBytes   = 10_000_000 // packed
)

// within returns the file of the run within so many results, and so many bytes
// when it is packed. What is left out it tells.
func (run *sarifBuilder) within(results, packed int) ([]byte, error) {
	part, keep, whole := run.sarifRun, len(run.Results), true
	if keep > results {
		keep, whole = results, false
		part = run.part(keep, results, packed)
	}
	for {
		data, err := encodeJSON(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{part}})
		if err != nil {
			return nil, err
		}
		data = indented(data, 0)
		size := packedSize(data, packed)
		switch {
		case size <= packed || keep == 0 && !whole:
			return data, nil
		case !whole: // what stays may pack worse than what goes: some more goes
			keep = min(keep-1, keep*packed/size*9/10)
		}
		whole = false
		part = run.part(keep, results, packed)
	}
}

// packedSize returns the size of data that is packed, where that may be more than
// most.
func packedSize(data []byte, most int) int {
	if len(data) <= most {
		return len(data)
	}
	var n counter
	w := gzip.NewWriter(&n)
	_, _ = w.Write(data) // a counter has no errors
	_ = w.Close()
	return int(n)
}

// counter counts what is written.
type counter int

// Write counts p.
func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

// part returns the run with so many of its results, errors first, and with the
// files and notes that belong to them. It tells what is left out and why.
func (run *sarifBuilder) part(keep, results, packed int) sarifRun {
	out := run.sarifRun
	levels := []string{string(words.LevelError), string(words.LevelWarning), string(words.LevelNote)}
	sorted := slices.Clone(run.Results)
	slices.SortStableFunc(sorted, func(a, b sarifResult) int { return slices.Index(levels, a.Level) - slices.Index(levels, b.Level) })
	files := &sarifFiles{all: run.Artifacts, at: map[int]int{}, listed: []sarifArtifact{}}
	out.Results = sorted[:keep]
	for i := range out.Results {
		r := &out.Results[i]
		r.Locations, r.Related = files.list(r.Locations), files.list(r.Related)
	}
	invocation := run.Invocations[0]
	invocation.Notifications = []sarifNotification{}
	for _, n := range run.Invocations[0].Notifications {
		if len(n.Locations) > 0 {
			if _, listed := files.at[n.Locations[0].Physical.Artifact.Index]; !listed {
				continue
			}
			n.Locations = files.list(n.Locations)
		}
		invocation.Notifications = append(invocation.Notifications, n)
	}
	out.Artifacts = files.listed
	text := fmt.Sprintf("left out are %s and %s without one: code scanning takes at most %d results and %.4g MB packed by gzip",
		words.Plural(len(run.Results)-keep, "result"), words.Plural(len(run.Artifacts)-len(out.Artifacts), "file"), results, float64(packed)/1e6)
	invocation.Notifications = append(invocation.Notifications, sarifNotification{Level: "warning", Message: sarifText{Text: text}})
	out.Invocations = []sarifInvocation{invocation}
	return out
}

// sarifFiles are the files of a part of a run.
type sarifFiles struct {
	all    []sarifArtifact
	at     map[int]int // place in listed, by that in all
	listed []sarifArtifact
}

// list returns locations with their files as they are listed in the part.
func (s *sarifFiles) list(locations []sarifLocation) []sarifLocation {
	out := slices.Clone(locations)
	for i := range out {
		file := &out[i].Physical.Artifact
		if file.Index == notListed {
			continue
		}
		at, listed := s.at[file.Index]
		if !listed {
			at = len(s.listed)
			s.at[file.Index] = at
			artifact := s.all[file.Index]
			artifact.Location.Index = at
			s.listed = append(s.listed, artifact)
		}
		file.Index = at
	}
	return out
}

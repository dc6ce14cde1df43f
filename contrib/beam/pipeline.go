package main

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"slices"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxShards caps the files of a report: their names count with five digits.
const maxShards = report.MaxShards - 1

// settings are what each machine must know. They travel with the pipeline, so that the
// machines need no files of the launcher's.
type settings struct {
	Profile       *profile.Profile
	Head          report.Profile
	FailOnWarning bool
	Timeout       time.Duration
	MaxMemory     int64 // bytes
	Jobs          int
	Output        string
	Shards        int
}

// encoded returns the settings as a step of the pipeline keeps them.
func (s settings) encoded() string {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // it is data alone
	}
	return string(data)
}

func decode(text string) (s settings, err error) {
	err = json.Unmarshal([]byte(text), &s)
	return s, err
}

// lines returns a writer of lines of the report.
func (s settings) lines(w io.Writer) render.Writer {
	formats := render.Formats()
	i := slices.IndexFunc(formats, func(f render.Format) bool { return f.Name == "jsonl" })
	out := formats[i].Open(w, render.Options{})
	_ = out.Begin(version.Tool, s.Head) // it writes nothing yet
	return out
}

// shardOf returns the file of the report that a paper belongs to, by its path alone:
// one that is checked again comes to the same place.
func (s settings) shardOf(path string) int {
	h := fnv.New64a()
	h.Write([]byte(path))
	return int(h.Sum64() % uint64(s.Shards))
}

// build adds the steps. Papers are grouped by their path before they are checked, which
// spreads them over the machines and leaves one of those that are named twice; their
// lines are grouped by file, which drops what a retried step brought twice.
func build(root beam.Scope, s settings, from sources) {
	text := s.encoded()
	given := beam.CreateList(root.Scope("Sources"), from.all())
	paths := beam.GroupByKey(root, beam.ParDo(root.Scope("List"), &listFn{}, given))
	lines := beam.ParDo(root.Scope("Check"), &checkFn{Settings: text}, paths)

	var places []int
	for i := range s.Shards {
		places = append(places, i)
	}
	empty := beam.ParDo(root.Scope("Files"), beginFile, beam.CreateList(root, places))
	byFile := beam.GroupByKey(root, beam.Flatten(root, empty, lines))
	tallies := beam.ParDo(root.Scope("Write"), &writeFn{Settings: text}, byFile)
	beam.ParDo0(root.Scope("Summarize"), &summarizeFn{Settings: text}, beam.GroupByKey(root, tallies))
}

// beginFile has a file of the report written even where no paper belongs to it, so that
// a missing file can be told from an empty one.
func beginFile(shard int) (int, []byte) { return shard, nil }

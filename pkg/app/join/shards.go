package join

import (
	"fmt"
	"maps"
	"slices"

	"github.com/paperfit/paperfit/pkg/app/jsonlines"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// shards are the ends of the runs of shards.
type shards struct {
	of   int
	last map[int]report.Summary // by index; of a shard that was run again, the one that is complete
}

// findShards finds the last lines of shards, and remarks on what is wrong with them.
func (j *Joined) findShards() shards {
	s := shards{last: map[int]report.Summary{}}
	for _, source := range j.sources {
		for _, last := range source.Last {
			j.addShard(&s, source, last)
		}
	}
	if missing := s.missing(); len(missing) > 0 {
		j.lacks("shards of %d that are missing: %s", s.of, batch.Some(missing, mostShards))
	}
	for _, index := range slices.Sorted(maps.Keys(s.last)) {
		if s.last[index].Interrupted {
			j.lacks("shard %d/%d was interrupted", index, s.of)
		}
	}
	return s
}

// addShard adds the end of a run.
func (j *Joined) addShard(s *shards, source *jsonlines.Report, last jsonlines.Last) {
	shard := last.Summary.Shard
	name := batch.Shown(source.Name)
	switch {
	case shard == nil && last.Summary.Interrupted:
		j.lacks("the run of %s was interrupted", name)
		return
	case shard == nil:
		return
	case !shard.IsValid():
		j.lacks("the last line of %s names a shard that cannot be", name)
		return
	case s.of == 0:
		s.of = shard.Of
	case s.of != shard.Of:
		j.lacks("%s is shard %d/%d, among shards of %d", name, shard.Index, shard.Of, s.of)
		return
	}
	before, twice := s.last[shard.Index]
	if twice {
		j.remark("shard %d/%d is there twice, again in %s", shard.Index, shard.Of, name)
	}
	if !twice || before.Interrupted {
		s.last[shard.Index] = last.Summary
	}
}

// missing returns the indices of shards that are not there.
func (s *shards) missing() []string {
	var out []string
	for index := 1; index <= s.of; index++ {
		if _, ok := s.last[index]; !ok {
			out = append(out, fmt.Sprint(index))
		}
	}
	return out
}

// mostShards is how many shards that are missing are listed.
const mostShards = 20

// sum adds up what the runs skipped and expected.
func (j *Joined) sum(s shards) {
	known := len(s.last) == s.of && s.of > 0
	for _, last := range s.last {
		j.skip(last.Skipped)
		if last.Interrupted && last.Expected == 0 {
			known = false
		}
		j.Expected += max(last.Expected, last.Files)
	}
	for _, source := range j.sources {
		for _, last := range source.Last {
			if last.Summary.Shard == nil {
				j.skip(last.Summary.Skipped)
			}
		}
		known = known && len(source.Last) > 0
	}
	if !known {
		j.Expected = 0
	}
}

func (j *Joined) skip(s report.Skipped) {
	for kind, n := range s {
		if j.Skipped == nil {
			j.Skipped = report.Skipped{}
		}
		j.Skipped[kind] += n
	}
}

package app

import (
	"errors"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// ParseShard reads a shard such as 3/64: the third of 64. Its errors say what the text
// must be.
func ParseShard(text string) (report.Shard, error) {
	index, of, ok := strings.Cut(text, "/")
	i, errI := strconv.Atoi(index)
	n, errN := strconv.Atoi(of)
	switch {
	case !ok || errI != nil || errN != nil:
		return report.Shard{}, errors.New("must be INDEX/COUNT, such as 3/64")
	case n < 1 || n > report.MaxShards:
		return report.Shard{}, fmt.Errorf("the number of shards must be from 1 to %d", report.MaxShards)
	case i < 1 || i > n:
		return report.Shard{}, fmt.Errorf("shards are counted from 1/%d to %d/%d", n, n, n)
	}
	return report.Shard{Index: i, Of: n}, nil
}

// inShard leaves the inputs that belong to a shard, by their paths alone, so that a
// file is always in the same one.
func inShard(inputs batch.Inputs, s report.Shard) batch.Inputs {
	if s.Of <= 1 {
		return inputs
	}
	return func(yield func(batch.Input) bool) {
		for in := range inputs {
			if shardOf(in.Path, s.Of) != s.Index {
				in.Discard()
				continue
			}
			if !yield(in) {
				return
			}
		}
	}
}

// shardOf returns the shard of a path, from 1.
func shardOf(path string, of int) int {
	h := fnv.New64a()
	h.Write([]byte(filepath.ToSlash(path)))
	return int(h.Sum64()%uint64(of)) + 1
}

package app

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// TestShardsAreTheWhole: every file is in one shard, the same whatever other files
// there are, and none of them is much larger than another.
func TestShardsAreTheWhole(t *testing.T) {
	const files, of = 30_000, 64
	in := func(yield func(batch.Input) bool) {
		for i := range files {
			if !yield(batch.Input{Path: fmt.Sprintf("in/paper%d.pdf", i)}) {
				return
			}
		}
	}
	seen := map[string]int{}
	for index := 1; index <= of; index++ {
		n := 0
		for input := range inShard(in, report.Shard{Index: index, Of: of}) {
			seen[input.Path]++
			n++
		}
		if n < files/of*3/4 || n > files/of*5/4 {
			t.Errorf("shard %d has %d of %d files", index, n, files)
		}
	}
	if len(seen) != files {
		t.Errorf("%d files are in a shard, of %d", len(seen), files)
	}
	for path, times := range seen {
		if times != 1 {
			t.Fatalf("%s is in %d shards", path, times)
		}
	}
	if got := shardOf("a.pdf", of); got != 29 { // FNV-1a of the name is 28 modulo 64
		t.Errorf("a.pdf is in shard %d, want 29 for ever: a report of each shard may be there", got)
	}
}

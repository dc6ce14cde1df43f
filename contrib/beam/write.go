package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

func init() {
	register.DoFn4x1[context.Context, int, func(*[]byte) bool, func(int, []byte), error](&writeFn{})
	register.Iter1[[]byte]()
}

// writeFn writes a file of the report.
type writeFn struct {
	Settings string

	settings settings
}

// Setup reads the settings.
func (f *writeFn) Setup() (err error) {
	f.settings, err = decode(f.Settings)
	return err
}

// ProcessElement writes the lines that belong to a file, each paper's once: a path with
// the same bytes is the same paper. It ends with the line that ends a shard, so that
// "paperfit report" misses what is not there. The file is the same, whoever writes it
// again. It emits the counts.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, packets func(*[]byte) bool, emit func(int, []byte)) error {
	t := newTally()
	name := fmt.Sprintf("papers-%05d-of-%05d.jsonl", shard+1, f.settings.Shards)
	err := writeFile(ctx, f.settings.Output+"/"+name, func(w io.Writer) error {
		seen := map[[sha256.Size]byte]bool{}
		var packet []byte
		for packets(&packet) {
			if len(packet) == 0 {
				continue
			}
			e, line, err := unpack(packet)
			if err != nil {
				return err
			}
			key := sha256.Sum256(fmt.Appendf(nil, "%q %s %t", e.Path, e.SHA256, e.Skipped != nil))
			if seen[key] {
				continue
			}
			seen[key] = true
			t.add(&e)
			if _, err := w.Write(line); err != nil {
				return err
			}
		}
		s := t.Summary
		s.Shard = &report.Shard{Index: shard + 1, Of: f.settings.Shards}
		return f.settings.lines(w).End(s)
	})
	if err != nil {
		return err
	}
	data, err := json.Marshal(t)
	if err == nil {
		emit(0, data)
	}
	return err
}

// writeFile writes a file that is there as a whole or not at all: an object is there
// when it is closed, a file on disk gets its name at the end.
func writeFile(ctx context.Context, name string, write func(io.Writer) error) error {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return fmt.Errorf("writing %s: %w", batch.Shown(name), err)
	}
	defer files.Close()
	unfinished := name
	rename, ok := files.(filesystem.Renamer)
	if ok = ok && !isRemote(name); ok {
		unfinished += ".part-" + rand.Text()
	}
	out, err := files.OpenWrite(ctx, unfinished)
	if err != nil {
		return fmt.Errorf("writing %s: %w", batch.Shown(name), batch.Reason(err))
	}
	buffered := bufio.NewWriter(out)
	err = errors.Join(write(buffered), buffered.Flush(), out.Close())
	if err == nil && ok {
		err = rename.Rename(ctx, unfinished, name)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", batch.Shown(name), err)
	}
	return nil
}

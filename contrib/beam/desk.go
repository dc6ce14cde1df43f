package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/report"
)

// Caps on what comes from another machine.
const (
	readTime   = 5 * time.Minute  // to read a paper
	copyTime   = 30 * time.Minute // to copy an archive to this machine's disk
	maxArchive = 16 << 30         // bytes of an archive that is copied
)

// desk is what the bundles of a process share: the confined processes that check
// papers, and the room for papers in memory.
type desk struct {
	settings
	pool *batch.Pool
	held batch.Held
}

// desks are the desks of this process, by their settings. They last as long as it does.
var desks sync.Map

// deskOf returns the desk for settings.
func deskOf(text string) (*desk, error) {
	if d, ok := desks.Load(text); ok {
		return d.(*desk), nil
	}
	s, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("reading the settings: %w", err)
	}
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding this program: %w", err)
	}
	if s.Jobs < 1 {
		s.Jobs = runtime.NumCPU()
	}
	d, _ := desks.LoadOrStore(text, &desk{settings: s, pool: &batch.Pool{
		Checker: batch.Checker{
			Checker: check.Checker{Profile: s.Profile, Options: check.Options{FailOnWarning: s.FailOnWarning}},
			Limits:  batch.Limits{Timeout: s.Timeout, MaxMemory: s.MaxMemory},
		},
		Program: program, Args: []string{app.WorkerName}, Version: version.Version, Jobs: s.Jobs,
	}})
	return d.(*desk), nil
}

// check checks a paper. What is wrong with it, or with the way to it, is in its entry;
// the error is no paper's.
func (d *desk) check(ctx context.Context, t task) (report.File, error) {
	in := t.in
	if t.path != "" {
		in = object(ctx, t.path)
	}
	release, err := d.held.Take(ctx, in)
	if err != nil {
		return report.File{}, err
	}
	defer release()
	reading, cancel := context.WithTimeout(ctx, readTime)
	defer cancel()
	data, err := in.ReadWithin(reading, d.pool.Limits)
	switch {
	case ctx.Err() != nil:
		return report.File{}, ctx.Err()
	case err != nil && errors.Is(reading.Err(), context.DeadlineExceeded):
		err = fmt.Errorf("reading it took longer than %v (limit readTime)", readTime)
		fallthrough
	case err != nil:
		return d.pool.Unread(in.Path, err), nil
	}
	result, err := d.pool.Check(ctx, in.Path, data)
	return result.File, err
}

// isRemote reports whether a path is on another file system than this machine's.
func isRemote(path string) bool { return strings.Contains(path, "://") }

// object returns the input of a paper on another file system.
func object(ctx context.Context, name string) batch.Input {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return batch.Input{Path: batch.Shown(name), Err: err}
	}
	size, err := files.Size(ctx, name)
	if err != nil {
		size = 0 // reading it says why
	}
	return batch.Object(name, size, func() (io.ReadCloser, error) { return files.OpenRead(ctx, name) })
}

// place returns where a file is on this machine's disk, where an archive can be read
// from any place. What was copied there is removed when it is done.
func (d *desk) place(ctx context.Context, name string) (place string, done func(), err error) {
	if !isRemote(name) {
		return name, func() {}, nil
	}
	folder, err := os.MkdirTemp("", "paperfit-")
	if err != nil {
		return "", nil, err
	}
	done = func() { os.RemoveAll(folder) }
	place = filepath.Join(folder, path.Base(name))
	if err := copyTo(ctx, place, name); err != nil {
		done()
		return "", nil, batch.Reason(err)
	}
	return place, done, nil
}

// copyTo copies a file to this machine's disk.
func copyTo(ctx context.Context, place, name string) error {
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	in, done, err := opened(ctx, name)
	if err != nil {
		return err
	}
	defer done()
	out, err := os.Create(place)
	if err != nil {
		return err
	}
	n, err := io.Copy(out, io.LimitReader(in, maxArchive+1))
	if n > maxArchive {
		err = fmt.Errorf("the archive has more than %d GB (limit maxArchive); divide it", maxArchive>>30)
	}
	return errors.Join(err, out.Close())
}

package app

import (
	"context"
	"sync"

	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// workers are the pools of a job, which are made when there is work for one: a single
// paper is checked without.
type workers struct {
	make  func() pools
	begin sync.Once
	made  pools
}

// of returns the pool for a checker.
func (w *workers) of(c *batch.Checker) *batch.Pool {
	w.begin.Do(func() { w.made = w.make() })
	return w.made[c]
}

// by returns how the workers of a checker check a file.
func (w *workers) by(c *batch.Checker) checkFunc { return w.of(c).Check }

// close ends the workers; no more are made.
func (w *workers) close() {
	w.begin.Do(func() {})
	w.made.close()
}

// pools are the pools of workers of several checkers.
type pools map[*batch.Checker]*batch.Pool

// annotate makes the annotated copy of a paper in a worker.
func (j *job) annotate(ctx context.Context, file report.File, data []byte) ([]byte, error) {
	return j.workers.of(&j.checker).Annotate(ctx, file, data)
}

func (p pools) close() {
	for _, pool := range p {
		pool.Close()
	}
}

// pools returns a pool of workers, which run this program, for the checker of each
// category. A worker starts with its first file.
func (j *job) pools() pools {
	out := pools{}
	for _, c := range j.checkers() {
		out[c] = &batch.Pool{Checker: *c, Program: ourselves(), Args: []string{WorkerName}, Version: version.Version, Jobs: j.limits.Jobs}
	}
	return out
}

// categorize gives the job a checker for each category of papers.
func (j *job) categorize() {
	j.byCategory = map[string]*batch.Checker{}
	for category, p := range j.judging.Variants() {
		checker := j.checker
		checker.Profile = p
		j.byCategory[category] = &checker
	}
}

// checkerOf returns the checker for a category of papers.
func (j *job) checkerOf(category string) *batch.Checker {
	if c := j.byCategory[category]; category != "" && c != nil {
		return c
	}
	return &j.checker
}

// checkers returns the checkers of all categories.
func (j *job) checkers() []*batch.Checker {
	out := []*batch.Checker{&j.checker}
	for _, c := range j.byCategory {
		out = append(out, c)
	}
	return out
}

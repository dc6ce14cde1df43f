package batch

import (
	"encoding/json"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
)

// What a pool is told of how to check, its workers are told, too.
func TestWorkersCheckAsThePoolDoes(t *testing.T) {
	limits := check.DefaultLimits()
	limits.PDF.Pages = 7
	p := &Pool{Checker: Checker{Checker: check.Checker{Options: check.Options{FailOnWarning: true, Sketch: true, Limits: &limits}}}}
	data, err := json.Marshal(p.setup())
	if err != nil {
		t.Fatal(err)
	}
	var s setup
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	c := s.checker([]check.Rule{{ID: "own"}})
	if !c.FailOnWarning || !c.Sketch || c.Limits == nil || *c.Limits != limits || len(c.Rules) != 1 {
		t.Errorf("a worker checks with %+v", c.Options)
	}
}

func TestLimitsHaveDefaults(t *testing.T) {
	if got, want := (Limits{}).orDefault(), (Limits{DefaultTimeout, DefaultMaxMemory}); got != want {
		t.Errorf("limits that are not set are %+v, want %+v", got, want)
	}
	if l := (Limits{1, LeastMemory}); l.orDefault() != l {
		t.Errorf("limits that are set become %+v", l.orDefault())
	}
}

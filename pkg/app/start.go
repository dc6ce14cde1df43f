package app

import (
	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/internal/cores"
)

// Start readies Go's runtime for one short paper, which takes no second core, no
// punctual timer and no garbage collection. A program calls it before anything else; what
// needs more takes it.
func Start(getenv func(string) string) {
	cores.BeginOnOne(getenv)
	system.RelaxTimers()
	heap.QuietStart(getenv)
}

package judging

import (
	"fmt"
	"io"
	"sync"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxWaiverBytes caps a file of waivers.
const maxWaiverBytes = 4 << 20

// waivers are what a chair waived, and which of it was used.
type waivers struct {
	list          []profile.Waiver
	used          []bool
	failOnWarning bool
	mu            sync.Mutex // of used: papers are checked at once
}

// loadWaivers reads a file of waivers, "" for none.
func loadWaivers(name string, failOnWarning bool) (*waivers, error) {
	if name == "" {
		return nil, nil
	}
	data, err := batch.ReadFile(name, maxWaiverBytes)
	if err != nil {
		return nil, fmt.Errorf("waivers %s: %w", name, err)
	}
	list, err := profile.ParseWaivers(name, data)
	if err != nil {
		return nil, err
	}
	return &waivers{list: list, used: make([]bool, len(list)), failOnWarning: failOnWarning}, nil
}

// apply waives what was waived for the file.
func (w *waivers) apply(file *report.File) {
	if w == nil {
		return
	}
	for i := range w.list {
		one := &w.list[i]
		if one.Matches(file.Path, file.SHA256) && file.Waive(one.Rule, report.Waiver{Reason: one.Reason, By: one.By}, w.failOnWarning) {
			w.mu.Lock()
			w.used[i] = true
			w.mu.Unlock()
		}
	}
}

// tellUnused names the waivers that waived nothing: a name may be misspelled.
func (w *waivers) tellUnused(out io.Writer) {
	if w == nil {
		return
	}
	unused := 0
	for i, used := range w.used {
		one := w.list[i]
		if used {
			continue
		}
		if unused++; unused <= maxUnused {
			fmt.Fprintf(out, "paperfit: the waiver on line %d waived nothing: %s%s breaks no rule %s or is not among the papers\n", one.Line, batch.Shown(one.File), one.SHA256, one.Rule)
		}
	}
	if more := unused - maxUnused; more > 0 {
		fmt.Fprintf(out, "paperfit: %d more waivers waived nothing\n", more)
	}
}

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

// waivers are the waivers of a chair, and which of them were used.
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

// apply applies the waivers for the file.
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

// subject names what a waiver is for.
func subject(w *profile.Waiver) string {
	if w.Paper != "" {
		return "paper " + w.Paper
	}
	return batch.Shown(w.File) + w.SHA256
}

// reportUnused names the waivers that were not used: a name may be misspelled.
func (w *waivers) reportUnused(out io.Writer) {
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
			fmt.Fprintf(out, "paperfit: the waiver on line %d was not used: %s does not violate %s or was not checked\n", one.Line, subject(&one), one.Rule)
		}
	}
	if more := unused - maxUnused; more > 0 {
		fmt.Fprintf(out, "paperfit: %d more waivers were not used\n", more)
	}
}

package resume

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
)

// mostNames is how many names are listed of a kind.
const mostNames = 5

// news is what differs from the earlier run.
type news struct {
	seen    map[string]bool
	fresh   []string // paths that the report does not have
	changed []string
	same    int
	reused  int
	remarks []string
}

func newNews() news { return news{seen: map[string]bool{}} }

func (n *news) remark(format string, args ...any) {
	n.remarks = append(n.remarks, fmt.Sprintf(format, args...))
}

// remarkIf remarks on a number of lines.
func (n *news) remarkIf(lines int, format string, name string) {
	switch {
	case lines == 1:
		n.remark("1 line "+format, name)
	case lines > 1:
		n.remark("%d lines "+format, lines, name)
	}
}

// count counts a file by whether the report has its path, with the same bytes.
func (n *news) count(path string, there, same bool) {
	n.seen[path] = true
	switch {
	case !there:
		n.fresh = append(n.fresh, path)
	case same:
		n.same++
	default:
		n.changed = append(n.changed, path)
	}
}

// Tell prints what is new, changed and gone since the earlier run. Of a run that was
// interrupted nobody knows what is gone.
func (r *Run) Tell(w io.Writer, interrupted bool) {
	if r == nil {
		return
	}
	n := &r.news
	for _, text := range n.remarks {
		fmt.Fprintf(w, "paperfit: %s\n", batch.Line(text))
	}
	if r.lost != nil {
		fmt.Fprintf(w, "paperfit: what was checked could not be written to %s: %v\n", r.name+LogEnding, r.lost)
	}
	if len(r.sources) == 0 {
		return
	}
	var gone []string
	if !interrupted {
		gone = slices.DeleteFunc(slices.Collect(maps.Keys(r.before)), func(path string) bool { return n.seen[path] })
	}
	fmt.Fprintf(w, "paperfit: since %s: %d unchanged, %d new, %d changed, %d gone; %d entries reused\n", r.name, n.same, len(n.fresh), len(n.changed), len(gone), n.reused)
	for _, list := range []struct {
		what  string
		names []string
	}{{"new", n.fresh}, {"changed", n.changed}, {"gone", gone}} {
		if len(list.names) > 0 {
			fmt.Fprintf(w, "  %s: %s\n", list.what, someOf(list.names))
		}
	}
	if n.reused == 0 && n.same == 0 && len(r.before) > 0 {
		fmt.Fprintf(w, "paperfit: no entry of %s could be reused: it is about other files, another profile or another version\n", r.name)
	}
}

// someOf lists the first of some names.
func someOf(names []string) string {
	slices.Sort(names)
	text := strings.Join(names[:min(len(names), mostNames)], ", ")
	if more := len(names) - mostNames; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

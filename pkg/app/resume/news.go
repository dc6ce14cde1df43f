package resume

import (
	"fmt"
	"io"
	"slices"

	"github.com/paperfit/paperfit/pkg/batch"
)

// mostNames is how many names are listed of a kind.
const mostNames = 5

// news is what differs from the earlier run.
type news struct {
	seen    map[string]bool
	fresh   []string          // paths that the report does not have
	renamed map[string]string // of them, the paths where it has the same bytes
	changed []string
	same    int
	reused  int
	remarks []string
}

func newNews() news { return news{seen: map[string]bool{}, renamed: map[string]string{}} }

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

// Tell prints what is new, changed, renamed and gone since the earlier run. Of a run
// that was interrupted it is not known what is gone.
func (r *Run) Tell(w io.Writer, interrupted bool) {
	if r == nil {
		return
	}
	n := &r.news
	for _, text := range n.remarks {
		fmt.Fprintf(w, "paperfit: %s\n", batch.Line(text))
	}
	if r.lost != nil {
		fmt.Fprintf(w, "paperfit: what was checked could not be saved in %s: %v\n", r.name+LogEnding, r.lost)
	}
	if interrupted {
		fmt.Fprintf(w, "paperfit: %s is unchanged; run the same command again to continue\n", r.name)
	}
	if len(r.sources) == 0 {
		return
	}
	if n.reused == 0 && n.same == 0 && len(r.before) > 0 {
		fmt.Fprintf(w, "paperfit: no entry of %s could be reused: it is about other files\n", r.name)
	}
	if interrupted {
		return
	}
	fresh, renamed, gone := r.moved()
	fmt.Fprintf(w, "paperfit: since %s: %d unchanged, %d new, %d changed, %d renamed, %d gone; entries reused: %d\n",
		r.name, n.same, len(fresh), len(n.changed), len(renamed), len(gone), n.reused)
	for _, list := range []struct {
		what  string
		names []string
	}{{"new", fresh}, {"changed", n.changed}, {"renamed", renamed}, {"gone", gone}} {
		if len(list.names) > 0 {
			slices.Sort(list.names)
			fmt.Fprintf(w, "  %s: %s\n", list.what, batch.Some(list.names, mostNames))
		}
	}
}

// moved separates files that were renamed from those that are new or gone. A file
// whose old path is still there is a copy, which is new.
func (r *Run) moved() (fresh, renamed, gone []string) {
	from := map[string]bool{}
	for _, path := range r.news.fresh {
		old, known := r.news.renamed[path]
		if !known || r.news.seen[old] || from[old] {
			fresh = append(fresh, path)
			continue
		}
		from[old] = true
		renamed = append(renamed, old+" to "+path)
	}
	for path := range r.before {
		if !r.news.seen[path] && !from[path] {
			gone = append(gone, path)
		}
	}
	return fresh, renamed, gone
}

package main

import "slices"

// graph is a flow with its loops. Its nodes are the parts, the entry, and for each loop
// that can be entered in its middle one that leads there.
type graph struct {
	*flow
	entry int
	to    [][]int // where each node leads
	inner []*loop // the innermost loop around each node
	loops []*loop // inner ones first
}

// loop is a loop of a function: all that leads back to its head.
type loop struct {
	head     int
	around   *loop
	resumed  []int // the places in its middle where it is entered
	dispatch int   // the node that leads there; none: there are no such places
}

// contains tells whether a node whose innermost loop is l is in the loop; nil is the whole
// function.
func (l *loop) contains(inner *loop) bool {
	for ; inner != l; inner = inner.around {
		if inner == nil {
			return false
		}
	}
	return true
}

// first returns the node by which a loop is entered.
func (l *loop) first() int {
	if l.dispatch != none {
		return l.dispatch
	}
	return l.head
}

// maxRounds caps how often loops with several entries are looked for.
const maxRounds = 32

// newGraph finds the loops of a flow, whose loops have one entry each then.
func newGraph(f *flow) (*graph, error) {
	for range maxRounds {
		n := len(f.parts)
		g := &graph{flow: f, entry: n, to: make([][]int, n+1)}
		for i, p := range f.parts {
			for _, t := range []int{p.yes, p.next} {
				switch t {
				case none:
				case again:
					g.to[i] = append(g.to[i], g.entry)
				default:
					g.to[i] = append(g.to[i], t)
				}
			}
		}
		d := g.dominators(g.rooted())
		other := g.findLoops(d)
		if other == none {
			g.addDispatch()
			return g, nil
		}
		if err := g.closeEntries(d, other); err != nil {
			return nil, err
		}
	}
	return nil, errAsIs
}

// rooted has the entry lead to the first part, and to those that are reached only when the
// function is entered again. It returns all nodes that are reached, those that lead to
// others first.
func (g *graph) rooted() []int {
	var post []int
	seen := make([]bool, len(g.to))
	seen[g.entry] = true
	roots := []int{0}
	for _, place := range g.places() {
		roots = append(roots, g.resumed[place])
	}
	for _, root := range roots {
		if !seen[root] {
			g.to[g.entry] = append(g.to[g.entry], root)
			post = g.postorder(root, seen, post)
		}
	}
	post = append(post, g.entry)
	slices.Reverse(post)
	return post
}

// places returns the places where the function is entered again, in their order.
func (g *graph) places() []int {
	var out []int
	for place := range g.resumed {
		out = append(out, place)
	}
	slices.Sort(out)
	return out
}

// postorder appends the nodes that are reached from one, each behind those that it leads
// to. Functions have thousands of parts, so that it keeps a stack of its own.
func (g *graph) postorder(root int, seen []bool, out []int) []int {
	type visit struct{ node, done int }
	stack := []visit{{root, 0}}
	seen[root] = true
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.done == len(g.to[top.node]) {
			out = append(out, top.node)
			stack = stack[:len(stack)-1]
			continue
		}
		next := g.to[top.node][top.done]
		top.done++
		if !seen[next] {
			seen[next] = true
			stack = append(stack, visit{next, 0})
		}
	}
	return out
}

// dominators are for each node the last one that all ways to it go through.
type dominators struct {
	order []int   // the nodes that are reached
	at    []int   // their places in order; none: it is not reached
	of    []int   // the dominators, by places
	from  [][]int // whence nodes are reached
}

func (g *graph) dominators(order []int) dominators {
	d := dominators{order, make([]int, len(g.to)), make([]int, len(order)), make([][]int, len(g.to))}
	for i := range d.at {
		d.at[i] = none
	}
	for i, node := range order {
		d.at[node], d.of[i] = i, none
		for _, t := range g.to[node] {
			d.from[t] = append(d.from[t], node)
		}
	}
	d.of[0] = 0
	for changed := true; changed; {
		changed = false
		for i, node := range order[1:] {
			if found := d.commonOf(d.from[node]); d.of[i+1] != found {
				d.of[i+1], changed = found, true
			}
		}
	}
	return d
}

// commonOf returns the last place that dominates all of these nodes, as far as is known.
func (d dominators) commonOf(nodes []int) int {
	found := none
	for _, node := range nodes {
		switch place := d.at[node]; {
		case d.of[place] == none:
		case found == none:
			found = place
		default:
			found = d.common(found, place)
		}
	}
	return found
}

// common returns the last place that dominates two others.
func (d dominators) common(a, b int) int {
	for a != b {
		for a > b {
			a = d.of[a]
		}
		for b > a {
			b = d.of[b]
		}
	}
	return a
}

// findLoops finds the loops and what is in them, or a node to which a loop leads back that
// has other entries too.
func (g *graph) findLoops(d dominators) int {
	g.inner = make([]*loop, len(g.to))
	for i := len(d.order) - 1; i >= 0; i-- {
		head := d.order[i]
		var back []int
		for _, source := range d.from[head] {
			if d.at[source] < i {
				continue
			}
			if d.common(d.at[source], i) != i {
				return head
			}
			back = append(back, source)
		}
		if len(back) > 0 {
			g.addLoop(head, back, d.from)
		}
	}
	return none
}

// addLoop adds the loop of a head and of what leads back to it. The loops in it are known.
func (g *graph) addLoop(head int, back []int, from [][]int) {
	l := &loop{head: head, dispatch: none}
	if head == g.entry {
		l.dispatch = head
	}
	g.loops = append(g.loops, l)
	g.inner[head] = l
	for len(back) > 0 {
		node := back[len(back)-1]
		back = back[:len(back)-1]
		outer := g.inner[node]
		for outer != nil && outer.around != nil {
			outer = outer.around
		}
		switch {
		case outer == l:
		case outer == nil:
			g.inner[node] = l
			back = append(back, from[node]...)
		default:
			outer.around = l
			back = append(back, from[outer.head]...)
		}
	}
}

// addDispatch has the entry lead to all places where the function is entered again, step
// by step through the heads of the loops around them.
func (g *graph) addDispatch() {
	for _, place := range g.places() {
		target := g.resumed[place]
		for l := g.inner[target]; l != nil; l = l.around {
			if l.head != target && l.head != g.entry {
				l.resumed = append(l.resumed, place)
			}
		}
	}
	for _, l := range g.loops {
		if len(l.resumed) > 0 {
			l.dispatch = len(g.to)
			g.to = append(g.to, nil)
			g.inner = append(g.inner, l)
		}
	}
	for i := range g.parts {
		for j, t := range g.to[i] {
			g.to[i][j] = g.enter(t)
		}
	}
	g.to[g.entry] = []int{g.enter(0)}
	for _, place := range g.places() {
		g.to[g.entry] = append(g.to[g.entry], g.step(g.inner[g.entry], place))
	}
	for _, l := range g.loops {
		if len(l.resumed) == 0 {
			continue
		}
		g.to[l.dispatch] = []int{l.head}
		for _, place := range l.resumed {
			g.to[l.dispatch] = append(g.to[l.dispatch], g.step(l, place))
		}
	}
}

// enter returns the node that comes before a part: itself, unless it is the head of a loop
// that can be entered in its middle.
func (g *graph) enter(part int) int {
	if part == again {
		return g.entry
	}
	if l := g.inner[part]; l != nil && l.head == part {
		return l.first()
	}
	return part
}

// step returns where the dispatch of a loop, nil for the entry, leads for a place.
func (g *graph) step(in *loop, place int) int {
	target := g.resumed[place]
	out := target
	for l := g.inner[target]; l != in && l != nil; l = l.around {
		out = l.first()
	}
	return out
}

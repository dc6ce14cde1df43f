package main

import "slices"

// order returns all nodes that are reached so that what leads to a node comes before it,
// but for what leads back to the head of a loop, and all of a loop is together.
func (g *graph) order() ([]int, error) {
	reached := make([]bool, len(g.to))
	all := g.postorder(g.entry, reached, nil)
	waits := make([]int, len(g.to)) // for so many nodes
	left := map[*loop]int{}         // to be placed
	for _, node := range all {
		for l := g.inner[node]; l != nil; l = l.around {
			left[l]++
		}
		for _, t := range g.to[node] {
			if !g.isBack(node, t) {
				waits[t]++
			}
		}
	}
	var out []int
	var in *loop
	for ready := []int{g.entry}; len(out) < len(all); {
		for in != nil && left[in] == 0 {
			in = in.around
		}
		i := g.choose(ready, in, out)
		if i < 0 {
			return nil, errAsIs
		}
		node := ready[i]
		ready = slices.Delete(ready, i, i+1)
		out, in = append(out, node), g.inner[node]
		for l := in; l != nil; l = l.around {
			left[l]--
		}
		for _, t := range g.to[node] {
			if g.isBack(node, t) {
				continue
			}
			if waits[t]--; waits[t] == 0 {
				ready = append(ready, t)
			}
		}
	}
	return out, nil
}

// isBack tells whether a node leads back to a loop's beginning.
func (g *graph) isBack(from, to int) bool {
	l := g.inner[to]
	return l != nil && l.first() == to && l.contains(g.inner[from])
}

// choose returns which of the nodes that may come next does, of those in a loop: where the
// last one goes on, or that which the compiler placed first.
func (g *graph) choose(ready []int, in *loop, placed []int) int {
	best := none
	for i, node := range ready {
		if !in.contains(g.inner[node]) {
			continue
		}
		if len(placed) > 0 && g.goesOn(placed[len(placed)-1]) == node {
			return i
		}
		if best == none || g.rank(node) < g.rank(ready[best]) {
			best = i
		}
	}
	return best
}

// goesOn returns where a node leads without a jump.
func (g *graph) goesOn(node int) int {
	if node < len(g.parts) {
		if next := g.parts[node].next; next != none {
			return g.enter(next)
		}
		return none
	}
	return g.to[node][0]
}

// rank returns the place of a node in the function as it was.
func (g *graph) rank(node int) int {
	if node <= g.entry {
		return 2*node + 1
	}
	return 2 * g.inner[node].head
}

// scope is a block, which branches leave at its end, or a loop, which they repeat from its
// beginning: places in the order of nodes.
type scope struct {
	begin, end int
	loop       bool
}

// scopes returns what is around the nodes, in their order, so that branches reach what
// they lead to: sorted by their beginnings, outer ones first.
func (g *graph) scopes(order []int) ([]scope, error) {
	at := make([]int, len(g.to))
	for i, node := range order {
		at[node] = i
	}
	var out []scope
	for _, l := range g.loops {
		begin := at[l.first()]
		end := begin + 1
		for end < len(order) && l.contains(g.inner[order[end]]) {
			end++
		}
		out = append(out, scope{begin, end, true})
	}
	earliest := map[int]int{} // by what is branched to
	for i, node := range order {
		for _, t := range g.branches(node, at) {
			if _, ok := earliest[at[t]]; !ok && at[t] > i {
				earliest[at[t]] = i
			}
		}
	}
	ends := make([]int, 0, len(earliest))
	for end := range earliest {
		ends = append(ends, end)
	}
	slices.Sort(ends)
	for _, end := range ends {
		out = append(out, scope{widened(out, earliest[end], end), end, false})
	}
	slices.SortStableFunc(out, func(a, b scope) int {
		if a.begin != b.begin {
			return a.begin - b.begin
		}
		return b.end - a.end
	})
	return out, nested(out)
}

// widened returns where a block begins that is left at end: at begin, or before all that
// would else be only half in it.
func widened(scopes []scope, begin, end int) int {
	for again := true; again; {
		again = false
		for _, s := range scopes {
			if s.begin < begin && begin < s.end && s.end < end {
				begin, again = s.begin, true
			}
		}
	}
	return begin
}

// nested tells whether each scope is in another one or beside it.
func nested(sorted []scope) error {
	var open []scope
	for _, s := range sorted {
		for len(open) > 0 && open[len(open)-1].end <= s.begin {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && s.end > open[len(open)-1].end {
			return errAsIs
		}
		open = append(open, s)
	}
	return nil
}

// branches returns where a node leads by branches, where at are the places of the nodes.
func (g *graph) branches(node int, at []int) []int {
	if node >= len(g.parts) {
		if len(g.to[node]) == 1 { // no table
			return jumps(g.to[node], at, at[node])
		}
		return g.to[node]
	}
	p := g.parts[node]
	if p.yes != none && p.next == none {
		return g.to[node]
	}
	return jumps(g.to[node], at, at[node])
}

// jumps leaves out the one of two that follows.
func jumps(to, at []int, place int) []int {
	out := slices.Clone(to)
	for i := len(out) - 1; i >= 0; i-- {
		if at[out[i]] == place+1 {
			return slices.Delete(out, i, i+1)
		}
	}
	return out
}

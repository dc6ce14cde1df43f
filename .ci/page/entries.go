package main

import "encoding/binary"

// closeEntries has a loop that leads back to a node be entered only there: what leads to
// another of its nodes enters the function once more, at a place of that node.
func (g *graph) closeEntries(d dominators, head int) error {
	in := g.cycle(d, head)
	doors := map[int]int{} // parts that lead to the nodes, by those
	for source := range g.to {
		if d.at[source] == none || in[source] {
			continue
		}
		for _, t := range g.to[source] {
			if !in[t] || t == head {
				continue
			}
			if source == g.entry {
				return errAsIs
			}
			if _, ok := doors[t]; !ok {
				doors[t] = g.addDoor(t)
			}
			p := &g.parts[source]
			if p.yes == t {
				p.yes = doors[t]
			}
			if p.next == t {
				p.next = doors[t]
			}
		}
	}
	if len(doors) == 0 {
		return errAsIs
	}
	return nil
}

// addDoor adds a part that enters the function once more, at another part.
func (f *flow) addDoor(to int) int {
	place := f.free
	f.free++
	f.resumed[place] = to
	set := []instruction{
		{op: constant32, bytes: appendSigned([]byte{constant32}, int64(place))},
		{op: opLocalSet, bytes: binary.AppendUvarint([]byte{opLocalSet}, variablePC)},
	}
	f.parts = append(f.parts, part{code: set, yes: none, next: again})
	return len(f.parts) - 1
}

// cycle returns the nodes that lead to a node and are led to from it, behind the last one
// that all ways to these nodes go through.
func (g *graph) cycle(d dominators, head int) map[int]bool {
	top := d.at[head]
	for _, source := range d.from[head] {
		if d.at[source] >= d.at[head] {
			top = d.common(top, d.at[source])
		}
	}
	behind := func(node int) bool { return d.at[node] != top && d.common(d.at[node], top) == top }
	reach := func(next [][]int) map[int]bool {
		seen := map[int]bool{head: true}
		for work := []int{head}; len(work) > 0; {
			node := work[len(work)-1]
			work = work[:len(work)-1]
			for _, t := range next[node] {
				if behind(t) && !seen[t] {
					seen[t] = true
					work = append(work, t)
				}
			}
		}
		return seen
	}
	out := reach(g.to)
	back := reach(d.from)
	for node := range out {
		if !back[node] {
			delete(out, node)
		}
	}
	return out
}

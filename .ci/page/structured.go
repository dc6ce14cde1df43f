package main

import (
	"encoding/binary"
	"errors"
)

// writer writes a function whose loops are loops.
type writer struct {
	*graph
	order []int
	at    []int // the places of the nodes in order
	open  []scope
	again map[int]bool // the parts where the function is entered again
	out   []byte
}

// structured returns the body of a function with a loop for each of its loops and branches
// to where its jumps lead, instead of one loop and a table.
func structured(f *flow) ([]byte, error) {
	g, err := newGraph(f)
	if err != nil {
		return nil, err
	}
	w := &writer{graph: g, at: make([]int, len(g.to)), again: map[int]bool{}}
	for _, part := range f.resumed {
		w.again[part] = true
	}
	if w.order, err = g.order(); err != nil {
		return nil, err
	}
	for i, node := range w.order {
		w.at[node] = i
	}
	scopes, err := g.scopes(w.order)
	if err != nil {
		return nil, err
	}
	return w.function(scopes)
}

func (w *writer) function(scopes []scope) ([]byte, error) {
	w.out = append(w.out, w.variables...)
	w.out = append(w.out, opGlobalGet, globalSP, opLocalSet, variableSP)
	if w.unwinds {
		w.out = append(w.out, opBlock, noValue)
	}
	for i, node := range w.order {
		w.close(i)
		for len(scopes) > 0 && scopes[0].begin == i {
			w.begin(scopes[0])
			scopes = scopes[1:]
		}
		if err := w.node(node, i); err != nil {
			return nil, err
		}
	}
	w.close(len(w.order))
	w.out = append(w.out, opUnreachable, opEnd)
	if w.unwinds {
		w.out = append(w.out, constant32, 1, opEnd)
	}
	return w.out, nil
}

func (w *writer) begin(s scope) {
	op := byte(opBlock)
	if s.loop {
		op = opLoop
	}
	w.open = append(w.open, s)
	w.out = append(w.out, op, noValue)
}

// close ends what ends at a place.
func (w *writer) close(place int) {
	for len(w.open) > 0 && w.open[len(w.open)-1].end == place {
		w.open = w.open[:len(w.open)-1]
		w.out = append(w.out, opEnd)
	}
}

var errLabel = errors.New("a branch leads to where there is no label")

// label returns the label that leads from a place to a node.
func (w *writer) label(place, to int) (uint64, error) {
	goal := w.at[to]
	for i := len(w.open) - 1; i >= 0; i-- {
		s := w.open[i]
		if s.loop && s.begin == goal && goal <= place || !s.loop && s.end == goal && goal > place {
			return uint64(len(w.open) - 1 - i), nil
		}
	}
	return 0, errLabel
}

// node writes the node at a place.
func (w *writer) node(node, place int) error {
	if node >= len(w.parts) {
		return w.dispatch(node, place)
	}
	p := w.parts[node]
	if w.again[node] {
		w.forgetPlace()
	}
	w.code(p.code)
	if p.next >= 0 && w.enter(p.next) != p.next && p.leavesPlace() {
		w.forgetPlace()
	}
	switch {
	case p.yes != none && p.next != none:
		return w.choice(w.enter(p.yes), w.enter(p.next), place)
	case p.yes != none:
		if err := w.branch(opBrIf, w.enter(p.yes), place); err != nil {
			return err
		}
	case p.next != none:
		return w.goOn(w.enter(p.next), place)
	}
	w.out = append(w.out, opUnreachable)
	return nil
}

// forgetPlace has the function go on as if it had been entered at its beginning, where the
// place is looked at again.
func (w *writer) forgetPlace() {
	if len(w.to) > w.entry+1 {
		w.out = append(w.out, constant32, 0, opLocalSet, variablePC)
	}
}

// choice writes the branches of a part with a condition.
func (w *writer) choice(yes, next, place int) error {
	if w.at[yes] == place+1 && w.at[next] != place+1 {
		w.out = append(w.out, opEqz32)
		return w.branch(opBrIf, next, place)
	}
	if err := w.branch(opBrIf, yes, place); err != nil {
		return err
	}
	return w.goOn(next, place)
}

// goOn goes on at a node.
func (w *writer) goOn(node, place int) error {
	if w.at[node] == place+1 {
		return nil
	}
	return w.branch(opBr, node, place)
}

func (w *writer) branch(op byte, to, place int) error {
	label, err := w.label(place, to)
	w.out = binary.AppendUvarint(append(w.out, op), label)
	return err
}

// code writes the code of a part.
func (w *writer) code(code []instruction) {
	depth := 0
	for _, c := range code {
		switch c.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			depth--
		}
		if c.unwinds {
			w.out = binary.AppendUvarint(append(w.out, c.op), uint64(depth+len(w.open)))
		} else {
			w.out = append(w.out, c.bytes...)
		}
	}
}

// dispatch writes a table that leads on where the function is entered again; otherwise
// the first of the nodes that it leads to comes next.
func (w *writer) dispatch(node, place int) error {
	to := w.to[node]
	if len(to) == 1 {
		return w.goOn(to[0], place)
	}
	places := w.places()
	if node != w.entry {
		places = w.inner[node].resumed
	}
	targets := map[int]int{}
	for i, p := range places {
		targets[p] = to[i+1]
	}
	first, last := places[0], places[len(places)-1]
	w.out = append(w.out, opLocalGet, variablePC, constant32)
	w.out = append(appendSigned(w.out, int64(first)), opSub32, opBrTable) // zero becomes the largest number
	w.out = binary.AppendUvarint(w.out, uint64(last-first+1))
	for p := first; p <= last+1; p++ {
		target, ok := targets[p]
		if !ok {
			target = to[0]
		}
		label, err := w.label(place, target)
		if err != nil {
			return err
		}
		w.out = binary.AppendUvarint(w.out, label)
	}
	return nil
}

package structure

import (
	"math/bits"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Evidence is what a trait says for a conclusion (or, below zero, against it).
type Evidence struct {
	Trait  traits.Trait
	Weight float64
	Why    string
}

// weigh returns what the traits say by a table.
func weigh(table []Evidence, t *traits.Set) float64 {
	sum := 0.0
	for i := range table {
		if v := t.Share(table[i].Trait); v != 0 {
			sum += table[i].Weight * float64(v)
		}
	}
	return sum
}

// scale is a table by which many lines are weighed. A line has few traits: those are
// looked up in the table, not the table's in the line.
type scale struct {
	table  []Evidence
	places traits.Places
}

func newScale(table []Evidence) *scale {
	s := &scale{table: table}
	for i := range table {
		s.places.Put(table[i].Trait, i)
	}
	return s
}

// weigh is weigh by the scale's table: the same sum, in the same order.
func (s *scale) weigh(t *traits.Set) float64 {
	sum := 0.0
	for in := t.In(&s.places); in != 0; in &= in - 1 {
		e := &s.table[bits.TrailingZeros64(in)]
		sum += e.Weight * float64(t.Share(e.Trait))
	}
	return sum
}

package structure

import "github.com/paperfit/paperfit/pkg/internal/traits"

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

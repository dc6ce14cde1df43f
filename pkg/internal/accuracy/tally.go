package accuracy

import (
	"cmp"
	"math"
	"slices"
)

// Tally sums the scores of many papers.
type Tally struct {
	Papers   int
	Roles    map[Pair]int
	Lost     int
	Merged   int
	Unmarked int
	Rates    map[string]*Rate
	Whole    int // papers of which every measure and rule came out right
	Failing  []*Score

	Templates map[string]*Share
}

// Share counts the papers of one kind, and those that are wholly right.
type Share struct{ Papers, Right int }

// Rate counts the outcomes of one measure or rule.
type Rate struct {
	Name                        string
	Papers                      int
	Wrong, Alarm, Miss, Unknown int
}

// Add adds the score of a paper.
func (t *Tally) Add(s *Score) {
	if t.Roles == nil {
		t.Roles, t.Rates, t.Templates = map[Pair]int{}, map[string]*Rate{}, map[string]*Share{}
	}
	t.Papers++
	t.Lost, t.Merged, t.Unmarked = t.Lost+s.Lost, t.Merged+s.Merged, t.Unmarked+s.Unmarked
	for pair, n := range s.Roles {
		t.Roles[pair] += n
	}
	for _, o := range s.Outcomes {
		t.rate(o.Name).add(o.Status)
	}
	share := t.Templates[s.Truth.Template]
	if share == nil {
		share = &Share{}
		t.Templates[s.Truth.Template] = share
	}
	share.Papers++
	if s.Right() {
		t.Whole++
		share.Right++
	} else {
		t.Failing = append(t.Failing, s)
	}
}

// Right reports whether every measure and rule came out right.
func (s *Score) Right() bool {
	return !slices.ContainsFunc(s.Outcomes, func(o Outcome) bool { return o.Status != Right })
}

func (t *Tally) rate(name string) *Rate {
	if t.Rates[name] == nil {
		t.Rates[name] = &Rate{Name: name}
	}
	return t.Rates[name]
}

func (r *Rate) add(s Status) {
	r.Papers++
	switch s {
	case Wrong:
		r.Wrong++
	case Alarm:
		r.Alarm++
	case Miss:
		r.Miss++
	case Unknown:
		r.Unknown++
	}
}

// Sorted returns the rates by name.
func (t *Tally) Sorted() []*Rate {
	out := make([]*Rate, 0, len(t.Rates))
	for _, r := range t.Rates {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *Rate) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// RoleNames returns all true roles, the most frequent first, and all given ones
// in the same order.
func (t *Tally) RoleNames() (want, got []string) {
	rows, columns := map[string]int{}, map[string]int{}
	for pair, n := range t.Roles {
		rows[pair.Want] += n
		columns[pair.Got] += n
	}
	order := func(count map[string]int) []string {
		var out []string
		for name := range count {
			out = append(out, name)
		}
		slices.SortFunc(out, func(a, b string) int {
			return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(columns[b], columns[a]), cmp.Compare(a, b))
		})
		return out
	}
	return order(rows), order(columns)
}

// Interval returns Wilson's interval of 95 % for a share of n papers.
func Interval(share, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964 // of the normal distribution, for 95 %
	p, m := float64(share)/float64(n), float64(n)
	middle := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, middle-half), min(1, middle+half)
}

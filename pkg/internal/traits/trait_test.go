package traits

import "testing"

// TestPlaces: a trait is found in its place, however little there is of it, and no trait
// without one.
func TestPlaces(t *testing.T) {
	for k := range traitCount {
		var places Places
		i := int(k) % 64
		places.Put(k, i)
		for other := range traitCount {
			var set Set
			if set.In(&places) != 0 {
				t.Fatalf("“%s” is found in nothing", k)
			}
			if other >= firstShare {
				set.setShare(other, 0.1)
			} else {
				set.set(other, true)
			}
			want := uint64(0)
			if other == k {
				want = 1 << i
			}
			if got := set.In(&places); got != want {
				t.Errorf("“%s” alone: places %b of “%s”, want %b", other, got, k, want)
			}
			if !set.Has(other) || !set.HasAny(k, other) || other != k && set.Has(k) {
				t.Errorf("“%s” alone is not what there is", other)
			}
		}
	}
}

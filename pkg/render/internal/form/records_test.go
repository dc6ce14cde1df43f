package form

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestRecords: those that are wanted come back, as often as they are asked for.
func TestRecords(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 10, 30_000} {
		var r Records
		record := func(i int) string { return strings.Repeat(fmt.Sprintf("%d\n", i), i%20) }
		for i := range n {
			if err := r.Add([]byte(record(i))); err != nil {
				t.Fatal(err)
			}
		}
		if r.Len() != n || n > 3 && r.Size(3) != len(record(3)) {
			t.Errorf("%d records are %d", n, r.Len())
		}
		for range 2 {
			var got []int
			err := r.Each(func(i int) bool { return i%7 == 3 }, func(i int, data []byte) error {
				if got = append(got, i); string(data) != record(i) {
					t.Errorf("record %d is %q", i, data)
				}
				return nil
			})
			if len(got) != (n+3)/7 || !slices.IsSorted(got) || err != nil {
				t.Errorf("%d of %d records come back, %v", len(got), n, err)
			}
		}
		stop := errors.New("stop")
		if err := r.Each(func(int) bool { return true }, func(int, []byte) error { return stop }); n > 0 && !errors.Is(err, stop) {
			t.Errorf("the error is %v", err)
		}
	}
}

package sight

import "slices"

// Append appends to a list that is kept from page to page. It doubles a list that
// is full: the quarter by which append lets long ones grow costs more in memory
// that is used once than it saves.
func Append[T any](list []T, x ...T) []T {
	if len(list)+len(x) > cap(list) {
		list = slices.Grow(list, max(len(list), len(x), fewest))
	}
	return append(list, x...)
}

// fewest is how many elements a list has room for at first.
const fewest = 64

package structure

import "testing"

// Without its reasons a line stays what it is.
func TestReasonsAreForgotten(t *testing.T) {
	row := cells(leftColumn, topLine, 12, [3]string{"Loom", "21.2", "27.6"})
	l := compose(t, row+set(leftColumn, at(3), prose(0, deep-3)...)+set(rightColumn, topLine, prose(13, deep)...), columnsOf(1))
	line := lineWith(t, l, "Loom 21.2")
	role := line.Role
	if len(line.Reasons(1)) == 0 || !line.HasCells() {
		t.Fatalf("reasons %v, cells %t, want some", line.Reasons(1), line.HasCells())
	}
	l.ForgetReasons()
	if got := line.Reasons(1); got != nil {
		t.Errorf("reasons %v are left", got)
	}
	if line.Role != role || !line.HasCells() {
		t.Errorf("the line is %v, cells %t, want %v with cells", line.Role, line.HasCells(), role)
	}
}

package geom

import "testing"

func TestReportForms(t *testing.T) {
	r := Rect{X0: 1, Y0: 2, X1: 3, Y1: 5}
	if got := r.Array(); got != [4]float64{1, 2, 3, 5} || FromArray(got) != r {
		t.Errorf("%v is written %v and read back as %v", r, got, FromArray(got))
	}
	if got := SizeIn(612, 792); got != [2]float64{8.5, 11} || Inches(36) != 0.5 {
		t.Errorf("letter is %v in, half an inch %v", got, Inches(36))
	}
}

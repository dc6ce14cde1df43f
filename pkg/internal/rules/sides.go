package rules

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// sides tells in words where boxes stick out of the allowed block: "top",
// "right", "top and bottom".
func sides(o *measure.Overhang, boxes []geom.Rect) string {
	words := [2]string{"left", "right"}
	if o.Vertical {
		words = [2]string{"top", "bottom"}
	}
	first, last := false, false
	for _, b := range boxes {
		if o.Vertical {
			first, last = first || b.Y0 < o.Window.Y0, last || b.Y1 > o.Window.Y1
		} else {
			first, last = first || b.X0 < o.Window.X0, last || b.X1 > o.Window.X1
		}
	}
	switch {
	case first && last:
		return words[0] + " and " + words[1]
	case first:
		return words[0]
	case last:
		return words[1]
	}
	return ""
}

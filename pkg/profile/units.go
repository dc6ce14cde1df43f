package profile

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// units are the units that a length may be written in, in points. "pt" is the
// PDF point of 1/72 in; TeX's point is a little smaller (72/72.27), which the
// tolerances allow for.
var units = map[string]float64{
	"in": geom.PointsPerInch,
	"pt": 1,
	"mm": geom.PointsPerInch / 25.4,
	"cm": geom.PointsPerInch / 2.54,
}

// unitWords are the units as an error message lists them.
const unitWords = "in, pt, mm or cm"

// paperSizes are the page sizes that have a name.
var paperSizes = map[string]Size{
	"letter": {8.5 * geom.PointsPerInch, 11 * geom.PointsPerInch},
	"a4":     {210 * geom.PointsPerInch / 25.4, 297 * geom.PointsPerInch / 25.4},
}

// maxLength is the longest length that makes sense on a page: PDF's own limit
// of 200 in (ISO 32000-2, annex C).
const maxLength = 200 * geom.PointsPerInch

// ParseLength reads a length with its unit, such as "7in", "10 pt" or "24cm",
// and returns it in points.
func ParseLength(text string) (float64, error) {
	number, unit := splitUnit(text)
	factor, known := units[unit]
	value, err := strconv.ParseFloat(number, 64)
	switch {
	case err == nil && unit == "":
		return 0, fmt.Errorf("length %q has no unit; add %s", text, unitWords)
	case err != nil || !known:
		return 0, fmt.Errorf("invalid length %q; expected a number with %s, such as \"7in\"", text, unitWords)
	}
	points := value * factor
	if math.IsNaN(points) || points < 0 || points > maxLength {
		return 0, fmt.Errorf("length %q is not between 0 and 200in", text)
	}
	return points, nil
}

// splitUnit splits "7 in" into "7" and "in".
func splitUnit(text string) (number, unit string) {
	text = strings.TrimSpace(text)
	number = strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz")
	return strings.TrimSpace(number), text[len(number):]
}

// placedLengths are the keys whose lengths reports print in the unit of the text.
var placedLengths = []string{"block", "margins", "column", "gutter"}

// unitsOf adds to units the metric ones in which a mapping has lengths, by the key.
func unitsOf(mapping *yaml.Node, units map[string]string) map[string]string {
	out := map[string]string{}
	maps.Copy(out, units)
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		word := mapping.Content[i].Value
		if !slices.Contains(placedLengths, word) {
			continue
		}
		delete(out, word) // of what the text extends
		for field := range strings.FieldsSeq(mapping.Content[i+1].Value) {
			if _, unit := splitUnit(field); unit == "cm" || unit == "mm" {
				out[word] = unit
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// ParseSize reads a width and a height, such as "7in x 9in", or the name of a
// paper size, "letter" or "a4".
func ParseSize(text string) (Size, error) {
	if size, ok := paperSizes[strings.ToLower(strings.TrimSpace(text))]; ok {
		return size, nil
	}
	width, height, ok := cutSize(text)
	if !ok {
		return Size{}, fmt.Errorf("invalid size %q; expected a width and a height, such as \"7in x 9in\"", text)
	}
	w, err := ParseLength(width)
	if err != nil {
		return Size{}, err
	}
	h, err := ParseLength(height)
	if err != nil {
		return Size{}, err
	}
	return Size{w, h}, nil
}

// cutSize separates a width from a height.
func cutSize(text string) (width, height string, ok bool) {
	return strings.Cut(strings.ReplaceAll(text, "×", "x"), "x")
}

// ParseMargins reads one to four lengths, such as "1in 0.75in": top, right,
// bottom, left; what is not given is as its opposite or, for right, as top.
func ParseMargins(text string) (Margins, error) {
	fields := strings.Fields(text)
	if len(fields) < 1 || len(fields) > 4 {
		return Margins{}, fmt.Errorf("invalid margins %q; expected one to four lengths, such as \"1in 0.75in\" (top and bottom, right and left)", text)
	}
	var side [4]float64
	for i := range side {
		if i >= len(fields) {
			side[i] = side[max(0, i-2)]
			continue
		}
		length, err := ParseLength(fields[i])
		if err != nil {
			if _, err := ParseLength(text); err == nil {
				return Margins{}, fmt.Errorf("invalid margins %q; write the unit without a space: %q", text, strings.Join(fields, ""))
			}
			return Margins{}, err
		}
		side[i] = length
	}
	if side == [4]float64{} {
		return Margins{}, errors.New("margins of zero have no effect; remove the line")
	}
	return Margins{side[0], side[1], side[2], side[3]}, nil
}

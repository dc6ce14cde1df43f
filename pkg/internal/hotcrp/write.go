package hotcrp

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// JSON writes the answer as HotCRP reads it: one object and nothing else.
func (a *Answer) JSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if a.Error {
		return encoder.Encode(failure{a.At, true, []Page{}, a.Own})
	}
	return encoder.Encode(a)
}

// failure is the answer for a file that could not be measured.
type failure struct {
	At    int64  `json:"at,omitempty"`
	Error bool   `json:"error"`
	Pages []Page `json:"pages"`
	Own   *Own   `json:"x-paperfit,omitempty"`
}

// Stats writes the answer for a file, by the name that is shown, as one line with tabs between its fields: file, paper
// (width x height in inches), text block, margins (left x right x top x bottom),
// size of the body, leading, columns, pages.
func (a *Answer) Stats(w io.Writer, file string) error {
	fields := []string{file}
	if a.Error {
		fields = append(fields, "error", a.Own.Error)
	} else {
		fields = append(fields, a.paper(), a.textBlock(), a.margins(), orDash(a.BodySize, "%.0f"),
			orDash(a.Leading, "%.1f"), fmt.Sprint(a.Columns), fmt.Sprint(a.pageCount()), "-")
	}
	_, err := fmt.Fprintln(w, strings.Join(fields, "\t"))
	return err
}

// Report writes the answer for a file, by the name that is shown, for people.
func (a *Answer) Report(w io.Writer, file string) error {
	var err error
	line := func(format string, args ...any) {
		if err == nil {
			_, err = fmt.Fprintf(w, format+"\n", args...)
		}
	}
	line("%s", file)
	if a.Error {
		line("  error: %s", a.Own.Error)
		return err
	}
	line("  paper size:      %s", a.paper())
	line("  text block:      %s", a.textBlock())
	line("  margins:         %s (left x right x top x bottom)", a.margins())
	line("  body size:       %s", orDash(a.BodySize, "%.1fpt"))
	line("  leading:         %s", orDash(a.Leading, "%.1fpt"))
	line("  columns:         %d", a.Columns)
	line("  pages:           %d", a.pageCount())
	for i := range a.Pages {
		if t := a.Pages[i].Type; t != Body {
			line("  page %-3d         %s", i+1, t)
		}
	}
	for _, category := range slices.Sorted(maps.Keys(a.Unsafe)) {
		line("  unsafe:          %s", category)
	}
	return err
}

func (a *Answer) pageCount() int { return max(a.NPages, len(a.Pages)) }

func (a *Answer) paper() string {
	return inches(a.PaperSize[1]) + "x" + inches(a.PaperSize[0]) + "in"
}

func (a *Answer) textBlock() string {
	m := a.Margin
	return inches(a.PaperSize[1]-m[1]-m[3]) + "x" + inches(a.PaperSize[0]-m[0]-m[2]) + "in"
}

func (a *Answer) margins() string {
	m := a.Margin
	return inches(m[3]) + "x" + inches(m[1]) + "x" + inches(m[0]) + "x" + inches(m[2]) + "in"
}

func inches(points int) string { return fmt.Sprintf("%.2f", float64(points)/geom.PointsPerInch) }

func orDash(x *float64, format string) string {
	if x == nil {
		return "-"
	}
	return fmt.Sprintf(format, *x)
}

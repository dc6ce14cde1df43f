package crosscheck

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Reading is how paperfit reads a file: one side of the comparison. It can be
// made in one process and compared in another.
type Reading struct {
	pages   []ourPage
	problem string // why there are no pages
}

// Read reads a file as the check does.
func Read(ctx context.Context, data []byte) (out Reading) {
	defer func() {
		if r := recover(); r != nil { // our fault; the check itself is not to suffer
			out = Reading{problem: ownFault}
		}
	}()
	pages, err := readOurs(ctx, data)
	switch {
	case ctx.Err() != nil:
		return Reading{problem: errInterrupted.Error()}
	case err != nil:
		return Reading{problem: "paperfit itself cannot read the file"}
	}
	return Reading{pages: pages}
}

// wireReading is a Reading as it is written.
type wireReading struct {
	Pages   []wirePage `json:"pages,omitempty"`
	Problem string     `json:"problem,omitempty"`
}

// wirePage is a page of a Reading.
type wirePage struct {
	Skip   string       `json:"skip,omitempty"`
	ToPage geom.Matrix  `json:"to_page"`
	Rows   [][3]float64 `json:"rows,omitempty"` // baseline, size, characters
}

// MarshalJSON writes the reading.
func (r Reading) MarshalJSON() ([]byte, error) {
	out := wireReading{Problem: r.problem}
	for _, p := range r.pages {
		out.Pages = append(out.Pages, wirePage{Skip: p.skip, ToPage: p.toPage, Rows: wireRows(p.rows)})
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote, and refuses what it cannot have
// written.
func (r *Reading) UnmarshalJSON(data []byte) error {
	var in wireReading
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*r = Reading{problem: clipped(in.Problem)}
	for i, p := range in.Pages {
		line := wireLine{Rows: p.Rows}
		page, ok := line.theirPage()
		if !ok {
			return errors.New("rows of characters that no page has")
		}
		r.pages = append(r.pages, ourPage{number: i + 1, skip: clipped(p.Skip), toPage: p.ToPage, rows: page.rows})
	}
	return nil
}

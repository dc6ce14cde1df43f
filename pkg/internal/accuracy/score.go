package accuracy

import (
	"fmt"
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/report"
)

// Score is how one paper went.
type Score struct {
	Truth    *Truth
	Roles    map[Pair]int // lines by their role and by the one that they were given
	Wrong    []WrongLine  // the first few of them
	Lost     int          // lines that no line of ours covers
	Merged   int          // lines of ours that join two columns
	Unmarked int          // lines of ours of which nothing is known
	Outcomes []Outcome    // of the measures and of the rules
}

// Pair is a line's role, and the one that it was given.
type Pair struct{ Want, Got string }

// WrongLine is a line with a wrong role.
type WrongLine struct {
	Pair
	Page int
	Text string
}

// maxWrongLines is how many wrong lines of a paper are kept.
const maxWrongLines = 12

// alike are roles of the truth that the program does not tell apart from others,
// and what it may call them.
var alike = map[string][]string{
	"keywords": {"abstract", "author", "body", "heading"},
	"teaser":   {"author", "abstract", "caption", "body", "title"},
	"contents": {"list", "body", "table", "heading"},
	"address":  {"author", "body", "footnote"},
}

// scoreRoles compares the roles of all lines.
func (s *Score) scoreRoles(pages []report.Page) {
	s.Roles = map[Pair]int{}
	seen := map[*report.SketchLine]*found{}
	var order []*report.SketchLine
	for i := range s.Truth.Lines {
		l := &s.Truth.Lines[i]
		line := match(l, pages)
		if line == nil {
			if l.Role != "furniture" { // a head may be empty
				s.Lost++
			}
			continue
		}
		if seen[line] == nil {
			seen[line] = &found{page: l.Page}
			order = append(order, line)
		}
		seen[line].add(l)
	}
	for _, line := range order {
		s.count(line, seen[line])
	}
	for i := range pages {
		if pages[i].Sketch != nil {
			s.Unmarked += len(pages[i].Sketch.Lines)
		}
	}
	s.Unmarked -= len(order)
}

// found are the true roles within one line of ours.
type found struct {
	page    int
	roles   []string
	longest string
	width   float64
	columns [2]bool
}

func (f *found) add(l *Line) {
	f.roles = append(f.roles, l.Role)
	if width := l.X1 - l.X0; f.longest == "" || width > f.width {
		f.longest, f.width = l.Role, width
	}
	if l.Column >= 0 && l.Column < len(f.columns) {
		f.columns[l.Column] = true
	}
}

// count counts a line. One that holds several roles, as a head that runs into the
// text, is right with each of them.
func (s *Score) count(line *report.SketchLine, f *found) {
	if f.columns[0] && f.columns[1] {
		s.Merged++
	}
	want := f.longest
	for _, role := range f.roles {
		if role == line.Role {
			want = role
		}
	}
	for _, other := range alike[want] {
		if other == line.Role {
			s.Roles[Pair{want, want}]++
			return
		}
	}
	pair := Pair{want, line.Role}
	s.Roles[pair]++
	if want != line.Role && len(s.Wrong) < maxWrongLines {
		s.Wrong = append(s.Wrong, WrongLine{pair, f.page, line.Text})
	}
}

const (
	besideInk = 4.0 // points that a mark may stand beside the ink of its line
	midLetter = .2  // of the size, above the baseline: inside every letter
)

// match returns our line that covers a true one, nil when there is none.
func match(l *Line, pages []report.Page) *report.SketchLine {
	if l.Page < 1 || l.Page > len(pages) || pages[l.Page-1].Sketch == nil {
		return nil
	}
	var best *report.SketchLine
	y := l.Y - midLetter*l.Size
	lines := pages[l.Page-1].Sketch.Lines
	for i := range lines {
		k := &lines[i]
		if k.Rotated || y < k.Box[1]-1 || y > k.Box[3]+1 || l.X1 < k.Box[0]-besideInk || l.X0 > k.Box[2]+besideInk {
			continue
		}
		if best == nil || math.Abs(k.Baseline-l.Y) < math.Abs(best.Baseline-l.Y) {
			best = k
		}
	}
	return best
}

// Status is how a measure or a rule came out.
type Status string

// The outcomes.
const (
	Right   Status = "right"
	Wrong   Status = "wrong" // a measure
	Alarm   Status = "false alarm"
	Miss    Status = "miss"
	Unknown Status = "unknown"
)

// Outcome is how one measure or rule came out.
type Outcome struct {
	Name      string
	Status    Status
	Got, Want string
}

const sizeTolerance = .06 // points

// scoreFacts compares the measures.
func (s *Score) scoreFacts(file *report.File) {
	f, m := &s.Truth.Facts, &file.Measured
	s.whole("pages", m.Pages, f.Pages)
	if !s.Truth.headless() || m.ReferencesPage != nil {
		s.whole("content pages", m.ContentPages, f.ContentPages)
		s.whole("references page", m.ReferencesPage, f.ReferencesPage)
	}
	if f.Body > 0 && f.Kind == "paper" {
		s.whole("columns", m.Columns, f.Columns)
		s.length("body size", m.BodyFontPt, f.Body)
		s.length("leading", m.LeadingPt, f.Leading)
	}
	if f.Kind == "paper" {
		s.whole("abstract", seen(file, "abstract"), number(f.Abstract))
	}
}

// headless reports whether the paper's reference list has no heading, as in
// Physical Review: what hangs on the list may be unknown then.
func (t *Truth) headless() bool {
	return t.Facts.ReferencesPage > 0 && !slices.ContainsFunc(t.Lines, func(l Line) bool { return l.Role == "reference heading" })
}

// seen returns 1 when some line has the role, 0 when none has.
func seen(file *report.File, role string) *int {
	n := 0
	for i := range file.Pages {
		for _, l := range file.Pages[i].Sketch.Lines {
			if l.Role == role {
				n = 1
			}
		}
	}
	return &n
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *Score) whole(name string, got *int, want int) {
	o := Outcome{Name: name, Status: Right, Want: fmt.Sprint(want), Got: "?"}
	switch {
	case got == nil:
		o.Status = Unknown
	default:
		if o.Got = fmt.Sprint(*got); *got != want {
			o.Status = Wrong
		}
	}
	s.Outcomes = append(s.Outcomes, o)
}

func (s *Score) length(name string, got *float64, want float64) {
	o := Outcome{Name: name, Status: Right, Want: fmt.Sprintf("%.2f", want), Got: "?"}
	switch {
	case got == nil:
		o.Status = Unknown
	default:
		if o.Got = fmt.Sprintf("%.2f", *got); math.Abs(*got-want) > sizeTolerance {
			o.Status = Wrong
		}
	}
	s.Outcomes = append(s.Outcomes, o)
}

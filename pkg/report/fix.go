package report

// Program is one that papers are made with.
type Program string

// The programs that fixes are for; "" is one that is not known.
const (
	LaTeX       Program = "latex" // with any engine
	Word        Program = "word"
	LibreOffice Program = "libreoffice"
	Typst       Program = "typst"
)

// Programs returns all programs, in the order in which people are shown them.
func Programs() []Program { return []Program{LaTeX, Word, LibreOffice, Typst} }

// Name returns the program's name.
func (p Program) Name() string {
	switch p {
	case LaTeX:
		return "LaTeX"
	case Word:
		return "Word"
	case LibreOffice:
		return "LibreOffice"
	case Typst:
		return "Typst"
	}
	return ""
}

// Fix is how to fix what was found, by the program that the paper is made with.
type Fix struct {
	LaTeX       string `json:"latex,omitempty"`
	Word        string `json:"word,omitempty"`
	LibreOffice string `json:"libreoffice,omitempty"`
	Typst       string `json:"typst,omitempty"`
}

// in returns the fix in a program.
func (f *Fix) in(p Program) string {
	switch p {
	case LaTeX:
		return f.LaTeX
	case Word:
		return f.Word
	case LibreOffice:
		return f.LibreOffice
	case Typst:
		return f.Typst
	}
	return ""
}

// FixLine is a fix for one program; Program is empty where it is for all, or where
// only that of one is shown.
type FixLine struct{ Program, Text string }

// String returns the line as people are shown it.
func (l FixLine) String() string {
	if l.Program == "" {
		return l.Text
	}
	return l.Program + ": " + l.Text
}

// For returns what people are shown of a paper that was made with a program: the fix in
// it, and where it is not known a line for LaTeX and one for word processors, or one
// for both where they are the same.
func (f *Fix) For(p Program) []FixLine {
	switch {
	case f == nil || f.LaTeX == "" && f.Word == "":
		return nil
	case f.in(p) != "":
		return []FixLine{{"", f.in(p)}}
	case f.LaTeX == f.Word, f.Word == "":
		return []FixLine{{"", f.LaTeX}}
	case f.LaTeX == "":
		return []FixLine{{"", f.Word}}
	}
	return []FixLine{{"LaTeX", f.LaTeX}, {"Word processor", f.Word}}
}

// All returns the fix in every program, those that say the same in one line.
func (f *Fix) All() []FixLine {
	if f == nil {
		return nil
	}
	var out []FixLine
	n := 0 // programs with a fix
	for _, p := range Programs() {
		text := f.in(p)
		if text == "" {
			continue
		}
		n++
		if last := len(out) - 1; last >= 0 && out[last].Text == text {
			out[last].Program += ", " + p.Name()
		} else {
			out = append(out, FixLine{p.Name(), text})
		}
	}
	if len(out) == 1 && n > 1 {
		out[0].Program = ""
	}
	return out
}

// Lines returns the fix in lines for people, whatever program they use.
func (f *Fix) Lines() []string {
	var out []string
	for _, line := range f.For("") {
		out = append(out, line.String())
	}
	return out
}

package report

import "slices"

// RuleReadable is the rule that says whether a file can be read at all: broken,
// it means that nothing else was measured.
const RuleReadable = "readable"

// VerdictOf returns the verdict for a file from its checks: the first that
// holds of error, fail, unknown and pass. With failOnWarning a broken rule of
// severity warning fails the file too. Rules of severity note never count.
func VerdictOf(checks []Check, failOnWarning bool) Verdict {
	verdict := Pass
	for _, c := range checks {
		switch {
		case c.Rule == RuleReadable && c.Status == StatusFail:
			return Error
		case c.Status == StatusFail, c.Status == StatusWarn && failOnWarning:
			verdict = Fail
		case c.Status == StatusUnknown && c.Severity == SeverityError && verdict == Pass:
			verdict = Unknown
		}
	}
	return verdict
}

// Summarize counts files by verdict.
func Summarize(files []File) Summary {
	var s Summary
	for _, f := range files {
		s.Add(&f)
	}
	return s
}

// Add counts one more file.
func (s *Summary) Add(f *File) {
	s.Files++
	if len(f.Notes) > 0 {
		s.Notes++
	}
	switch f.Verdict {
	case Pass:
		s.Pass++
	case Fail:
		s.Fail++
	case Unknown:
		s.Unknown++
	case Error:
		s.Error++
	}
}

// New returns the report of a run over files.
func New(tool Tool, profile Profile, files []File) *Report {
	return &Report{
		Schema:  Schema,
		Tool:    tool,
		Profile: profile,
		Summary: Summarize(files),
		Files:   files,
	}
}

// AddFindings adds findings to the file: those of severity note to its notes. Both
// are sorted after it.
func (f *File) AddFindings(findings []Finding) {
	for _, x := range findings {
		if x.Severity == SeverityNote {
			f.Notes = append(f.Notes, x)
		} else {
			f.Findings = append(f.Findings, x)
		}
	}
	SortFindings(f.Findings, f.Checks)
	SortFindings(f.Notes, f.Checks)
}

// Reported returns the findings of the file and then its notes.
func (f *File) Reported() []Finding { return slices.Concat(f.Findings, f.Notes) }

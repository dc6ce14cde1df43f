package report

// RuleReadable is the rule that says whether a file can be read at all: broken,
// it means that nothing else was measured.
const RuleReadable = "readable"

// VerdictOf returns the verdict for a file from its checks: the first that
// holds of error, fail, unknown and pass. With failOnWarning a broken rule of
// severity warning fails the file too.
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
		s.Add(f.Verdict)
	}
	return s
}

// Add counts one more file.
func (s *Summary) Add(v Verdict) {
	s.Files++
	switch v {
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

package report

import (
	"fmt"
	"slices"
)

// ReadFile reads the JSON form of a File and holds it against what every File
// keeps, so that a report from elsewhere does not break what renders it. Its
// numbers are as Plain returns them.
func ReadFile(data []byte) (File, error) {
	f, err := parsed[File](data)
	if err == nil {
		f, err = f.checked()
	}
	if err != nil {
		return File{}, fmt.Errorf("no file of a report: %w", err)
	}
	return f, nil
}

// checked returns the file as Plain does, in place, or what it cannot hold.
func (f File) checked() (File, error) {
	f.makePlain()
	return f, f.validate()
}

// Plain returns a copy whose Got and Want hold only what its JSON form can tell
// apart: every number is a float64, a pair of numbers a [2]float64.
func (f File) Plain() File {
	f.Checks, f.Findings, f.Notes = slices.Clone(f.Checks), slices.Clone(f.Findings), slices.Clone(f.Notes)
	f.makePlain()
	return f
}

// makePlain does what Plain does to the lists of the file.
func (f *File) makePlain() {
	for i := range f.Checks {
		c := &f.Checks[i]
		c.Got, c.Want = plain(c.Got), plain(c.Want)
	}
	for _, findings := range [][]Finding{f.Findings, f.Notes} {
		for i := range findings {
			x := &findings[i]
			x.Got, x.Want = plain(x.Got), plain(x.Want)
		}
	}
}

func plain(v any) any {
	switch v := v.(type) {
	case int:
		return float64(v)
	case []any:
		if len(v) != 2 {
			return v
		}
		x, isNumber := v[0].(float64)
		y, areNumbers := v[1].(float64)
		if isNumber && areNumbers {
			return [2]float64{x, y}
		}
	}
	return v
}

// validate tells what a File cannot hold.
func (f *File) validate() error {
	switch f.Verdict {
	case Pass, Fail, Unknown, Error:
	default:
		return fmt.Errorf("the verdict %q", f.Verdict)
	}
	if f.Bytes < 0 {
		return fmt.Errorf("%d bytes", f.Bytes)
	}
	for _, c := range f.Checks {
		if err := c.validate(); err != nil {
			return err
		}
	}
	for _, x := range f.Reported() {
		if !x.Severity.known() || x.Page < 0 || !known(x.Got) || !known(x.Want) {
			return fmt.Errorf("a finding of %q", x.Rule)
		}
	}
	for i, p := range f.Pages {
		if p.Page != i+1 {
			return fmt.Errorf("page %d in place %d", p.Page, i+1)
		}
	}
	return nil
}

func (c *Check) validate() error {
	switch c.Status {
	case StatusPass, StatusFail, StatusWarn, StatusNote, StatusUnknown, StatusSkipped, StatusWaived:
	default:
		return fmt.Errorf("the status %q", c.Status)
	}
	if c.Rule == "" || !c.Severity.known() || !known(c.Got) || !known(c.Want) {
		return fmt.Errorf("a check of %q", c.Rule)
	}
	return nil
}

func (s Severity) known() bool {
	return s == SeverityError || s == SeverityWarning || s == SeverityNote
}

// known reports whether a Got or a Want is what rules give.
func known(v any) bool {
	switch v.(type) {
	case nil, float64, [2]float64, string:
		return true
	}
	return false
}

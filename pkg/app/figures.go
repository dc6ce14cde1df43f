package app

import "github.com/paperfit/paperfit/pkg/report"

// areaA5 is the area of an A5 page in square inches: 148 × 210 mm.
const areaA5 = 148 * 210 / (25.4 * 25.4)

// isFigure reports whether a file is the PDF of a figure and no paper: all pages are
// smaller than A5, and none has running text, whose lines have a leading.
func isFigure(f *report.File) bool {
	for _, p := range f.Pages {
		if p.SizeIn[0]*p.SizeIn[1] >= areaA5 {
			return false
		}
	}
	return len(f.Pages) > 0 && f.Measured.LeadingPt == nil
}

// passOver reports whether a file is left out of the report, and counts it.
func (j *job) passOver(f *report.File) bool {
	if !j.skipFigures || !isFigure(f) {
		return false
	}
	j.skips.AddFigure()
	return true
}

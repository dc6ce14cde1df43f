package words

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// maxSources caps the places of the source that are told at once.
const maxSources = 3

// SourcePath returns the path of a source as editors and compilers find it: beside the
// PDF, which is named as the user did.
func SourcePath(f *report.File, s *report.SourceLines) string {
	if path.IsAbs(s.File) || filepath.IsAbs(s.File) {
		return s.File
	}
	return path.Join(path.Dir(filepath.ToSlash(f.Path)), s.File)
}

// SourcesText names the lines of the source that made the places of findings:
// "draft.tex:13–16, 40"; "" where they are not known.
func SourcesText(f *report.File, findings []report.Finding) string {
	var out []string
	last := ""
	for _, x := range findings {
		if x.Source == nil {
			continue
		}
		text := linesText(x.Source)
		if name := SourcePath(f, x.Source); name != last {
			text, last = name+":"+text, name
		}
		if slices.Contains(out, text) {
			continue
		}
		if len(out) == maxSources {
			return strings.Join(out, ", ") + ", …"
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func linesText(s *report.SourceLines) string {
	if s.EndLine <= s.Line {
		return fmt.Sprint(s.Line)
	}
	return fmt.Sprintf("%d–%d", s.Line, s.EndLine)
}

package batch

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/report"
)

// Skips counts, by kind, what is not checked in folders and archives. Several
// goroutines may use it. Nil counts nothing.
type Skips struct {
	mutex sync.Mutex
	kinds report.Skipped
}

// Caps on the kinds, whose names come from strangers.
const (
	maxKinds     = 4096 // kinds that are counted; any other is kindOther
	maxTold      = 20   // kinds in a report; the least frequent are kindOther
	maxExtension = 12   // bytes of an extension that is a kind of its own
)

// The kinds of what is not checked that are not extensions.
const (
	kindHidden     = "hidden"
	kindUnfinished = "unfinished download"
	kindSpecial    = "special file" // a pipe, a socket, a device
	kindDangling   = "dangling link"
	kindLink       = "archive link"
	kindFigure     = "small figure"
	kindExcluded   = "excluded"
	kindSupplement = "supplementary file"
	kindOther      = "other" // above all files without extension
)

// add counts a file, or a folder that is not walked.
func (s *Skips) add(kind string) {
	if s == nil {
		return
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.kinds == nil {
		s.kinds = report.Skipped{}
	}
	if s.kinds[kind] == 0 && len(s.kinds) >= maxKinds {
		kind = kindOther
	}
	s.kinds[kind]++
}

// AddFigure counts a figure that was taken for no paper once it was read.
func (s *Skips) AddFigure() { s.add(kindFigure) }

// AddExcluded counts a file that the user excluded.
func (s *Skips) AddExcluded() { s.add(kindExcluded) }

// Counts returns the counts so far, nil where there are none: the most frequent
// kinds, and the rest as other.
func (s *Skips) Counts() report.Skipped {
	if s == nil {
		return nil
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	kinds := slices.SortedFunc(maps.Keys(s.kinds), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.kinds[b], s.kinds[a]), strings.Compare(a, b))
	})
	var out report.Skipped
	for i, kind := range kinds {
		n := s.kinds[kind]
		if i >= maxTold {
			kind = kindOther
		}
		if out == nil {
			out = report.Skipped{}
		}
		out[kind] += n
	}
	return out
}

// isHidden reports whether a name in a folder is one that systems hide, or that
// a program made beside a file: dot files, AppleDouble and Office's lock files.
func isHidden(name string) bool {
	if name == "." || name == ".." {
		return false
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX"
}

// unfinished are the extensions that programs give a file while they download it.
var unfinished = []string{".part", ".partial", ".crdownload", ".download", ".opdownload", ".filepart", ".tmp"}

// isUnfinished reports whether a file is part of a download.
func isUnfinished(name string) bool { return slices.Contains(unfinished, extension(name)) }

// isDownload reports whether a folder is what Safari makes of a download.
func isDownload(name string) bool {
	paper, ok := strings.CutSuffix(strings.ToLower(name), ".download")
	return ok && isNamedPDF(paper)
}

// isNamedPDF reports whether a file says by its name that it is a paper.
func isNamedPDF(name string) bool { return extension(name) == ".pdf" }

// extension returns a name's extension in lower case.
func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

// kindOfName returns the kind of a file that is not a paper.
func kindOfName(name string) string {
	ext := extension(name)
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("_-+", r)
	}
	if len(ext) < 2 || len(ext) > maxExtension || strings.TrimFunc(ext[1:], plain) != "" {
		return kindOther
	}
	return ext
}

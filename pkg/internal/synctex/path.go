package synctex

import (
	"path"
	"path/filepath"
	"strings"
)

// styles are how files end that make no text of a paper.
var styles = map[string]bool{
	".cls": true, ".sty": true, ".clo": true, ".fd": true, ".def": true, ".cfg": true, ".ldf": true, ".mkii": true, ".aux": true,
}

// isPaper reports whether an input holds text of the paper.
func (t *Trace) isPaper(tag int32) bool {
	name, ok := t.inputs[tag]
	return ok && !styles[strings.ToLower(path.Ext(filepath.ToSlash(name)))]
}

// split splits the name of an input: TeX writes the folder it runs in, "/./", and the
// name that it was given.
func split(name string) (directory, file string) {
	name = filepath.ToSlash(name)
	directory, file, ok := strings.Cut(name, "/./")
	if !ok {
		return "", path.Clean(name)
	}
	return path.Clean(directory + "/"), path.Clean(file)
}

// Relative returns the file of the source as seen from a folder, an absolute path, with
// slashes. A file in the folder comes before the one in the folder where TeX ran, which
// may be gone or on another machine. exists reports whether there is a file at a path.
func (s Source) Relative(folder string, exists func(path string) bool) string {
	file := filepath.FromSlash(s.File)
	if !filepath.IsAbs(file) {
		there := filepath.Join(filepath.FromSlash(s.Directory), file)
		if s.Directory == "" || exists(filepath.Join(folder, file)) || !exists(there) {
			return s.File
		}
		file = there
	}
	if near, err := filepath.Rel(folder, file); err == nil {
		return filepath.ToSlash(near)
	}
	return s.File
}

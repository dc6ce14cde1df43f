package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// importLine and exportWord are the only forms of import and export in the modules of
// the page, so that putting them into one needs no parser.
var (
	importLine = regexp.MustCompile(`(?m)^import \{[^}]*\} from "\./([a-z]+\.js)";\n`)
	exportWord = regexp.MustCompile(`(?m)^export (async function|function|class|const) `)
	otherForm  = regexp.MustCompile(`(?m)^\s*(import|export)\b|\bimport\(`)
)

// bundle returns a module and all that it imports as one module.
func bundle(folder, main string) (string, error) {
	var out strings.Builder
	err := bundleInto(&out, folder, main, map[string]bool{})
	return out.String(), err
}

// bundleInto writes a module behind those that it imports, each once.
func bundleInto(out *strings.Builder, folder, name string, seen map[string]bool) error {
	if seen[name] {
		return nil
	}
	seen[name] = true
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return err
	}
	text := string(data)
	for _, found := range importLine.FindAllStringSubmatch(text, -1) {
		if err := bundleInto(out, folder, path.Base(found[1]), seen); err != nil {
			return err
		}
	}
	text = exportWord.ReplaceAllString(importLine.ReplaceAllString(text, ""), "$1 ")
	if found := otherForm.FindString(text); found != "" {
		return fmt.Errorf("%s: %q is in a form that is not bundled", name, strings.TrimSpace(found))
	}
	out.WriteString(text)
	return nil
}

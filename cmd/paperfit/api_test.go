package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// apiPage lists what the promised packages export.
const apiPage = "docs/api.txt"

// TestAPI compares what the promised packages export with docs/api.txt, so that no
// promise changes unseen (-update rewrites it).
func TestAPI(t *testing.T) {
	var out bytes.Buffer
	out.WriteString("What the packages export that others may count on, without comments: see go doc.\n" +
		"Written by \"make golden\". A line that goes or changes breaks programs of others.\n")
	for _, folder := range promised {
		a := api{t: t, out: &out, files: token.NewFileSet()}
		fmt.Fprintf(&out, "\npackage %s\n\n", module+folder)
		a.list(folder, func(string) bool { return true })
	}
	path := filepath.Join(root, apiPage)
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("%s differs: a promise changes; see the changelog, and go test ./cmd/paperfit -run API -update (-page +code):\n%s", apiPage, diff)
	}
}

// api lists what packages export.
type api struct {
	t     *testing.T
	out   *bytes.Buffer
	files *token.FileSet
}

// list writes the exported declarations of a package, of types those that are wanted.
// An alias of a type in a package of ours is followed by that type.
func (a *api) list(folder string, wanted func(typeName string) bool) {
	a.t.Helper()
	var files []*ast.File
	names, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil {
		a.t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(a.files, name, nil, 0) // no comments
		if err != nil {
			a.t.Fatal(err)
		}
		files = append(files, file)
	}
	p, err := doc.NewFromFiles(a.files, files, module+folder)
	if err != nil {
		a.t.Fatal(err)
	}
	if wanted("") {
		a.values(p.Consts, p.Vars)
		a.functions(p.Funcs)
	}
	for _, typ := range p.Types {
		if wanted(typ.Name) {
			a.typ(typ, files)
		}
	}
}

func (a *api) typ(typ *doc.Type, files []*ast.File) {
	a.print(typ.Decl)
	a.values(typ.Consts, typ.Vars)
	a.functions(typ.Funcs)
	a.functions(typ.Methods)
	for _, spec := range typ.Decl.Specs {
		alias, ok := spec.(*ast.TypeSpec)
		if !ok || !alias.Assign.IsValid() {
			continue
		}
		if of, ok := alias.Type.(*ast.SelectorExpr); ok {
			if folder, ok := strings.CutPrefix(imported(files, fmt.Sprint(of.X)), module); ok {
				a.list(folder, func(name string) bool { return name == of.Sel.Name })
			}
		}
	}
}

// imported returns the path of the package that goes by a name in some files.
func imported(files []*ast.File, name string) string {
	for _, file := range files {
		for _, path := range imports(file) {
			if strings.HasSuffix(path, "/"+name) {
				return path
			}
		}
	}
	return ""
}

func (a *api) values(groups ...[]*doc.Value) {
	for _, group := range groups {
		for _, v := range group {
			a.print(v.Decl)
		}
	}
}

func (a *api) functions(functions []*doc.Func) {
	for _, f := range functions {
		a.print(f.Decl)
	}
}

func (a *api) print(decl ast.Decl) {
	a.t.Helper()
	if err := printer.Fprint(a.out, a.files, decl); err != nil {
		a.t.Fatal(err)
	}
	a.out.WriteByte('\n')
}

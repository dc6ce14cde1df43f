package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// readers are the packages that read what a file holds.
var readers = []string{"internal/pdf", "internal/path", "internal/color", "internal/content/sight", "internal/content", "internal/font", "internal/font/outline", "internal/dump", "internal/syntax", "internal/synctex", "profile"}

// limitRow is a row of a table of docs/limits.md whose last columns are the cap,
// its value, and the test.
var limitRow = regexp.MustCompile("(?m)^\\| .* \\| `([^`]+)` \\| ([^|]+) \\| `(pkg/[\\w/]+|cmd/paperfit) (Test\\w+)` \\|$")

func limitsPage(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../docs/limits.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Each cap of the page is in the code, and so is its test.
func TestLimitsPage(t *testing.T) {
	rows := limitRow.FindAllStringSubmatch(limitsPage(t), -1)
	if len(rows) < 30 {
		t.Fatalf("%d rows", len(rows))
	}
	known := map[string]bool{}
	for _, pattern := range []string{"../../pkg/*/*.go", "../../pkg/*/*/*.go", "../../pkg/*/*/*/*.go"} {
		paths, _ := filepath.Glob(pattern)
		for word := range strings.FieldsFuncSeq(sources(t, paths, false), func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			known[word] = true
		}
	}
	for _, row := range rows {
		capName, folder, test := row[1], row[3], row[4]
		name := capName[strings.LastIndex(capName, ".")+1:]
		if !known[name] {
			t.Errorf("there is no cap %s", capName)
		}
		paths, _ := filepath.Glob("../../" + folder + "/*_test.go")
		if !strings.Contains(sources(t, paths, true), "func "+test+"(") {
			t.Errorf("%s: there is no %s in %s", capName, test, folder)
		}
	}
}

// sources returns the text of source files, tests or others.
func sources(t *testing.T, paths []string, tests bool) string {
	t.Helper()
	var out strings.Builder
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") != tests {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(data)
	}
	return out.String()
}

// Whatever calls itself, by way of others of its package too, is named on the
// page, with the cap that ends it. Calls of interfaces are not followed, nor those of
// other values than the receiver and T{…}.
func TestEveryRecursionHasACap(t *testing.T) {
	page := limitsPage(t)
	for _, reader := range readers {
		paths, err := filepath.Glob("../../pkg/" + reader + "/*.go")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no package %s", reader)
		}
		for _, circle := range calls(t, paths).circles() {
			named := slices.ContainsFunc(circle, func(name string) bool {
				return strings.Contains(page, "`"+filepath.Base(reader)+"."+name+"`")
			})
			if !named {
				t.Errorf("pkg/%s: %v can call itself and has no row in docs/limits.md", reader, circle)
			}
		}
	}
}

// callGraph holds which functions of a package call which; a method is named after
// its receiver's type.
type callGraph map[string][]string

func calls(t *testing.T, paths []string) callGraph {
	t.Helper()
	g, all := callGraph{}, []*ast.FuncDecl{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				all = append(all, fn)
			}
		}
	}
	owners := map[string][]string{} // of a method's name: the types that have one
	for _, fn := range all {
		if fn.Recv != nil {
			owners[fn.Name.Name] = append(owners[fn.Name.Name], receiverType(fn.Recv.List[0].Type))
		}
	}
	for _, fn := range all {
		g.add(fn, owners)
	}
	return g
}

// add enters what a function calls. A method that the receiver's type has not
// itself belongs to a type that is embedded in it.
func (g callGraph) add(fn *ast.FuncDecl, owners map[string][]string) {
	self, receiver, own := "", "", ""
	if fn.Recv != nil {
		own = receiverType(fn.Recv.List[0].Type)
		self = own + "."
		if names := fn.Recv.List[0].Names; len(names) == 1 {
			receiver = names[0].Name
		}
	}
	from := self + fn.Name.Name
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch to := call.Fun.(type) {
		case *ast.Ident:
			g[from] = append(g[from], to.Name)
		case *ast.SelectorExpr:
			types := []string{}
			switch x := ast.Unparen(to.X).(type) {
			case *ast.Ident:
				if x.Name != receiver || receiver == "" {
					return true
				}
				if types = owners[to.Sel.Name]; slices.Contains(types, own) {
					types = []string{own}
				}
			case *ast.CompositeLit:
				types = append(types, receiverType(x.Type))
			}
			for _, t := range types {
				g[from] = append(g[from], t+"."+to.Sel.Name)
			}
		}
		return true
	})
}

func receiverType(e ast.Expr) string {
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if name, ok := e.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// circles returns the sets of functions that can call each other, sorted.
func (g callGraph) circles() [][]string {
	reach := map[string]map[string]bool{}
	for from := range g {
		seen := map[string]bool{}
		for todo := []string{from}; len(todo) > 0; {
			at := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			for _, to := range g[at] {
				if !seen[to] {
					seen[to] = true
					todo = append(todo, to)
				}
			}
		}
		reach[from] = seen
	}
	var out [][]string
	done := map[string]bool{}
	for from := range g {
		if done[from] || !reach[from][from] {
			continue
		}
		var circle []string
		for to := range reach[from] {
			if reach[to][from] {
				circle, done[to] = append(circle, to), true
			}
		}
		slices.Sort(circle)
		out = append(out, circle)
	}
	return out
}

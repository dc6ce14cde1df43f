package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module.
const module = "github.com/paperfit/paperfit/"

// root is the repository's root, seen from this package.
const root = "../.."

// floors is the floor of each package. A package imports only packages
// that stand lower, so that the journey of the data can be read in one
// direction. A package that is not listed stands as high as its parent, and the
// two may import each other as Go allows (pkg/internal/pdf and pkg/internal/pdf/pdftest).
var floors = map[string]int{
	"pkg/render/internal/form":       2,
	"pkg/render/internal/words":      3,
	"pkg/render/internal/text":       4,
	"pkg/render/internal/html":       4,
	"pkg/render/internal/markdown":   4,
	"pkg/render/internal/machine":    5,
	"pkg/render/internal/rendertest": 5,

	"pkg/internal/geom":         0,
	"pkg/internal/cores":        0,
	"pkg/internal/stack":        0,
	"pkg/internal/pattern":      0,
	"pkg/internal/lexicon":      0,
	"pkg/internal/confine":      0,
	"pkg/internal/inflate":      0,
	"pkg/internal/path":         1,
	"pkg/internal/syntax":       1,
	"pkg/internal/synctex":      1,
	"pkg/report":                0,
	"pkg/internal/wording":      1,
	"pkg/internal/identity":     0,
	"pkg/internal/font/cjk":     2,
	"pkg/internal/font/outline": 2,
	"pkg/internal/font/face":    2,
	"pkg/profile":               2,
	"pkg/internal/pdf":          2,
	"pkg/internal/annotate":     3,
	"pkg/internal/color":        3,
	"pkg/internal/font":         3,
	"pkg/internal/content":      4,
	"pkg/internal/layout":       5,
	"pkg/internal/traits":       6,
	"pkg/internal/structure":    7,
	"pkg/internal/dump":         8,
	"pkg/render":                6,
	"pkg/internal/measure":      8,
	"pkg/internal/rules":        9,
	"pkg/check":                 10,
	"pkg/internal/crosscheck":   10,
	"pkg/batch":                 11,
	"pkg/internal/hotcrp":       11,
	"pkg/internal/accuracy":     11,
	"pkg/app/system":            10,
	"pkg/app/jsonlines":         10,
	"pkg/app/version":           10,
	"pkg/app/early/one":         10,
	"pkg/app/early/memory":      11,
	"pkg/app":                   12,
	"cmd/paperfit":              13,
	"cmd/paperfit-page":         13,
}

// floorOf returns the floor of a package's folder, that of the nearest folder
// above it when it has none of its own, -1 when no one gave it one.
func floorOf(folder string) int {
	for ; folder != "."; folder = filepath.Dir(folder) {
		if floor, ok := floors[folder]; ok {
			return floor
		}
	}
	return -1
}

func TestFloors(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		folder := filepath.Dir(path)
		from := floorOf(folder)
		if from < 0 {
			t.Errorf("%s stands on no floor: say in floors_test.go, and in the README's map, where it belongs", folder)
			return
		}
		for _, imported := range imports(file) {
			to, ours := strings.CutPrefix(imported, module)
			if ours && !related(to, folder) && floorOf(to) >= from {
				t.Errorf("%s (floor %d) imports %s (floor %d): a stage sees only what was made before it; "+
					"move what both need to a lower floor, or hand it over as data", path, from, to, floorOf(to))
			}
		}
	})
}

// related reports whether one of two folders is within the other.
func related(a, b string) bool { return inside(a, b) || inside(b, a) }

// inside reports whether a folder is within another.
func inside(folder, other string) bool { return strings.HasPrefix(folder, other+"/") }

func TestRulesSeeFactsAlone(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		if filepath.Dir(path) != "pkg/internal/rules" {
			return
		}
		for _, stage := range []string{"pkg/internal/layout", "pkg/internal/content", "pkg/internal/pdf"} {
			if slices.Contains(imports(file), module+stage) {
				t.Errorf("%s imports %s: rules judge Facts; measure what is missing in pkg/internal/measure", path, stage)
			}
		}
	})
}

func TestRenderersSeeTheReportAlone(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		for _, imported := range imports(file) {
			if besideTheReport(filepath.Dir(path), imported) {
				t.Errorf("%s imports %s: what is drawn or reported travels in the Report", path, imported)
			}
		}
	})
	for imported, want := range map[string]bool{
		module + "pkg/report": false, module + "pkg/internal/geom": false, module + "pkg/render/internal/words": false, "io": false,
		module + "pkg/internal/pdf": true, module + "pkg/profile": true, module + "pkg/internal/annotate": true, module + "pkg/rendering": true,
	} {
		for _, folder := range []string{"pkg/render", "pkg/render/internal/html", "pkg/batch"} {
			if got := besideTheReport(folder, imported); got != (want && folder != "pkg/batch") {
				t.Errorf("that %s imports %s is a fault: %v", folder, imported, got)
			}
		}
	}
}

// besideTheReport reports whether a package that renders imports another of ours
// than the report, its geometry and what renders with it.
func besideTheReport(folder, imported string) bool {
	const renderers = "pkg/render"
	to, ours := strings.CutPrefix(imported, module)
	return ours && (folder == renderers || inside(folder, renderers)) &&
		to != "pkg/report" && to != "pkg/internal/geom" && to != "pkg/internal/wording" && !inside(to, renderers)
}

func TestOnlyTheReaderSeesPdfcpu(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		if inside(path, "pkg/internal/pdf") {
			return
		}
		for _, imported := range imports(file) {
			if strings.HasPrefix(imported, "github.com/pdfcpu/") {
				t.Errorf("%s imports %s: pkg/internal/pdf guards and bounds every call into pdfcpu; use its Document and Value", path, imported)
			}
		}
	})
}

func TestOnlyTheCrossCheckSeesTheSecondReader(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		for _, imported := range imports(file) {
			if strings.HasPrefix(imported, "github.com/ledongthuc/") && !inside(path, "pkg/internal/crosscheck") {
				t.Errorf("%s imports %s: it can hang and crash; pkg/internal/crosscheck runs it in a child process, and measures rest on pkg/internal/pdf alone", path, imported)
			}
		}
	})
}

// promised are the packages that others may count on. The command line works with
// them and with the application alone, so that whatever else it does is where it
// can be tested without flags.
var promised = []string{"pkg/batch", "pkg/check", "pkg/profile", "pkg/render", "pkg/report"}

func TestTheCommandLineSeesTheApplicationAlone(t *testing.T) {
	seen := 0
	eachSource(t, func(path string) {
		if folder := filepath.Dir(path); folder != "cmd/paperfit" && folder != "cmd/paperfit-page" {
			return
		}
		for _, imported := range imports(parsed(t, path)) { // of tests too: they must build beside pkg/internal
			to, ours := strings.CutPrefix(imported, module)
			if !ours {
				continue
			}
			seen++
			if to != "pkg/app" && !inside(to, "pkg/app") && !slices.Contains(promised, to) {
				t.Errorf("%s imports %s: the command line fills the options of pkg/app; let that do it, or hand it out", path, to)
			}
		}
	})
	if seen == 0 {
		t.Error("no file of the command line imports anything of ours")
	}
}

// doors are the packages that may meet the system.
var doors = []string{"cmd/paperfit", "pkg/app", "pkg/app/jsonlines", "pkg/app/output", "pkg/app/resume", "pkg/app/system", "pkg/batch", "pkg/internal/confine", "pkg/internal/crosscheck"}

func TestTheEngineMeetsNoSystem(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		if slices.Contains(doors, filepath.Dir(path)) || slices.Contains(imports(file), "testing") { // a helper of tests
			return
		}
		for _, imported := range imports(file) {
			if imported == "log" || imported == "os" || strings.HasPrefix(imported, "os/") || strings.HasPrefix(imported, "net") {
				t.Errorf("%s imports %s: input is bytes and output an io.Writer, so that the command line, a server and a browser page "+
					"are doors to the same engine; take bytes or a writer from the caller", path, imported)
			}
		}
	})
}

// TestThePageMeetsNoSystem: what the browser page is built of has no door among it, so
// that it can be built for js/wasm (.ci/lint vets that) and does nothing but check.
func TestThePageMeetsNoSystem(t *testing.T) {
	imported := map[string][]string{}
	eachFile(t, func(path string, file *ast.File) {
		for _, to := range imports(file) {
			if to, ours := strings.CutPrefix(to, module); ours {
				imported[filepath.Dir(path)] = append(imported[filepath.Dir(path)], to)
			}
		}
	})
	seen := map[string]bool{}
	var follow func(folder string)
	follow = func(folder string) {
		if seen[folder] {
			return
		}
		seen[folder] = true
		for _, to := range imported[folder] {
			if slices.Contains(doors, to) {
				t.Errorf("%s is in the browser page and imports %s, which meets the system", folder, to)
			}
			follow(to)
		}
	}
	follow("cmd/paperfit-page")
	if !seen["pkg/internal/rules"] {
		t.Errorf("the page has no rules; it has %d packages", len(seen))
	}
}

// maxLines is how long a file may become before it is two thoughts.
const maxLines = 400

func TestFilesAreShort(t *testing.T) {
	eachSource(t, func(path string) {
		data, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		generated := strings.Contains(string(data), "// Code generated ")
		if n := strings.Count(string(data), "\n"); n > maxLines && !generated {
			t.Errorf("%s has %d lines, more than %d: part it where its second thought begins", path, n, maxLines)
		}
	})
}

// maxFuncLines is how long a function may become, from its first line to its last.
const maxFuncLines = 51

func TestFunctionsAreShort(t *testing.T) {
	walkSource(t, []string{"cmd", "pkg", ".ci"}, func(path string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, filepath.Join(root, path), nil, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if ast.IsGenerated(file) {
			return
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				if n := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1; n > maxFuncLines {
					t.Errorf("%s: %s has %d lines, more than %d: name a part of what it does", set.Position(f.Pos()), f.Name.Name, n, maxFuncLines)
				}
			}
		}
	})
}

// eachSource calls do with the path, from the root, of every Go file of cmd and pkg.
func eachSource(t *testing.T, do func(path string)) {
	t.Helper()
	walkSource(t, []string{"cmd", "pkg"}, do)
}

// walkSource calls do with the path, from the root, of every Go file below folders.
func walkSource(t *testing.T, folders []string, do func(path string)) {
	t.Helper()
	for _, folder := range folders {
		seen := 0
		err := fs.WalkDir(os.DirFS(root), folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && strings.HasSuffix(path, ".go") {
				seen++
				do(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if seen == 0 {
			t.Fatalf("no Go file was found in %s: the test looks in the wrong place", folder)
		}
	}
}

// eachFile calls do with every Go file that is part of the program.
func eachFile(t *testing.T, do func(path string, file *ast.File)) {
	t.Helper()
	eachSource(t, func(path string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		file := parsed(t, path)
		if generator := file.Name.Name == "main" && inside(path, "pkg"); !generator {
			do(path, file)
		}
	})
}

// parsed returns a Go file, as far as its imports.
func parsed(t *testing.T, path string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// imports returns the paths that a file imports.
func imports(file *ast.File) []string {
	var out []string
	for _, spec := range file.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil {
			out = append(out, path)
		}
	}
	return out
}

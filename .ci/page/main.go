// Command page builds the page that checks papers in a browser: a folder for a web
// server, and in it paperfit.html, all of the page in one file.
//
//	go run ./.ci/page [-o made/page]
//
// The same sources give the same bytes in every folder and on every day.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// The sources of the page.
const (
	command     = "cmd/paperfit-page"
	sources     = command + "/page"
	reportSheet = "pkg/render/internal/html/report.css"
	warmUp      = "testdata/papers/bad-word-limit.pdf" // of the small ones it needs most of what other papers need
	noticesFile = "THIRD_PARTY_NOTICES.txt"
)

func main() {
	out := flag.String("o", "made/page", "the folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "page:", err)
		os.Exit(1)
	}
}

// run writes the site, whose files it replaces.
func run(out string) error {
	assets, err := makeAssets()
	if err != nil {
		return err
	}
	p, err := readParts()
	if err != nil {
		return err
	}
	site, err := p.site(assets)
	if err != nil {
		return err
	}
	if site["paperfit.html"], err = p.oneFile(assets); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if err := os.WriteFile(filepath.Join(out, name), site[name], 0o644); err != nil {
			return err
		}
		fmt.Printf("%-24s %5.2f MB\n", name, float64(len(site[name]))/1e6)
	}
	return nil
}

// files are files by their names.
type files map[string][]byte

// digest returns a name for the state of all files.
func (f files) digest() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(f)) {
		fmt.Fprintf(sum, "%s %d\n", name, len(f[name]))
		sum.Write(f[name])
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// makeAssets returns what the page loads.
func makeAssets() (files, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	wasmExec := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	engine, held, err := buildEngine(wasmExec)
	if err != nil {
		return nil, err
	}
	worker, err := makeWorker(wasmExec, held)
	if err != nil {
		return nil, err
	}
	paper, err := os.ReadFile(warmUp)
	if err != nil {
		return nil, err
	}
	notices, err := makeNotices()
	if err != nil {
		return nil, err
	}
	return files{"paperfit.wasm": engine, "worker.js": worker, "warm.pdf": paper, noticesFile: notices}, nil
}

// fast are the packages in which a check spends its time, and the small ones that they call.
// Functions are inlined in these alone: without that, all others take less of what a browser
// fetches.
var fast = []string{
	"bufio", "bytes", "cmp", "compress/...", "errors", "hash/...", "internal/abi", "internal/bytealg", "internal/goarch", "internal/itoa", "internal/runtime/...", "internal/strconv", "internal/stringslite", "internal/sync", "internal/unsafeheader", "io", "iter", "maps", "math", "math/bits", "runtime/...", "slices", "sort", "strconv", "strings", "sync/...", "unicode/...",
	"github.com/klauspost/compress/...",
	insides + "...",
}

// insides begins the paths of the packages that look at papers.
const insides = "github.com/paperfit/paperfit/pkg/internal/"

// buildEngine compiles the engine. It reads profiles from their sources, as it is loaded
// once for many checks, and their compiled form would be loaded too. The names of functions
// are linked in for withLoops, which takes them out.
func buildEngine(wasmExec string) (engine []byte, held []string, err error) {
	module, err := made("paperfit.wasm", func(file string) *exec.Cmd {
		args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-w -buildid=", "-tags=from_yaml", "-gcflags=all=-l"}
		for _, packages := range fast {
			args = append(args, "-gcflags="+packages+"=")
		}
		cmd := exec.Command("go", append(args, "-o", file, "./"+command)...)
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOFLAGS=", "GOEXPERIMENT=")
		return cmd
	})
	if err != nil {
		return nil, nil, err
	}
	return started(module, wasmExec)
}

// heldPlace is where the script of the worker names what the engine held.
const heldPlace = "[/* held */]"

// makeWorker returns the script of the worker, which is to give the engine what it held.
func makeWorker(wasmExec string, held []string) ([]byte, error) {
	script, err := joined(wasmExec, filepath.Join(sources, "worker.js"))
	if err != nil {
		return nil, err
	}
	names, err := json.Marshal(held)
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(script, []byte(heldPlace)) {
		return nil, fmt.Errorf("worker.js has no place %s", heldPlace)
	}
	return bytes.ReplaceAll(script, []byte(heldPlace), names), nil
}

// makeNotices returns the licences of what is in the engine.
func makeNotices() ([]byte, error) {
	return made(noticesFile, func(file string) *exec.Cmd {
		return exec.Command("go", "run", "./.ci/dist", "-notices", "-o", filepath.Dir(file))
	})
}

// made returns the file that a command makes.
func made(name string, command func(file string) *exec.Cmd) ([]byte, error) {
	folder, err := os.MkdirTemp("", "paperfit-page")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, name)
	if text, err := command(file).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, text)
	}
	return os.ReadFile(file)
}

// joined returns the contents of files one after another.
func joined(names ...string) ([]byte, error) {
	var out []byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, data...)
	}
	return out, nil
}

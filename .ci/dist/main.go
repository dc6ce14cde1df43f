// Command dist builds the downloads for people without Go: one archive for each
// system with the static program, its man pages, completions, documents and the
// licences of everything in it, the browser page as one file, and their SHA256SUMS.
//
//	go run ./.ci/dist [-o dist] [GOOS/GOARCH…] [page]
//	go run ./.ci/dist -made [-o dist]      only man pages and completions
//	go run ./.ci/dist -notices [-o dist]   only the licences
//
// The same commit gives the same bytes in every folder and on every day: the
// compiler trims paths, and all files bear the time of the commit
// (SOURCE_DATE_EPOCH, where it is set).
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

// target is a system that the program is built for.
type target struct{ os, arch string }

// targets are all systems that are built for.
var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

func main() {
	out := flag.String("o", "dist", "the folder to write to")
	made := flag.Bool("made", false, "write only the man pages and completions")
	licences := flag.Bool("notices", false, "write only the licences of what is in the program")
	flag.Parse()
	var err error
	switch {
	case *made:
		err = runMade(*out)
	case *licences:
		err = runNotices(*out)
	default:
		err = run(*out, flag.Args())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// runMade writes the man pages and completions as files.
func runMade(out string) error {
	stamp, err := commitTime()
	if err != nil {
		return err
	}
	return makeAll(out, stamp)
}

// noticesFile is the name of the file of licences.
const noticesFile = "THIRD_PARTY_NOTICES.txt"

// runNotices writes the licences as a file.
func runNotices(out string) error {
	text, err := notices(targets)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, noticesFile), text, 0o644)
}

// run writes the archives and their sums.
func run(out string, names []string) error {
	withPage := len(names) == 0 || slices.Contains(names, pageName)
	chosen, err := choose(names)
	if err != nil {
		return err
	}
	version, err := programVersion()
	if err != nil {
		return err
	}
	stamp, err := commitTime()
	if err != nil {
		return err
	}
	commit, err := commitText(stamp)
	if err != nil {
		return err
	}
	common, err := commonFiles(stamp)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums []string
	if withPage {
		if sums, err = writePage(out); err != nil {
			return err
		}
	}
	for _, t := range chosen {
		binary, err := build(t, commit)
		if err != nil {
			return err
		}
		name := fmt.Sprintf("paperfit_%s_%s_%s", version, t.os, t.arch)
		archive, err := pack(t, name, append([]member{{t.program(), 0o755, binary}}, common...), stamp)
		if err != nil {
			return err
		}
		if sums, err = writeSummed(out, name+t.ending(), archive, sums); err != nil {
			return err
		}
	}
	sort.Slice(sums, func(i, j int) bool { return sums[i][64:] < sums[j][64:] })
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(strings.Join(sums, "")), 0o644)
}

// writeSummed writes a download and returns the sums with its own.
func writeSummed(out, name string, data []byte, sums []string) ([]string, error) {
	if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
		return nil, err
	}
	fmt.Printf("%s  %.1f MB\n", name, float64(len(data))/1e6)
	return append(sums, fmt.Sprintf("%x  %s\n", sha256.Sum256(data), name)), nil
}

// choose returns the named targets, all of them when none is named.
func choose(names []string) ([]target, error) {
	if len(names) == 0 {
		return targets, nil
	}
	var out []target
	for _, name := range names {
		found := name == pageName
		for _, t := range targets {
			if name == t.os+"/"+t.arch {
				out, found = append(out, t), true
			}
		}
		if !found {
			return nil, fmt.Errorf("unknown target %s; known targets are %v", name, targets)
		}
	}
	return out, nil
}

func (t target) String() string { return t.os + "/" + t.arch }

// program returns the name of the program's file.
func (t target) program() string {
	if t.os == "windows" {
		return "paperfit.exe"
	}
	return "paperfit"
}

// ending returns how the name of the archive ends.
func (t target) ending() string {
	if t.os == "windows" {
		return ".zip"
	}
	return ".tar.gz"
}

// build returns the static program for a system. The linker writes the commit
// into it: what the Go command would write depends on the tags of the clone.
func build(t target, commit string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "paperfit-dist")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, t.program())
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid= -X 'github.com/paperfit/paperfit/pkg/app/version.linkedCommit="+commit+"'", "-o", file, "./cmd/paperfit")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.os, "GOARCH="+t.arch, "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=", "GOEXPERIMENT=")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", t, err, text)
	}
	return os.ReadFile(file)
}

// The browser page among the names of targets, and its file.
const pageName, pageFile = "page", "paperfit.html"

// writePage writes the browser page in one file and returns its sum.
func writePage(out string) ([]string, error) {
	dir, err := os.MkdirTemp("", "paperfit-dist")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if text, err := exec.Command("go", "run", "./.ci/page", "-o", dir).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the browser page: %w\n%s", err, text)
	}
	page, err := os.ReadFile(filepath.Join(dir, pageFile))
	if err != nil {
		return nil, err
	}
	return writeSummed(out, pageFile, page, nil)
}

// versionLine is the line of the source with the version.
var versionLine = regexp.MustCompile(`(?m)^const Version = "([^"]+)"$`)

func programVersion() (string, error) {
	source, err := os.ReadFile("pkg/app/version/version.go")
	if err != nil {
		return "", err
	}
	found := versionLine.FindSubmatch(source)
	if found == nil {
		return "", fmt.Errorf("no version in pkg/app/version/version.go")
	}
	return string(found[1]), nil
}

// commitTime returns the time of all files in the archives.
func commitTime() (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		out, err := exec.Command("git", "log", "-1", "--format=%ct").Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("no commit time; set SOURCE_DATE_EPOCH: %w", err)
		}
		seconds = strings.TrimSpace(string(out))
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(n, 0).UTC(), nil
}

// commitText returns the commit as "paperfit version" prints it.
func commitText(stamp time.Time) (string, error) {
	head, err := exec.Command("git", "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return "", fmt.Errorf("unknown commit: %w", err)
	}
	changes, err := exec.Command("git", "status", "--porcelain").Output()
	if err != nil {
		return "", err
	}
	text := strings.TrimSpace(string(head)) + " of " + stamp.Format(time.DateOnly)
	if len(changes) > 0 {
		text += " with changes"
	}
	return text, nil
}

// commonFiles returns what all archives hold: documents, licences, man pages and
// completions.
func commonFiles(stamp time.Time) ([]member, error) {
	out, err := madeFiles(stamp)
	if err != nil {
		return nil, err
	}
	for _, pattern := range []string{"LICENSE", "README.md", "CHANGELOG.md", "docs/*.md"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			return nil, fmt.Errorf("no %s; run this in the root of the repository", pattern)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			out = append(out, member{filepath.ToSlash(path), 0o644, data})
		}
	}
	text, err := notices(targets)
	if err != nil {
		return nil, err
	}
	return append(out, member{noticesFile, 0o644, text}), nil
}

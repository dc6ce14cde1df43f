package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// makeAll writes the man pages and the completions to a folder; stamp is the day
// of the pages.
func makeAll(dir string, stamp time.Time) error {
	if err := makeManPages(filepath.Join(dir, "man", "man1"), stamp); err != nil {
		return err
	}
	return makeCompletions(filepath.Join(dir, "completions"))
}

// makeManPages has the test write them that knows the commands.
func makeManPages(dir string, stamp time.Time) error {
	full, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "test", "./cmd/paperfit", "-run", "^TestManPages$", "-count=1", "-man", full)
	cmd.Env = append(os.Environ(), fmt.Sprintf("SOURCE_DATE_EPOCH=%d", stamp.Unix()))
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("the man pages: %w\n%s", err, text)
	}
	return nil
}

// makeCompletions writes the scripts that complete command lines, under the
// names by which shells find them.
func makeCompletions(dir string) error {
	temp, err := os.MkdirTemp("", "paperfit-dist")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	program := filepath.Join(temp, target{runtime.GOOS, runtime.GOARCH}.program())
	if text, err := exec.Command("go", "build", "-o", program, "./cmd/paperfit").CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, text)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, shell := range []struct{ name, file string }{
		{"bash", "paperfit.bash"}, {"zsh", "_paperfit"}, {"fish", "paperfit.fish"}, {"powershell", "paperfit.ps1"},
	} {
		script, err := exec.Command(program, "completion", shell.name).Output()
		if err != nil {
			return fmt.Errorf("the completion for %s: %w", shell.name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, shell.file), script, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// madeFiles returns the man pages and the completions.
func madeFiles(stamp time.Time) ([]member, error) {
	dir, err := os.MkdirTemp("", "paperfit-dist")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := makeAll(dir, stamp); err != nil {
		return nil, err
	}
	var out []member
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		out = append(out, member{name, 0o644, data})
		return err
	})
	return out, err
}

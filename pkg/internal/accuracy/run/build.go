package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

// buildTime is how long one run of TeX may take.
const buildTime = 5 * time.Minute

// write writes the sources of a paper into a folder.
func write(p papers.Paper, folder string) error {
	for name, data := range p.Files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// typeset sets a paper with TeX. It returns the PDF and TeX's marks.
func typeset(p papers.Paper, folder string) (pdf, marks []byte, err error) {
	for range p.Runs {
		if err := tex(p.Engine, folder); err != nil {
			return nil, nil, err
		}
	}
	if pdf, err = os.ReadFile(filepath.Join(folder, "main.pdf")); err != nil {
		return nil, nil, err
	}
	marks, err = os.ReadFile(filepath.Join(folder, "main.pos"))
	return pdf, marks, err
}

// texError matches the lines of TeX's log that say what went wrong.
var texError = regexp.MustCompile(`(?m)^(?:!.*|l\.\d+.*|Runaway.*)$`)

// tex runs an engine once.
func tex(engine, folder string) error {
	ctx, cancel := context.WithTimeout(context.Background(), buildTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, engine, "-interaction=nonstopmode", "-halt-on-error", "main.tex")
	cmd.Dir = folder
	// The same seed gives the same bytes.
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1580000000", "FORCE_SOURCE_DATE=1", "max_print_line=1000")
	out, err := cmd.CombinedOutput()
	if err == nil {
		return nil
	}
	if lines := texError.FindAll(out, 3); lines != nil {
		return fmt.Errorf("%s: %s", engine, bytes.Join(lines, []byte(" / ")))
	}
	return fmt.Errorf("%s: %w", engine, err)
}

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/accuracy"
	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

// other makes a paper without TeX, and takes its truth from where pdftotext sees
// its words.
func other(p papers.Paper, folder string, truth *accuracy.Truth) ([]byte, error) {
	if err := produce(p.Engine, folder, p.Set.Name); err != nil {
		return nil, err
	}
	f := &truth.Facts
	f.Body, f.Leading, f.Paper, f.Block = p.Set.Body, p.Set.Leading, p.Set.Paper, p.Set.Block
	if err := command(folder, "pdftotext", "-bbox", "-raw", "main.pdf", "main.bbox"); err != nil {
		return nil, err
	}
	bbox, err := os.ReadFile(filepath.Join(folder, "main.bbox"))
	if err != nil {
		return nil, err
	}
	if err := truth.FromWords(bbox, p.Blocks); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(folder, "main.pdf"))
}

// produce runs the program that makes main.pdf.
func produce(maker, folder, paper string) error {
	switch maker {
	case "chromium":
		// Within containers its sandbox does not start; the page is our own.
		return command(folder, "chromium", "--headless", "--no-sandbox", "--user-data-dir="+filepath.Join(folder, "chromium"), "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=main.pdf", "main.html")
	case "libreoffice":
		oneOffice.Lock()
		defer oneOffice.Unlock()
		return command(folder, "soffice", "-env:UserInstallation=file://"+filepath.Join(os.TempDir(), "accuracy-office"), "--headless", "--convert-to", "pdf", "main.fodt")
	case "groff":
		return groff(folder, paper)
	case "typst":
		return typst(folder)
	}
	return fmt.Errorf("%s is no maker", maker)
}

// oneOffice keeps two LibreOffices from sharing one folder of settings.
var oneOffice sync.Mutex

// command runs a program in the folder.
func command(folder, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), buildTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %.300s", name, err, out)
	}
	return nil
}

// groff sets main.ms, whose letters beyond ASCII preconv translates.
func groff(folder, paper string) error {
	pdf, err := os.Create(filepath.Join(folder, "main.pdf"))
	if err != nil {
		return err
	}
	cmd := exec.Command("groff", "-k", "-t", "-ms", "-Tpdf", "-P-p"+paper, "main.ms")
	cmd.Dir, cmd.Stdout = folder, pdf
	err = cmd.Run()
	if err != nil {
		err = fmt.Errorf("groff: %w", err)
	}
	return errors.Join(err, pdf.Close())
}

// typstRequire loads Typst's compiler for Node.
const typstRequire = `const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');`

// typstScript compiles main.typ with Typst's compiler for Node.
const typstScript = typstRequire + `
const c = NodeCompiler.create({ workspace: '.', fontArgs: [{ fontPaths: ['/usr/share/texmf/fonts/opentype/public/tex-gyre'] }] });
require('fs').writeFileSync('main.pdf', c.pdf({ mainFilePath: 'main.typ' }));`

// typst sets main.typ with typst, or with its compiler for Node where that lies
// on NODE_PATH.
func typst(folder string) error {
	if _, err := exec.LookPath("typst"); err == nil {
		return command(folder, "typst", "compile", "main.typ", "main.pdf")
	}
	return command(folder, "node", "-e", typstScript)
}

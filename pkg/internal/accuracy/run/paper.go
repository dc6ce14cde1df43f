package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/accuracy"
	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

// paper returns a paper with its truth, from the folder when it is there already.
func (o *options) paper(p papers.Paper) (*accuracy.Truth, []byte, error) {
	name := fmt.Sprintf("%05d-%s", p.Seed, strings.NewReplacer(" ", "-", ",", "").Replace(p.Template))
	pdfFile, truthFile := filepath.Join(o.keep, name+".pdf"), filepath.Join(o.keep, name+".json")
	if data, err := os.ReadFile(truthFile); err == nil {
		truth, err := accuracy.ReadTruth(data)
		if err != nil {
			return nil, nil, err
		}
		pdf, err := os.ReadFile(pdfFile)
		return truth, pdf, err
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	truth, pdf, err := o.build(p, name)
	if err != nil {
		return nil, nil, err
	}
	data, err := json.MarshalIndent(truth, "", " ")
	if err != nil {
		return nil, nil, err
	}
	return truth, pdf, errors.Join(os.WriteFile(pdfFile, pdf, 0o644), os.WriteFile(truthFile, append(data, '\n'), 0o644))
}

// build sets a paper and takes its truth.
func (o *options) build(p papers.Paper, name string) (*accuracy.Truth, []byte, error) {
	folder := filepath.Join(o.sources, name)
	if o.sources == "" {
		temporary, err := os.MkdirTemp("", "accuracy")
		if err != nil {
			return nil, nil, err
		}
		defer os.RemoveAll(temporary)
		folder = temporary
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, nil, err
	}
	if err := write(p, folder); err != nil {
		return nil, nil, err
	}
	truth := &accuracy.Truth{Name: name, Seed: p.Seed, Maker: p.Engine, Template: p.Template, Traits: p.Traits}
	truth.Facts.Kind, truth.Facts.Columns, truth.Facts.OtherColumns = p.Known.Kind, p.Known.Columns, p.Known.OtherColumns
	truth.Facts.Abstract, truth.Facts.Authors = p.Known.Abstract, p.Known.Authors
	truth.Facts.SmallText, truth.Facts.TightText = p.Known.SmallText, p.Known.TightText
	if p.Blocks != nil {
		pdf, err := other(p, folder, truth)
		return truth, pdf, err
	}
	pdf, marks, err := typeset(p, folder)
	if err != nil {
		return nil, nil, err
	}
	if err := truth.FromMarks(marks); err != nil {
		return nil, nil, err
	}
	log, err := os.ReadFile(filepath.Join(folder, "main.log"))
	if err != nil {
		return nil, nil, err
	}
	truth.Facts.Overfull = max(truth.Facts.Overfull, overfull(log))
	return truth, pdf, nil
}

// tooWide matches TeX's complaint about a line that is wider than its column.
var tooWide = regexp.MustCompile(`Overfull \\hbox \(([0-9.]+)pt too wide\)`)

// overfull returns how far the longest line sticks out.
func overfull(log []byte) float64 {
	most := 0.0
	for _, m := range tooWide.FindAllSubmatch(log, -1) {
		if width, err := strconv.ParseFloat(string(m[1]), 64); err == nil {
			most = max(most, width)
		}
	}
	return most
}

// Command site writes the documents as pages of the site around the browser page.
//
//	go run -C .ci/tools ./site -docs ../../docs -o ../../made/page/docs
package main

import (
	"bytes"
	"embed"
	"flag"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// repository is where links go that leave the documents.
const repository = "https://github.com/paperfit/paperfit/blob/main/docs/"

//go:embed docs.html docs.css search.js
var own embed.FS

var layout = template.Must(template.ParseFS(own, "docs.html"))

func main() {
	docs := flag.String("docs", "../../docs", "the folder of the documents")
	out := flag.String("o", "../../made/page/docs", "the folder to write to")
	flag.Parse()
	if err := run(*docs, *out); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

// run writes a page for each document, and what the pages share.
func run(docs, out string) error {
	names, err := filepath.Glob(filepath.Join(docs, "*.md"))
	if err != nil || len(names) == 0 {
		return fmt.Errorf("no documents in %s", docs)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		page, err := rendered(filepath.Base(name), source)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(out, pageName(filepath.Base(name))), page, 0o644); err != nil {
			return err
		}
	}
	for _, name := range []string{"docs.css", "search.js"} {
		data, err := own.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// pageName returns the name of a document's page.
func pageName(name string) string {
	name = strings.TrimSuffix(name, ".md")
	if name == "README" {
		name = "index"
	}
	return name + ".html"
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()))

// rendered returns the page of a document.
func rendered(name string, source []byte) ([]byte, error) {
	document := markdown.Parser().Parse(text.NewReader(source))
	title := ""
	err := ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading:
			if entering && n.Level == 1 && title == "" {
				title = string(n.Lines().Value(source))
			}
		case *ast.Link:
			if entering {
				n.Destination = []byte(target(string(n.Destination)))
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return nil, err
	}
	var body, page bytes.Buffer
	if err := markdown.Renderer().Render(&body, source, document); err != nil {
		return nil, err
	}
	err = layout.Execute(&page, map[string]any{
		"Title": title, "Page": pageName(name), "Searched": name == "rules.md" || name == "venues.md" || name == "findings.md",
		"Body": template.HTML(body.String()), // goldmark leaves out HTML
	})
	return page.Bytes(), err
}

// target returns where a link of a document goes on the site.
func target(link string) string {
	file, place, placed := strings.Cut(link, "#")
	switch {
	case strings.Contains(link, ":") || file == "":
		return link
	case path.Dir(file) != "." || path.Ext(file) != ".md":
		return repository + link
	}
	file = pageName(file)
	if placed {
		file += "#" + place
	}
	return file
}

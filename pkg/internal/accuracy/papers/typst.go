package papers

import (
	"fmt"
	"strings"
)

// typst writes the document as a source of Typst.
func (d *document) typst() []byte {
	var out strings.Builder
	page := pageSizes[d.paper]
	fmt.Fprintf(&out, "#set page(width: %.2fpt, height: %.2fpt, margin: (x: %.2fpt, y: %.2fpt), columns: %d, numbering: %s, header: %s)\n",
		page[0], page[1], (page[0]-d.width)/2, (page[1]-d.height)/2, d.columns, map[bool]string{true: `"1"`, false: "none"}[d.numbered], d.typstHead())
	fmt.Fprintf(&out, "#set columns(gutter: %.1fpt)\n", d.gutter)
	// From edge to edge of the lines is one em, so that the leading is the rest.
	fmt.Fprintf(&out, "#set text(size: %.1fpt, font: \"%s\", top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)\n", d.size, d.serif)
	fmt.Fprintf(&out, "#set par(leading: %.1fpt, spacing: %.1fpt, justify: true, first-line-indent: 12pt)\n", d.leading-d.size, d.leading-d.size)
	out.WriteString("#show raw: set text(size: 8pt)\n")
	front := true
	var head strings.Builder
	for _, b := range d.blocks {
		if b.Part != "front" && front {
			front = false
			fmt.Fprintf(&out, "#place(top + center, scope: \"parent\", float: true, clearance: 14pt)[#set par(first-line-indent: 0pt)\n%s]\n", head.String())
		}
		if front {
			head.WriteString(d.typstBlock(b))
		} else {
			out.WriteString(d.typstBlock(b))
		}
	}
	return []byte(out.String())
}

func (d *document) typstHead() string {
	if d.head == "" {
		return "none"
	}
	return "align(center)[" + d.head + "]"
}

// typstBlock writes a block. Its text is a string, so that no letter of it means
// anything.
func (d *document) typstBlock(b Block) string {
	text := "#" + typstString(b.Text)
	plain := "#block(above: %.1fpt, below: %.1fpt)[#set par(first-line-indent: 0pt); #text(size: %.1fpt, weight: \"%s\")[%s]]\n"
	gap := d.leading - d.size
	switch b.Kind {
	case TitleBlock:
		return fmt.Sprintf("#align(center)["+strings.TrimSpace(plain)+"]\n", 0., 12., d.size+6, "bold", text)
	case AuthorBlock:
		return fmt.Sprintf("#align(center)["+strings.TrimSpace(plain)+"]\n", gap, gap, d.size, "regular", text)
	case HeadingBlock:
		return fmt.Sprintf("#block(sticky: true, above: 12pt, below: 6pt)[#text(size: %.1fpt, weight: \"bold\")[%s]]\n", d.size+4-2*float64(b.Level), text)
	case Item:
		return "- " + text + "\n"
	case CodeLine:
		return "#block(above: 2pt, below: 2pt)[#raw(" + typstString(b.Text) + ")]\n"
	case CaptionBlock:
		return fmt.Sprintf(plain, 6., 6., d.size-1, "regular", text)
	case Row:
		cells := strings.Split(b.Text, "|")
		for i, c := range cells {
			cells[i] = "[#" + typstString(c) + "]"
		}
		return fmt.Sprintf("#table(columns: %d, stroke: none, %s)\n", len(cells), strings.Join(cells, ", "))
	case Picture:
		return "#rect(width: 80%, height: 60pt, fill: gray)\n"
	case Entry:
		size, hang := d.size, "0pt"
		if d.small {
			size--
		}
		if d.hanging {
			hang = "14pt"
		}
		return fmt.Sprintf("#[#set par(first-line-indent: 0pt, hanging-indent: %s); #set text(size: %.1fpt); #par[%s]]\n", hang, size, text)
	}
	return "#par[" + text + "]\n"
}

func typstString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

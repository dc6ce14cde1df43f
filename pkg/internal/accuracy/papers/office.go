package papers

import (
	"fmt"
	"html"
	"strings"
)

// office writes the document as a flat OpenDocument text, for LibreOffice.
func (d *document) office() []byte {
	var out strings.Builder
	page := pageSizes[d.paper]
	fmt.Fprintf(&out, `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'%s'"/><style:font-face style:name="mono" svg:font-family="'Liberation Mono'"/></office:font-face-decls>
<office:styles>%s</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="%.2fpt" fo:page-height="%.2fpt" fo:margin-left="%.2fpt" fo:margin-right="%.2fpt" fo:margin-top="%.2fpt" fo:margin-bottom="%.2fpt"/>%s</style:page-layout>
<style:style style:name="columns" style:family="section"><style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="%d" fo:column-gap="%.2fpt"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">%s</style:master-page></office:master-styles>
<office:body><office:text>
`, d.serif, d.officeStyles(), page[0], page[1], (page[0]-d.width)/2, (page[0]-d.width)/2, (page[1]-d.height)/2-d.headSpace(), (page[1]-d.height)/2-d.footSpace(),
		d.officeHeadLayout(), d.columns, d.gutter, d.officeHeads())
	open := false
	for _, b := range d.blocks {
		if b.Part != "front" && !open {
			out.WriteString("<text:section text:style-name=\"columns\" text:name=\"text\">\n")
			open = true
		}
		out.WriteString(officeBlock(b))
	}
	out.WriteString("</text:section></office:text></office:body></office:document>\n")
	return []byte(out.String())
}

// headSpace and footSpace are what head and foot take of the margins.
func (d *document) headSpace() float64 {
	if d.head == "" {
		return 0
	}
	return officeHead
}

func (d *document) footSpace() float64 {
	if !d.numbered {
		return 0
	}
	return officeHead
}

// officeHead is the height of a head with its distance from the text, in points.
const officeHead = 30

func (d *document) officeHeadLayout() string {
	properties := fmt.Sprintf(`<style:header-footer-properties svg:height="%dpt" fo:min-height="%dpt" fo:margin-bottom="%dpt" fo:margin-top="0pt"/>`, officeHead, officeHead, officeHead-14)
	out := ""
	if d.head != "" {
		out += "<style:header-style>" + properties + "</style:header-style>"
	}
	if d.numbered {
		out += "<style:footer-style>" + strings.NewReplacer("margin-bottom", "margin-top", "margin-top", "margin-bottom").Replace(properties) + "</style:footer-style>"
	}
	return out
}

func (d *document) officeHeads() string {
	out := ""
	if d.head != "" {
		out += `<style:header><text:p text:style-name="head">` + d.head + "</text:p></style:header>"
	}
	if d.numbered {
		out += `<style:footer><text:p text:style-name="head"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>`
	}
	return out
}

// officeStyles returns the styles of paragraphs.
func (d *document) officeStyles() string {
	entry := d.size
	if d.small {
		entry--
	}
	hang := `fo:margin-left="0pt" fo:text-indent="0pt"`
	if d.hanging {
		hang = `fo:margin-left="18pt" fo:text-indent="-18pt"`
	}
	leading := d.leading - d.size
	style := func(name, paragraph, text string, size float64) string {
		if !strings.Contains(text, "font-name") {
			text += ` style:font-name="body"`
		}
		return fmt.Sprintf(`<style:style style:name="%s" style:family="paragraph"><style:paragraph-properties fo:line-height="%.2fpt" fo:orphans="2" fo:widows="2" %s/><style:text-properties fo:font-size="%.2fpt" fo:language="en" fo:country="US" fo:hyphenate="false" %s/></style:style>`,
			name, size+leading, paragraph, size, text)
	}
	return style("p", `fo:text-align="justify" fo:text-indent="12pt"`, "", d.size) +
		style("title", `fo:text-align="center" fo:margin-bottom="12pt"`, `fo:font-weight="bold"`, d.size+6) +
		style("author", `fo:text-align="center"`, "", d.size+1) +
		style("h1", `fo:margin-top="12pt" fo:margin-bottom="6pt" fo:keep-with-next="always"`, `fo:font-weight="bold"`, d.size+2) +
		style("h2", `fo:margin-top="8pt" fo:margin-bottom="4pt" fo:keep-with-next="always"`, `fo:font-weight="bold"`, d.size) +
		style("item", `fo:text-align="justify" fo:margin-left="12pt"`, "", d.size) +
		style("code", ``, `style:font-name="mono"`, d.size-2) +
		style("caption", `fo:margin-top="6pt" fo:margin-bottom="6pt"`, "", d.size-1) +
		style("row", ``, "", d.size-1) +
		style("head", `fo:text-align="center"`, "", d.size-1) +
		style("entry", `fo:text-align="justify" `+hang, "", entry)
}

func officeBlock(b Block) string {
	text := html.EscapeString(b.Text)
	style := map[Kind]string{Paragraph: "p", TitleBlock: "title", AuthorBlock: "author", Item: "item", CodeLine: "code", CaptionBlock: "caption", Entry: "entry", Row: "row"}[b.Kind]
	switch b.Kind {
	case HeadingBlock:
		return fmt.Sprintf("<text:h text:style-name=\"h%d\" text:outline-level=\"%d\">%s</text:h>\n", b.Level, b.Level, text)
	case Item:
		text = "• " + text
	case Row:
		cells := strings.Split(text, "|")
		return fmt.Sprintf("<table:table><table:table-column table:number-columns-repeated=\"%d\"/>", len(cells)) + "<table:table-row><table:table-cell><text:p text:style-name=\"row\">" +
			strings.Join(cells, "</text:p></table:table-cell><table:table-cell><text:p text:style-name=\"row\">") + "</text:p></table:table-cell></table:table-row></table:table>\n"
	case Picture:
		return ""
	}
	return "<text:p text:style-name=\"" + style + "\">" + text + "</text:p>\n"
}

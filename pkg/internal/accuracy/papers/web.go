package papers

import (
	"fmt"
	"html"
	"strings"
)

// web writes the document as a page that Chromium prints.
func (d *document) web() []byte {
	var out strings.Builder
	margins := fmt.Sprintf("%.2fpt %.2fpt", (pageSizes[d.paper][1]-d.height)/2, (pageSizes[d.paper][0]-d.width)/2)
	entry := ""
	if d.hanging {
		entry = "padding-left:2em;text-indent:-2em;"
	}
	if d.small {
		entry += fmt.Sprintf("font-size:%.1fpt;line-height:%.1fpt;", d.size-1, d.leading-1)
	}
	fmt.Fprintf(&out, `<!doctype html><meta charset="utf-8"><title>paper</title><style>
@page{size:%[1]s;margin:%[2]s}
body{margin:0;font:%.1[3]fpt/%.1[4]fpt %[5]s;text-align:justify}
#text{column-count:%[6]d;column-gap:%.1[7]fpt}
p,h1,h2,h3,pre,table,ul{margin:0;orphans:2;widows:2}
p+p{text-indent:1.2em} .center{text-align:center;text-indent:0}
h1{font-size:%.1[8]fpt;line-height:1.2;text-align:center;margin:0 0 12pt}
h2{font-size:%.1[9]fpt;line-height:1.2;margin:12pt 0 6pt;text-align:left} h3{font-size:%.1[3]fpt;margin:8pt 0 4pt;text-align:left}
pre{font:%.1[10]fpt/%.1[3]fpt "Liberation Mono",monospace} .caption{text-indent:0;font-size:%.1[10]fpt;margin:6pt 0}
.entry{%[11]stext-indent:%[12]s} .figure{height:70pt;background:#bbb;margin:8pt 0} td{padding:0 8pt}
</style>
`, d.paper, margins, d.size, d.leading, d.serif, d.columns, d.gutter, d.size+6, d.size+2, d.size-1, strings.ReplaceAll(entry, "text-indent:-2em;", ""), map[bool]string{true: "-2em", false: "0"}[d.hanging])
	open := false
	for _, b := range d.blocks {
		if b.Part != "front" && !open {
			out.WriteString("<div id=text>\n")
			open = true
		}
		out.WriteString(webBlock(b))
	}
	out.WriteString("</div>\n")
	return []byte(out.String())
}

func webBlock(b Block) string {
	text := html.EscapeString(b.Text)
	switch b.Kind {
	case TitleBlock:
		return "<h1>" + text + "</h1>\n"
	case AuthorBlock:
		return "<p class=center>" + text + "</p>\n"
	case HeadingBlock:
		return fmt.Sprintf("<h%d>%s</h%d>\n", b.Level+1, text, b.Level+1)
	case Item:
		return "<ul><li>" + text + "</li></ul>\n"
	case CodeLine:
		return "<pre>" + text + "</pre>\n"
	case CaptionBlock:
		return "<p class=caption>" + text + "</p>\n"
	case Entry:
		return "<p class=entry>" + text + "</p>\n"
	case Row:
		return "<table><tr><td style='width:8em'>" + strings.ReplaceAll(text, "|", "</td><td>") + "</td></tr></table>\n"
	case Picture:
		return "<div class=figure></div>\n"
	}
	return "<p>" + text + "</p>\n"
}

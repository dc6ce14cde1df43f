package papers

import (
	"fmt"
	"strings"
)

// roff writes the document for groff with the macros of -ms.
func (d *document) roff() []byte {
	var out strings.Builder
	page := pageSizes[d.paper]
	fmt.Fprintf(&out, ".pl %.2fp\n.nr PO %.2fp\n.nr LL %.2fp\n.nr HM %.2fp\n.nr FM %.2fp\n", page[1], (page[0]-d.width)/2, d.width, (page[1]-d.height)/2, (page[1]-d.height)/2)
	fmt.Fprintf(&out, ".nr PS %.0f\n.nr VS %.0f\n.nr PI 12p\n.nr GROWPS 0\n.nr MINGW %.0fp\n.nr HY 0\n", d.size, d.leading, d.gutter)
	fmt.Fprintf(&out, ".ds LH\n.ds CH %s\n.ds RH\n.ds LF\n.ds CF %s\n.ds RF\n", d.head, map[bool]string{true: `\n%`, false: ""}[d.numbered])
	if d.head != "" {
		out.WriteString(".P1\n")
	}
	open := false
	for _, b := range d.blocks {
		if b.Part != "front" && !open {
			open = true
			if d.columns == 2 {
				out.WriteString(".2C\n")
			}
		}
		out.WriteString(d.roffBlock(b))
	}
	return []byte(out.String())
}

func (d *document) roffBlock(b Block) string {
	text := roffText(b.Text)
	switch b.Kind {
	case TitleBlock:
		return fmt.Sprintf(".ce 9\n.ps +6\n.vs +6\n.ft B\n%s\n.br\n.ft R\n.ps\n.vs\n.ce 0\n.sp\n", text)
	case AuthorBlock:
		return ".ce 9\n" + text + "\n.br\n.ce 0\n"
	case HeadingBlock:
		return ".SH\n" + text + "\n"
	case Item:
		return ".IP \\(bu 1\n" + text + "\n"
	case CodeLine:
		return ".LP\n.ft C\n" + text + "\n.br\n.ft R\n"
	case CaptionBlock:
		return ".LP\n.ps -1\n" + text + "\n.br\n.ps\n"
	case Row:
		return ".TS\nl n n.\n" + strings.ReplaceAll(text, "|", "\t") + "\n.TE\n"
	case Picture:
		return ".sp 3\n"
	case Entry:
		out := ".LP\n"
		if d.hanging {
			out = ".XP\n"
		}
		if d.small {
			return out + ".ps -1\n" + text + "\n.br\n.ps\n"
		}
		return out + text + "\n"
	}
	return ".PP\n" + text + "\n"
}

// roffText protects what means something to groff.
func roffText(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "'", `\(cq`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}

package html

import (
	"html"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
)

// builder writes an HTML document. Whatever it is given as text or as the
// value of an attribute is escaped; names of elements and attributes are
// constants of this package, so nothing that comes from a paper can become one.
type builder struct {
	buf  []byte
	open []constant
}

// constant is the name of an element or attribute. It is never made of data.
type constant string

// attr is an attribute of an element.
type attr struct {
	name  constant
	value string
}

func (b *builder) tag(name constant, attrs []attr) {
	b.buf = append(b.buf, '<')
	b.buf = append(b.buf, name...)
	for _, a := range attrs {
		if a.name == "" {
			continue
		}
		b.buf = append(b.buf, ' ')
		b.buf = append(b.buf, a.name...)
		b.buf = append(b.buf, '=', '"')
		b.buf = append(b.buf, html.EscapeString(words.Printable(a.value))...)
		b.buf = append(b.buf, '"')
	}
}

// begin opens an element, end closes the one that was opened last.
func (b *builder) begin(name constant, attrs ...attr) {
	b.tag(name, attrs)
	b.buf = append(b.buf, '>')
	b.open = append(b.open, name)
}

func (b *builder) end() {
	last := len(b.open) - 1
	b.buf = append(b.buf, '<', '/')
	b.buf = append(b.buf, b.open[last]...)
	b.buf = append(b.buf, '>')
	b.open = b.open[:last]
}

// endLine closes an element and begins a new line, for those who read the source.
func (b *builder) endLine() {
	b.end()
	b.buf = append(b.buf, '\n')
}

// void writes an element that has no content and no end, such as meta.
func (b *builder) void(name constant, attrs ...attr) {
	b.tag(name, attrs)
	b.buf = append(b.buf, '>', '\n')
}

// shape writes an SVG element without content.
func (b *builder) shape(name constant, attrs ...attr) {
	b.tag(name, attrs)
	b.buf = append(b.buf, '/', '>')
}

// text writes escaped text.
func (b *builder) text(s string) {
	b.buf = append(b.buf, html.EscapeString(words.Printable(s))...)
}

// leaf writes an element that holds text alone.
func (b *builder) leaf(name constant, text string, attrs ...attr) {
	b.begin(name, attrs...)
	b.text(text)
	b.end()
}

// style writes a style sheet of this package, which is not escaped.
func (b *builder) style(css styleSheet) {
	b.buf = append(b.buf, "<style>"+string(css)+"</style>\n"...)
}

// script writes a script of this package, which is not escaped. It runs when the
// page is there.
func (b *builder) script(run script) {
	b.buf = append(b.buf, "<script>"+string(run)+"</script>\n"...)
}

// styleSheet and script are constants of this package.
type (
	styleSheet string
	script     string
)

func class(names string) attr { return attr{"class", names} }

func id(value string) attr { return attr{"id", value} }

func label(text string) attr { return attr{"aria-label", text} }

// silent hides from screen readers what is told in words elsewhere.
func silent() attr { return attr{"aria-hidden", "true"} }

// anchor links to a place in the document.
func anchor(id string) attr { return attr{"href", "#" + id} }

// link links to a web page; any other address is no link.
func link(url string) attr {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return attr{"href", url}
	}
	return attr{}
}

// num is an attribute of a number, with so many decimals as a picture needs.
func num(name constant, x float64) attr { return attr{name, tenth(x)} }

// tenth writes a number with one decimal at most.
func tenth(x float64) string { return string(appendTenth(nil, x)) }

func appendTenth(out []byte, x float64) []byte {
	if !(x > -1e6 && x < 1e6) { // no number, or beyond any page
		x = 0
	}
	begin := len(out)
	out = strconv.AppendFloat(out, x, 'f', 1, 64)
	if n := len(out); out[n-1] == '0' {
		out = out[:n-2]
	}
	if string(out[begin:]) == "-0" {
		out = append(out[:begin], '0')
	}
	return out
}

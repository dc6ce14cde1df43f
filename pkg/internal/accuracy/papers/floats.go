package papers

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// float writes a float of a kind around its content.
func (d *draft) float(kind, content, caption string, above bool) {
	star := ""
	if d.two && d.chance(.2) {
		star = "*"
	}
	where := pick(d.source, []string{"[t]", "[tb]", "[tbp]", "[htbp]", ""})
	switch {
	case d.template.noPlaces:
		where = ""
	case star == "*":
		where = "[t]"
	}
	d.add("\\begin{%s%s}%s\n\\centering", kind, star, where)
	if above {
		d.add("\\caption{%s}", caption)
	}
	d.add("%s", content)
	if !above {
		d.add("\\caption{%s}", caption)
	}
	d.add("\\end{%s%s}", kind, star)
}

func (d *draft) captionText() string {
	return d.marked(markCaption, d.sentences(d.language, d.between(1, 3)))
}

func (d *draft) figure() {
	content := ""
	switch d.IntN(4) {
	case 0:
		content = d.plot()
	case 1:
		content = d.diagram()
	case 2:
		content = d.bars()
	case 3:
		content = d.image()
	}
	if d.template.bareFigures {
		d.add("\n\\begin{center}\n%s\n\\end{center}\n", content)
		return
	}
	d.float("figure", content, d.captionText(), false)
}

// picture returns a picture whose unit is a hundredth of the line.
func picture(height int, inner string) string {
	return fmt.Sprintf("{\\setlength{\\unitlength}{\\dimexpr\\linewidth/100}\\begin{picture}(96,%d)\n%s\\end{picture}}", height, inner)
}

// label returns a word of a figure at a place.
func (d *draft) label(x, y int, text string) string {
	size := pick(d.source, []string{"\\scriptsize", "\\footnotesize", "\\tiny"})
	return fmt.Sprintf("\\put(%d,%d){\\makebox(0,0)[l]{%s %s}}\n", x, y, size, d.marked(markFigure, text))
}

func (d *draft) plot() string {
	var out strings.Builder
	out.WriteString("\\put(10,8){\\line(1,0){80}}\\put(10,8){\\line(0,1){40}}\n")
	for range d.between(1, 3) {
		y := d.between(10, 30)
		for x := 10; x < 90; x += 8 {
			next := min(max(y+d.between(-6, 7), 9), 47)
			fmt.Fprintf(&out, "\\qbezier(%d,%d)(%d,%d)(%d,%d)\n", x, y, x+4, (y+next)/2, x+8, next)
			y = next
		}
	}
	for x := 10; x <= 90; x += 20 {
		out.WriteString(d.label(x, 5, fmt.Sprint(x*10)))
	}
	for y := 8; y <= 48; y += 10 {
		out.WriteString(d.label(2, y, fmt.Sprint(y)))
	}
	out.WriteString(d.label(40, 1, pick(d.source, nouns)+" (s)"))
	return picture(50, out.String())
}

func (d *draft) diagram() string {
	var out strings.Builder
	for row := range 3 {
		for column := range 3 {
			x, y := 2+column*32, 2+row*15
			if d.chance(.8) {
				fmt.Fprintf(&out, "\\put(%d,%d){\\framebox(26,10){\\scriptsize %s}}\n", x, y, d.marked(markFigure, strings.Split(pick(d.source, nouns), "-")[0]))
				if column < 2 {
					fmt.Fprintf(&out, "\\put(%d,%d){\\vector(1,0){6}}\n", x+26, y+5)
				}
			}
		}
	}
	return picture(48, out.String())
}

func (d *draft) bars() string {
	var out strings.Builder
	out.WriteString("\\put(8,6){\\line(1,0){85}}\n")
	for i := range 8 {
		fmt.Fprintf(&out, "\\put(%d,6){\\rule{6\\unitlength}{%d\\unitlength}}\n", 10+i*10, d.between(3, 30))
		out.WriteString(d.label(11+i*10, 3, fmt.Sprint(i)))
	}
	return picture(40, out.String())
}

// image returns an image of noise or of a gradient; its mark only says that the
// page holds a figure.
func (d *draft) image() string {
	d.images++
	name := fmt.Sprintf("image%d.png", d.images)
	d.files[name] = d.pixels()
	return fmt.Sprintf("\\includegraphics[width=.%d\\linewidth]{%s}\\pfG{}", d.between(5, 9), name)
}

// pixels returns a small image.
func (d *draft) pixels() []byte {
	const width, height = 60, 36
	img := image.NewGray(image.Rect(0, 0, width, height))
	gradient := d.chance(.5)
	for y := range height {
		for x := range width {
			shade := uint8(d.IntN(200))
			if gradient {
				shade = uint8(40 + 3*x + y%4)
			}
			img.SetGray(x, y, color.Gray{Y: shade})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}

func (d *draft) table() {
	columns := d.between(2, 5)
	if d.two {
		columns = min(columns, 4)
	}
	top, middle, bottom := "\\hline", "\\hline", "\\hline"
	if d.chance(.6) {
		top, middle, bottom = "\\toprule", "\\midrule", "\\bottomrule"
	}
	var out strings.Builder
	size := pick(d.source, []string{"\\small", "\\footnotesize", "", "\\scriptsize"})
	fmt.Fprintf(&out, "%s\\begin{tabular}{l%s}\n%s\n", size, strings.Repeat("r", columns-1), top)
	for row := range d.between(3, 11) {
		for column := range columns {
			if column > 0 {
				out.WriteString(" & ")
			}
			out.WriteString(d.marked(markTable, d.cell(row, column)))
		}
		out.WriteString(" \\\\\n")
		if row == 0 {
			out.WriteString(middle + "\n")
		}
	}
	out.WriteString(bottom + "\n\\end{tabular}")
	d.float("table", out.String(), d.captionText(), d.chance(.6))
}

// cell returns the content of a table's cell.
func (d *draft) cell(row, column int) string {
	word := pick(d.source, nouns)
	if d.two && len(word) > 9 {
		word = word[:7] + "."
	}
	switch {
	case row == 0 || column == 0:
		return capitalized(word)
	case d.chance(.1):
		return "---"
	}
	return fmt.Sprintf("%.1f", 100*d.Float64())
}

func (d *draft) algorithm() {
	if d.template.noAlgorithms {
		d.listing()
		return
	}
	var out strings.Builder
	out.WriteString("\\begin{algorithmic}[1]\n")
	for range d.between(3, 10) {
		line := d.marked(markCode, capitalized(pick(d.source, verbs))+" "+d.phrase())
		switch d.IntN(4) {
		case 0:
			fmt.Fprintf(&out, "\\If{%s}\n\\State %s\n\\EndIf\n", d.marked(markCode, pick(d.source, nouns)+" is "+pick(d.source, adjectives)), line)
		case 1:
			fmt.Fprintf(&out, "\\For{$i \\gets 1$ to $n$}\n\\State %s\n\\EndFor\n", line)
		default:
			fmt.Fprintf(&out, "\\State %s\n", line)
		}
	}
	out.WriteString("\\end{algorithmic}")
	d.add("\\begin{algorithm}[tb]\n\\caption{%s}\n%s\n\\end{algorithm}", d.marked(markCaption, d.heading()), out.String())
}

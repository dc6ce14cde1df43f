package content
import ("testing";"fmt";"os";"context";"path/filepath";"os/exec";"bytes";"github.com/paperfit/paperfit/pkg/pdf")
func TestYY(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("SURVEY"))
	for _, f := range files {
		data, _ := os.ReadFile(f)
		doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
		if err != nil { continue }
		in := New(doc, DefaultLimits())
		out, _ := exec.Command("mutool", "draw", "-q", "-F", "trace", f).Output()
		theirs := parseTrace(bytes.NewReader(out))
		s, n, vis := 0, 0, 0
		for i, p := range doc.Pages() {
			pg, err := in.Page(context.Background(), p)
			if err != nil { fmt.Println(filepath.Base(f), "ERR", err); continue }
			for _, g := range pg.Glyphs { if g.Hidden == Visible && !g.Box.IsEmpty() { vis++ } }
			if i < len(theirs) { a, b := matchGlyphs(pg, theirs[i]); s += a; n += b }
		}
		if s != n || vis > n*102/100+2 || vis < n*95/100-2 { fmt.Println(filepath.Base(f), "match", s, "of", n, "ours visible ink", vis, "pages", len(doc.Pages()), len(theirs)) }
	}
}

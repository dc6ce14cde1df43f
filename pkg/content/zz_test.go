package content

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/pdf"
)

func TestSurvey(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("SURVEY"))
	for _, f := range files {
		data, _ := os.ReadFile(f)
		doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
		if err != nil {
			fmt.Println(filepath.Base(f), "OPEN", err)
			continue
		}
		in := New(doc, DefaultLimits())
		var hid [8]int
		tests, n := 0, 0
		dmg := map[string]int{}
		for _, p := range doc.Pages() {
			t0 := time.Now()
			pg, err := in.Page(context.Background(), p)
			if err != nil {
				fmt.Println(filepath.Base(f), p.Number, "ERR", err)
				continue
			}
			if d := time.Since(t0); d > 12*time.Millisecond { fmt.Println("SLOW", filepath.Base(f), p.Number, d, in.run.operators, len(pg.Glyphs), len(pg.Drawings), len(in.run.areas), in.run.tests) }
			tests = max(tests, in.run.tests)
			if os.Getenv("SG") != "" {
				s := ""
				for _, g := range pg.Glyphs {
					if g.Hidden > 4 || g.Hidden == 2 {
						s += g.Glyph.Text
						hid2[g.Hidden]++
					}
				}
				if s != "" {
					fmt.Printf("   p%d %.300q\n", p.Number, s)
				}
			}
			for _, g := range pg.Glyphs {
				hid[g.Hidden]++
				n++
			}
			for _, d := range pg.Damage {
				dmg[d]++
			}
		}
		fmt.Println(filepath.Base(f), n, hid, "tests", tests, dmg)
	}
}

var hid2 [8]int

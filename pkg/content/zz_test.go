package content

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/pdf"
)

func TestZZ(t *testing.T) {
	for _, name := range []string{os.Getenv("ZZ")} {
		data, err := os.ReadFile(name)
		if err != nil { t.Skip() }
		doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
		if err != nil { t.Fatal(err) }
		in := New(doc, DefaultLimits())
		for _, p := range doc.Pages() {
			t0 := time.Now()
			pg, err := in.Page(context.Background(), p)
			if err != nil { t.Fatal(err) }
			var hid [8]int
			for _, g := range pg.Glyphs { hid[g.Hidden]++ }
			fmt.Println(p.Number, len(pg.Glyphs), len(pg.Drawings), len(pg.Images), len(pg.Forms), hid, pg.Damage, time.Since(t0))
			if os.Getenv("ZG") != "" {
				for _, g := range pg.Glyphs { if s := os.Getenv("ZG"); s == "all" || g.Hidden != 0 { fmt.Printf("%q %v %v %.2f %.3f %v\n", g.Glyph.Text, g.Origin, g.Box, g.Size, g.HScale, g.Hidden) } }
			}
			if os.Getenv("ZD") != "" {
				for _, g := range pg.Drawings { fmt.Printf("%+v\n", g) }
				for _, g := range pg.Images { fmt.Printf("%+v\n", g) }
				for _, g := range pg.Forms { fmt.Printf("%+v\n", g) }
			}
		}
	}
}

// Command gen makes faces.txt, the letters of known faces, from their font programs,
// none of which is part of this repository:
//
//	gen -out ../../faces.txt folder...
//
// The arguments are folders that are searched for the files listed below: TeX Live's
// texmf-dist/fonts has all of them.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/font/outline"
)

// faces are the fonts of the table: the family's name, the style and size that it
// is drawn for, and the file.
var faces = [...][2]string{
	{"Times", "utmr8a.pfb"},
	{"Times-Italic", "utmri8a.pfb"},
	{"Times-Bold", "utmb8a.pfb"},
	{"STIX-Two", "STIXTwoText-Regular.otf"},
	{"Computer-Modern-5", "lmr5.pfb"},
	{"Computer-Modern-6", "lmr6.pfb"},
	{"Computer-Modern-7", "lmr7.pfb"},
	{"Computer-Modern-8", "lmr8.pfb"},
	{"Computer-Modern-9", "lmr9.pfb"},
	{"Computer-Modern-10", "lmr10.pfb"},
	{"Computer-Modern-12", "lmr12.pfb"},
	{"Computer-Modern-17", "lmr17.pfb"},
	{"Computer-Modern-Italic-10", "lmri10.pfb"},
	{"Computer-Modern-Italic-12", "lmri12.pfb"},
	{"Computer-Modern-Bold-10", "lmbx10.pfb"},
	{"Computer-Modern-Bold-12", "lmbx12.pfb"},
	{"Computer-Modern-Narrow-Bold", "lmb10.pfb"},
	{"Computer-Modern-Demi", "sfbm1000.pfb"},
	{"Palatino", "uplr8a.pfb"},
	{"Charter", "bchr8a.pfb"},
	{"Libertine", "LinLibertineT.pfb"},
	{"Garamond", "EBGaramond-Regular.otf"},
	{"Utopia", "putr8a.pfb"},
	{"Erewhon", "Erewhon-Regular.pfb"}, // Utopia at 94 %
	{"Century-Schoolbook", "C059-Roman.pfb"},
	{"Helvetica", "uhvr8a.pfb"},
	{"Helvetica-Narrow", "uhvr8ac.pfb"},
	{"Calibri", "Carlito-Regular.ttf"},
}

func main() {
	out := flag.String("out", "faces.txt", "the table to write")
	flag.Parse()
	if err := run(*out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(out string, folders []string) error {
	files, err := find(folders)
	if err != nil {
		return err
	}
	var rows []string
	for _, f := range faces {
		row, err := measure(files[f[1]])
		if err != nil {
			return fmt.Errorf("%s: %w", f[1], err)
		}
		rows = append(rows, f[0]+" "+row+"\n")
	}
	slices.Sort(rows)
	return os.WriteFile(out, []byte(head+strings.Join(rows, "")), 0o644)
}

const head = `# Made by pkg/internal/font/face/internal/gen from font programs: advance and height of
# each of the letters A to Z and a to z, in 1/1000 em. Measures alone, no outlines.
`

// find returns where the files are.
func find(folders []string) (map[string]string, error) {
	files := map[string]string{}
	for _, f := range faces {
		files[f[1]] = ""
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if at, wanted := files[d.Name()]; wanted && at == "" {
				files[d.Name()] = path
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// measure returns the row of a font.
func measure(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	p, err := outline.Parse(data)
	if err != nil {
		return "", err
	}
	var row []string
	for _, letter := range face.Letters {
		gid, ok := p.ByName(string(letter))
		if !ok {
			gid, ok = p.ByRune(letter)
		}
		advance, known := p.Advance(gid)
		box, err := p.Box(gid)
		if !ok || !known || err != nil {
			return "", fmt.Errorf("no letter %c", letter)
		}
		row = append(row, fmt.Sprintf("%.0f %.0f", math.Round(1000*advance), math.Round(1000*box.Y1)))
	}
	return strings.Join(row, " "), nil
}

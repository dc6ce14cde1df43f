package annotate

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// viewer draws a page of a file with a program of its own, 60 pixels an inch.
type viewer struct {
	name string
	args []string // before the file; the picture is written to page.png
	last []string // after the file
	hide string   // an argument that hides annotations
	slow bool
}

// telling are the files that slow viewers draw, and quick ones unless the run is
// thorough.
var telling = map[string]bool{"all": true, "bad-text-block-wide.pdf": true}

var viewers = []viewer{
	{"pdftoppm", []string{"-r", "60", "-cropbox", "-png", "-singlefile"}, []string{"page"}, "-hide-annotations", true},
	{"mutool", []string{"draw", "-q", "-r", "60", "-o", "page.png"}, []string{"1"}, "", false},
	{"gs", []string{"-q", "-dNOPAUSE", "-dBATCH", "-dUseCropBox", "-sDEVICE=png16m", "-r60", "-dLastPage=1", "-sOutputFile=page.png"}, nil, "", true},
}

// draw returns the first page as the viewer draws it, nil when it cannot, and what
// it complains of.
func (v viewer) draw(t *testing.T, data []byte, hidden bool) (image.Image, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "paper.pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	args := v.args
	if hidden && v.hide != "" {
		args = append(args[:len(args):len(args)], v.hide)
	}
	cmd := exec.Command(v.name, append(append(args[:len(args):len(args)], "paper.pdf"), v.last...)...)
	cmd.Dir = dir
	said, _ := cmd.CombinedOutput() // no picture says it all
	file, err := os.Open(filepath.Join(dir, "page.png"))
	if err != nil {
		return nil, string(said)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return picture, string(said)
}

// layerOff returns the copy with its layer switched off.
func layerOff(t *testing.T, copied []byte) []byte {
	t.Helper()
	at := bytes.LastIndex(copied, []byte("/ON ["))
	if at < 0 {
		t.Fatal("no layer is on")
	}
	out := bytes.Clone(copied)
	copy(out[at:], "/OFF[")
	return out
}

// viewed are files whose copies viewers draw: of each kind of cross-reference
// table, rotated, cropped, encrypted.
func viewed(t *testing.T) map[string][]byte {
	out := map[string][]byte{}
	for name, page := range pages {
		b := pdftest.New()
		page.Content = pdftest.Text("F1", 10, 100, 100, "A line of text") + "0.8 g 120 110 40 40 re f"
		b.AddPage(page)
		out[name] = b.Bytes()
	}
	for _, path := range []string{
		"../../../testdata/papers/bad-text-block-wide.pdf", "../../../testdata/papers/ok-plain.pdf", "../../../testdata/papers/warn-hidden-text.pdf",
		"../../../../shared/cases/via-rotate-landscape.pdf", "../../../../shared/cases/via-cropbox.pdf", "../../../../shared/cases/via-bad-xref.pdf",
		"../../../../shared/cases/via-junk-prefix.pdf", "../../../../shared/cases/via-gs.pdf", "../../../../shared/cases/wp-bad-single-spaced.pdf",
	} {
		if data, err := os.ReadFile(path); err == nil {
			out[filepath.Base(path)] = data
		}
	}
	return out
}

// Viewers draw the copy without complaint; where nothing was annotated, and
// everywhere once the layer or the annotations are hidden, it is the original to
// the pixel.
func TestAnnotateViewers(t *testing.T) {
	for _, v := range viewers {
		t.Run(v.name, func(t *testing.T) {
			if _, err := exec.LookPath(v.name); err != nil {
				t.Skipf("%s is not installed", v.name)
			}
			for name, data := range viewed(t) {
				if (v.slow || !pdftest.Thorough) && !telling[name] {
					continue
				}
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					file := checked(t, data)
					copied := annotate(t, data, file)
					before, complaints := v.draw(t, data, false)
					if before == nil {
						t.Skipf("%s cannot draw the original", v.name)
					}
					after, more := v.draw(t, copied, false)
					if after == nil {
						t.Fatalf("%s cannot draw the copy: %s", v.name, more)
					}
					if more != complaints && len(more) > len(complaints) {
						t.Errorf("it says of the copy\n%s\nand of the original\n%s", more, complaints)
					}
					p := open(t, copied).Pages()[0]
					scale := float64(before.Bounds().Dx()) / p.Size.X // some do not know UserUnit
					drawn, outside := compare(before, after, marked(p, scale))
					if n := len(annots(p)); n > 0 && drawn == 0 {
						t.Error("no annotation can be seen")
					}
					if outside > 0 {
						t.Errorf("%d pixels differ where nothing was drawn", outside)
					}
					off, _ := v.draw(t, layerOff(t, copied), false)
					if drawn, outside := compare(before, off, nil); drawn+outside > 0 {
						t.Errorf("%d pixels differ when the layer is off", drawn+outside)
					}
					if v.hide == "" {
						return
					}
					bare, _ := v.draw(t, data, true)
					hidden, _ := v.draw(t, copied, true)
					if drawn, outside := compare(bare, hidden, nil); drawn+outside > 0 {
						t.Errorf("%d pixels differ when annotations are hidden", drawn+outside)
					}
				})
			}
		})
	}
}

// marked returns the boxes of the page's annotations in pixels.
func marked(p pdf.Page, scale float64) []geom.Rect {
	var out []geom.Rect
	for _, a := range annots(p) {
		if string(a.Key("T").Bytes()) == "paperfit" {
			rect, _ := a.Key("Rect").Rect()
			out = append(out, geom.Scaling(scale, scale).ApplyRect(p.ToPage.ApplyRect(rect)).Inset(-2))
		}
	}
	return out
}

// compare counts the pixels that differ inside and outside of the marked boxes.
func compare(a, b image.Image, marked []geom.Rect) (inside, outside int) {
	if a.Bounds() != b.Bounds() {
		return 0, 1 << 30
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 == r2 && g1 == g2 && b1 == b2 {
				continue
			}
			if within(geom.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5}, marked) {
				inside++
			} else {
				outside++
			}
		}
	}
	return inside, outside
}

func within(p geom.Point, boxes []geom.Rect) bool {
	for _, b := range boxes {
		if b.Contains(p) {
			return true
		}
	}
	return false
}

// What is added to an encrypted file is encrypted like the rest: with every
// method, qpdf finds the copy sound and our reader the annotations' words.
func TestAnnotateEncrypted(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	for name, args := range map[string][]string{
		"RC4 of 40 bits":    {"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"},
		"RC4 of 128 bits":   {"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"},
		"AES of 128 bits":   {"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=y", "--"},
		"AES of 256 bits":   {"--encrypt", "", "owner", "256", "--"},
		"annotations alone": {"--encrypt", "", "owner", "256", "--modify=annotate", "--"},
		"object streams":    {"--object-streams=generate", "--encrypt", "", "owner", "256", "--"},
		"no annotations":    {"--encrypt", "", "owner", "256", "--modify=form", "--"},
		"no RC4 notes":      {"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--modify=none", "--"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			plain, locked := filepath.Join(dir, "plain.pdf"), filepath.Join(dir, "locked.pdf")
			if err := os.WriteFile(plain, pdftest.OnePage(pdftest.Text("F1", 10, 100, 100, "A line of text")), 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("qpdf", append(append([]string{plain}, args...), locked)...).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			data, err := os.ReadFile(locked)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(name, "no ") {
				if _, err := pdf.NewUpdate(t.Context(), data, pdf.DefaultLimits()); err == nil || !strings.Contains(err.Error(), "permissions") {
					t.Errorf("the error is %v", err)
				}
				return
			}
			copied := annotate(t, data, remarks())
			if bytes.Contains(copied, []byte("a figure")) {
				t.Error("the words stand in the clear")
			}
			list := annots(open(t, copied).Pages()[0])
			if len(list) != 7 || text(list[4].Key("Contents")) != "a figure" {
				t.Errorf("%d annotations", len(list))
			}
			look, err := list[4].Key("AP").Key("N").Decode()
			if err != nil || !bytes.HasSuffix(look, []byte("re S Q EMC")) {
				t.Errorf("the appearance is %q: %v", look, err)
			}
			sound(t, data, copied)
		})
	}
}

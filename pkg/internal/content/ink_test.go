package content

import (
	"bytes"
	"context"
	"fmt"
	"image"
	imagecolor "image/color"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// trimmed reads a page with an image of 100 by 100 points at (100, 200). The
// entries may refer to other streams as OTHER.
func trimmed(t *testing.T, entries string, data []byte, other string, otherData []byte) Image {
	t.Helper()
	b := builder()
	if other != "" {
		entries = strings.ReplaceAll(entries, "OTHER", ref(b.Stream("/Subtype /Image "+other, otherData)))
	}
	n := b.Stream("/Subtype /Image "+entries, data)
	b.page("q 100 0 0 100 100 200 cm /I Do Q", "/XObject << /I "+ref(n)+" >>")
	doc := open(t, b.Builder)
	in := New(doc, DefaultLimits()).WithoutMargins()
	p, err := in.Page(context.Background(), doc.Pages()[0])
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Images) != 1 {
		t.Fatalf("%d images", len(p.Images))
	}
	return p.Images[0]
}

// field returns 10 by 10 pixels: those from (x0, y0) up to (x1, y1) are ink,
// the others ground.
func field(ground, ink string, x0, y0, x1, y1 int) []byte {
	var out bytes.Buffer
	for y := range 10 {
		for x := range 10 {
			if x >= x0 && x < x1 && y >= y0 && y < y1 {
				out.WriteString(ink)
			} else {
				out.WriteString(ground)
			}
		}
	}
	return out.Bytes()
}

const tenByTen = "/Width 10 /Height 10 /BitsPerComponent 8 "

// An image's box is its ink, whatever its samples look like.
func TestInkOfImages(t *testing.T) {
	all := upRect(100, 200, 200, 300)
	part := upRect(120, 250, 190, 290)      // columns 2 to 8, rows 1 to 4
	rows := func(ground, ink byte) []byte { // two bytes a row, of one bit
		out := bytes.Repeat([]byte{ground, ground}, 10)
		for y := 1; y < 5; y++ {
			out[2*y] = ground ^ (ground^ink)&0x3f
			out[2*y+1] = ground ^ (ground^ink)&0x80
		}
		return out
	}
	gray := tenByTen + "/ColorSpace /DeviceGray "
	for name, c := range map[string]struct {
		entries string
		data    []byte
		other   string
		more    []byte
		want    geom.Rect
		unread  bool
	}{
		"gray":              {gray, field("\xff", "\x00", 2, 1, 9, 5), "", nil, part, false},
		"near white":        {gray, field("\xf8", "\x00", 2, 1, 9, 5), "", nil, part, false},
		"light gray is ink": {gray, field("\xe0", "\x00", 2, 1, 9, 5), "", nil, all, false},
		"one pixel":         {gray, field("\xff", "\x00", 0, 9, 1, 10), "", nil, upRect(100, 200, 110, 210), false},
		"all white":         {gray, field("\xff", "\x00", 0, 0, 0, 0), "", nil, geom.Empty(), false},
		"turned over":       {gray + "/Decode [1 0] ", field("\x00", "\xff", 2, 1, 9, 5), "", nil, part, false},
		"red green blue":    {tenByTen + "/ColorSpace /DeviceRGB ", field("\xff\xff\xff", "\xff\x00\xff", 2, 1, 9, 5), "", nil, part, false},
		"yellow ground":     {tenByTen + "/ColorSpace /DeviceRGB ", field("\xff\xff\x00", "\xff\x00\xff", 2, 1, 9, 5), "", nil, all, false},
		"inks":              {tenByTen + "/ColorSpace /DeviceCMYK ", field("\x00\x00\x00\x00", "\xff\x00\xff\x00", 2, 1, 9, 5), "", nil, part, false},
		"Lab":               {tenByTen + "/ColorSpace [/Lab << /WhitePoint [1 1 1] /Range [-128 127 -128 127] >>] ", field("\xff\x80\x80", "\x40\x80\x80", 2, 1, 9, 5), "", nil, part, false},
		"a table of colours": {tenByTen + "/ColorSpace [/Indexed /DeviceRGB 2 <ff0000ffffff000000>] ",
			field("\x01", "\x02", 2, 1, 9, 5), "", nil, part, false},
		"an ink that paints": {tenByTen + "/ColorSpace [/Separation /Spot /DeviceGray << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1] /C1 [0] >>] ",
			field("\x00", "\xff", 2, 1, 9, 5), "", nil, part, false},
		"one bit":            {"/Width 10 /Height 10 /BitsPerComponent 1 /ColorSpace /DeviceGray ", rows(0xff, 0x00), "", nil, part, false},
		"sixteen bits":       {"/Width 10 /Height 10 /BitsPerComponent 16 /ColorSpace /DeviceGray ", field("\xff\xff", "\x00\xff", 2, 1, 9, 5), "", nil, part, false},
		"a stencil":          {"/Width 10 /Height 10 /ImageMask true ", rows(0xff, 0x00), "", nil, part, false},
		"a stencil inverted": {"/Width 10 /Height 10 /ImageMask true /Decode [1 0] ", rows(0x00, 0xff), "", nil, part, false},
		"a soft mask":        {gray + "/SMask OTHER", field("\x00", "\x00", 0, 0, 0, 0), gray, field("\x00", "\x80", 2, 1, 9, 5), part, false},
		"a mask":             {gray + "/Mask OTHER", field("\x00", "\x00", 0, 0, 0, 0), "/Width 10 /Height 10 /ImageMask true ", rows(0xff, 0x00), part, false},
		"JPEG":               {gray + "/Filter /DCTDecode ", picture(t, imagecolor.White), "", nil, part, false},
		"JPEG in colours":    {tenByTen + "/ColorSpace /DeviceRGB /Filter /DCTDecode ", picture(t, imagecolor.RGBA{255, 255, 253, 255}), "", nil, part, false},
		"packed JPEG":        {gray + "/Filter [/FlateDecode /DCTDecode] ", []byte(deflate(string(picture(t, imagecolor.White)))), "", nil, part, false},
		"packed":             {gray + "/Filter /FlateDecode ", []byte(deflate(string(field("\xff", "\x00", 2, 1, 9, 5)))), "", nil, part, false},

		"JPEG 2000":               {gray + "/Filter /JPXDecode ", []byte("something"), "", nil, all, true},
		"JBIG2":                   {gray + "/Filter /JBIG2Decode ", []byte("something"), "", nil, all, true},
		"broken JPEG":             {gray + "/Filter /DCTDecode ", picture(t, imagecolor.White)[:100], "", nil, all, true},
		"too few samples":         {gray, field("\xff", "\x00", 2, 1, 9, 5)[:99], "", nil, all, true},
		"more colours than told":  {tenByTen + "/ColorSpace /DeviceRGB /Filter /DCTDecode ", picture(t, imagecolor.White), "", nil, all, true},
		"a mask that is not read": {gray + "/SMask OTHER", field("\xff", "\x00", 2, 1, 9, 5), gray + "/Filter /JPXDecode ", []byte("x"), all, true},
		"a depth that is none":    {"/Width 10 /Height 10 /BitsPerComponent 3 /ColorSpace /DeviceGray ", field("\xff", "\x00", 2, 1, 9, 5), "", nil, all, true},
		"half a Decode array":     {gray + "/Decode [1] ", field("\x00", "\xff", 2, 1, 9, 5), "", nil, all, true},
	} {
		t.Run(name, func(t *testing.T) {
			got := trimmed(t, c.entries, c.data, c.other, c.more)
			if got.Trimmed == c.unread {
				t.Fatalf("trimmed is %v", got.Trimmed)
			}
			if c.want.IsEmpty() {
				if !got.Light {
					t.Errorf("an image without ink is %v", got.Box)
				}
			} else if !sameRect(got.Box, c.want) {
				t.Errorf("%v, want %v", got.Box, c.want)
			}
		})
	}
}

// picture returns a JPEG file of 80 by 80 pixels, flat in its squares of 8. For a
// white ground it is gray.
func picture(t *testing.T, ground imagecolor.Color) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 80, 80))
	flat := image.NewGray(img.Bounds())
	for y := range 80 {
		for x := range 80 {
			c := ground
			if x >= 16 && x < 72 && y >= 8 && y < 40 {
				c = imagecolor.Black
			}
			img.Set(x, y, c)
			flat.Set(x, y, c)
		}
	}
	var out bytes.Buffer
	var err error
	if ground == imagecolor.White {
		err = jpeg.Encode(&out, flat, &jpeg.Options{Quality: 100})
	} else {
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: 100})
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Images with more pixels than anyone prints are not decoded, whether the file or
// the JPEG in it reports their number.
func TestCapsOnInk(t *testing.T) {
	huge := picture(t, imagecolor.White)
	at := bytes.Index(huge, []byte("\xff\xc0")) // SOF0: length, precision, height, width
	copy(huge[at+5:], "\xff\xff\xff\xff")
	for name, c := range map[string]struct {
		entries string
		data    []byte
	}{
		"told by the file": {"/Width 100000 /Height 100000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode ", []byte(deflate("x"))},
		"told by the JPEG": {tenByTen + "/ColorSpace /DeviceGray /Filter /DCTDecode ", huge},
		"overflowing":      {fmt.Sprintf("/Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray ", int64(1<<40), int64(1<<40)), nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := trimmed(t, c.entries, c.data, "", nil); got.Trimmed {
				t.Error("it was decoded")
			}
		})
	}
}

// All images of a document together are decoded up to a cap.
func TestCapOnInkOfADocument(t *testing.T) {
	const side = 3000
	b := builder()
	names := ""
	content := ""
	for i := range 9 {
		// Empty data: what counts is what the dictionary requires.
		names += fmt.Sprintf("/I%d %s ", i, ref(b.Stream(fmt.Sprintf("/Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray", side, side), nil)))
		content += fmt.Sprintf("/I%d Do ", i)
	}
	b.page(content, "/XObject << "+names+">>")
	doc := open(t, b.Builder)
	in := New(doc, DefaultLimits()).WithoutMargins()
	if _, err := in.Page(context.Background(), doc.Pages()[0]); err != nil {
		t.Fatal(err)
	}
	look := images{&in.run}
	if _, ok := look.raster(pdf.Value{}); ok {
		t.Error("nothing is a raster")
	}
	if in.trimmed <= maxTrimTotal {
		t.Errorf("%d pixels were counted", in.trimmed)
	}
}

// An image is not inspected unless requested.
func TestInkIsNotLookedForUnasked(t *testing.T) {
	b := builder()
	n := b.Stream("/Subtype /Image "+tenByTen+"/ColorSpace /DeviceGray", field("\xff", "\x00", 2, 1, 9, 5))
	b.page("q 100 0 0 100 100 200 cm /I Do Q", "/XObject << /I "+ref(n)+" >>")
	if got := readDoc(t, b.Builder).Images[0]; got.Trimmed || !sameRect(got.Box, upRect(100, 200, 200, 300)) {
		t.Errorf("%+v", got)
	}
}

// A rule that is painted as an inline image of one sample has no margins, however
// the sample is encoded.
func TestInkOfRules(t *testing.T) {
	b := builder()
	b.page("q 100 0 0 1 100 200 cm BI /IM true /W 1 /H 1 /BPC 1 /F /CCF ID \x26\xa0 EI Q", "")
	page := readDoc(t, b.Builder)
	if len(page.Images) != 1 || !page.Images[0].Trimmed || !sameRect(page.Images[0].Box, upRect(100, 200, 200, 201)) {
		t.Errorf("%+v", page.Images)
	}
}

// Inline images are inspected too, where no more than zlib is in the way.
func TestInkOfInlineImages(t *testing.T) {
	all, ink := upRect(100, 200, 200, 300), upRect(120, 200, 200, 300) // a fifth of it is white
	gray := string(field("\xff", "\x20", 2, 0, 10, 10))
	mask := strings.Repeat("\xc0\x3f", 10) // 1 is left out
	for name, c := range map[string]struct {
		image   string
		want    geom.Rect
		trimmed bool
	}{
		"bare":            {"/W 10 /H 10 /BPC 8 /CS /G ID " + gray, ink, true},
		"deflated":        {"/W 10 /H 10 /BPC 8 /CS /G /F /Fl ID " + deflate(gray), ink, true},
		"deflated, long":  {"/W 10 /H 10 /BPC 8 /CS /G /Filter [/FlateDecode] ID " + deflate(gray), ink, true},
		"a stencil":       {"/W 10 /H 10 /IM true ID " + mask, ink, true},
		"with parameters": {"/W 10 /H 10 /BPC 8 /CS /G /F /Fl /DP << /Predictor 15 >> ID " + deflate(gray), all, false},
		"with Decode":     {"/W 10 /H 10 /BPC 8 /CS /G /D [1 0] ID " + gray, all, false},
		"two filters":     {"/W 10 /H 10 /BPC 8 /CS /G /F [/Fl /Fl] ID " + deflate(deflate(gray)), all, false},
		"other filters":   {"/W 10 /H 10 /BPC 8 /CS /G /F /RL ID \x80", all, false},
		"too short":       {"/W 90 /H 90 /BPC 8 /CS /G /F /Fl ID " + deflate(gray), all, false},
		"indexed":         {"/W 10 /H 10 /BPC 8 /CS [/I /RGB 1 <000000ffffff>] ID " + gray, all, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := builder()
			b.page("q 100 0 0 100 100 200 cm BI "+c.image+" EI Q 0 0 10 10 re f", "")
			doc := open(t, b.Builder)
			in := New(doc, DefaultLimits()).WithoutMargins()
			p, err := in.Page(context.Background(), doc.Pages()[0])
			if err != nil || len(p.Images) != 1 || len(p.Drawings) != 1 {
				t.Fatalf("%v; %+v, %+v", err, p.Images, p.Drawings)
			}
			if x := p.Images[0]; !sameRect(x.Box, c.want) || x.Trimmed != c.trimmed {
				t.Errorf("%v, trimmed %v; want %v, %v", x.Box, x.Trimmed, c.want, c.trimmed)
			}
		})
	}
}

// Pixels that repeat another are counted alike in pieces and one by one, both ways.
func TestRepeatedPixels(t *testing.T) {
	for _, n := range []int{1, 3, 4} {
		for _, length := range []int{1, 2, 70, 200} {
			for odd := range length { // the one pixel that differs, in its last byte
				row := bytes.Repeat([]byte{7, 8, 9, 6}[:n], length)
				row[odd*n+n-1]++
				for x := range length {
					after, before := length-1-x, x
					switch {
					case x == odd:
						after, before = 0, 0
					case x < odd:
						after = odd - 1 - x
					default:
						before = x - odd - 1
					}
					if a, b := repeatsAfter(row, n, x), repeatsBefore(row, n, x); a != after || b != before {
						t.Fatalf("%d bytes a pixel, %d of %d differs: at %d %d and %d repeat it, want %d and %d", n, odd, length, x, a, b, after, before)
					}
				}
			}
		}
	}
}

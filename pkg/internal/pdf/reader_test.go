package pdf_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// What is read piece by piece is what Decode returns, time and again, however small and
// long the stream is.
func TestReadersReadWhatIsDecoded(t *testing.T) {
	for name, want := range map[string][]byte{
		"small":              []byte("500 0 d0 0 0 400 400 re f"),
		"small, but long":    bytes.Repeat([]byte{7}, 1<<20),
		"as long as a limit": bytes.Repeat([]byte{7}, 64<<10),
	} {
		v := withStream(t, "/Filter /FlateDecode", deflate(want), pdf.DefaultLimits())
		for range 2 {
			r, err := v.Open()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			r.Close()
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %d bytes are read, %v; want %d", name, len(got), err, len(want))
			}
			if got, err := v.Decode(); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %d bytes are decoded, %v; want %d", name, len(got), err, len(want))
			}
		}
	}
}

// What DecodeOwn returns may be changed: nothing else is decoded then.
func TestDecodeOwn(t *testing.T) {
	for name, want := range map[string][]byte{"small": []byte("500 0 d0 0 0 400 400 re f"), "long": noise(100 << 10)} {
		for entries, data := range map[string][]byte{"": want, "/Filter /FlateDecode": deflate(want)} {
			v := withStream(t, entries, data, pdf.DefaultLimits())
			for range 3 {
				got, err := v.DecodeOwn()
				if err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s, %q: %d bytes are decoded, %v; want %d", name, entries, len(got), err, len(want))
				}
				clear(got)
			}
			if got, err := v.Decode(); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, %q: %d bytes are decoded at last, %v; want %d", name, entries, len(got), err, len(want))
			}
		}
	}
}

// noise returns n bytes that hardly get shorter when they are encoded.
func noise(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(random.UintN(200))
	}
	return out
}

// The cap on a stream holds for one that is as small as a window.
func TestCapsOfSmallStreams(t *testing.T) {
	limits := pdf.DefaultLimits()
	limits.StreamBytes = 1000
	v := withStream(t, "/Filter /FlateDecode", deflate(make([]byte, 1001)), limits)
	var limit *pdf.LimitError
	if _, err := v.Decode(); !errors.As(err, &limit) {
		t.Errorf("decoding it: %v", err)
	}
	if _, err := v.Open(); !errors.As(err, &limit) {
		t.Errorf("opening it: %v", err)
	}
}

// The samples of an image are there whatever their checksum is; where they break off is
// damage, as in all streams.
func TestPicturesNeedNoChecksum(t *testing.T) {
	want := noise(100 << 10)
	wrong := deflate(want)
	wrong[len(wrong)-1] ^= 1
	for name, c := range map[string]struct {
		data  []byte
		whole bool
	}{
		"sound":          {deflate(want), true},
		"wrong checksum": {wrong, true},
		"cut off":        {wrong[:len(wrong)/2], false},
	} {
		v := withStream(t, "/Filter /FlateDecode", c.data, pdf.DefaultLimits())
		for range 2 {
			r, err := v.OpenPicture()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			r.Close()
			if err != nil || bytes.Equal(got, want) != c.whole || !bytes.HasPrefix(want, got) {
				t.Errorf("%s: %d bytes are read, %v", name, len(got), err)
			}
		}
	}
}

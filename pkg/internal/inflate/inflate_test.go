package inflate

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"testing"

	library "github.com/klauspost/compress/flate"
)

// decoded decodes all of in at once.
func decoded(in []byte) ([]byte, error) {
	var d Decoder
	d.Reset(in)
	out, n := make([]byte, 2*Slack), 0
	for {
		var err error
		if n, err = d.Decode(out, n); err != nil {
			return out[:n], err
		}
		out = append(out, make([]byte, len(out))...)
	}
}

// streamed decodes in through a window of the least size.
func streamed(in []byte) ([]byte, error) {
	var d Decoder
	d.Reset(in)
	var all []byte
	window, n := make([]byte, Window+Slack), 0
	for {
		before := n
		var err error
		n, err = d.Decode(window, n)
		all = append(all, window[before:n]...)
		if err != nil {
			return all, err
		}
		if n > Window {
			n = copy(window, window[n-Window:n])
		}
	}
}

// sample returns data of some kind, n bytes.
func sample(r *rand.Rand, kind, n int) []byte {
	data := make([]byte, n)
	for i := range data {
		switch kind % 5 {
		case 0: // no two alike
			data[i] = byte(r.Uint32())
		case 1: // few bytes are frequent, so that others have long codes
			data[i] = byte(min(255, r.ExpFloat64()*float64(1+kind)))
		case 2: // one byte
			data[i] = 7
		case 3: // repetitions at all distances
			if d := 1 + r.IntN(40000); i >= d {
				copy(data[i:], data[i-d:min(i-d+r.IntN(300), i)])
			}
			data[i] += byte(r.IntN(2))
		case 4: // words
			data[i] = "the baseline of a line of text"[(i+r.IntN(2))%30]
		}
	}
	return data
}

func deflated(t testing.TB, level int, data []byte) []byte {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, level)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(data)
	w.Close()
	return packed.Bytes()
}

func TestSound(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for kind := range 20 {
		for _, n := range []int{0, 1, 5, 300, 5000, 2*Window + 5000} {
			data := sample(r, kind, n)
			for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, flate.DefaultCompression} {
				packed := deflated(t, level, data)
				for name, decode := range map[string]func([]byte) ([]byte, error){"at once": decoded, "in a window": streamed} {
					if got, err := decode(append(packed[:len(packed):len(packed)], "rest"...)); err != io.EOF || !bytes.Equal(got, data) {
						t.Fatalf("kind %d, %d bytes, level %d, %s: %d bytes, %v", kind, n, level, name, len(got), err)
					}
				}
			}
		}
	}
}

// reference decodes with the standard library.
func reference(in []byte) ([]byte, error) {
	return io.ReadAll(flate.NewReader(bytes.NewReader(in)))
}

// agree reports data on which the decoder and the standard library's do not agree: on
// whether they are sound, and on what they hold. That reader looks ahead: of data that
// break off it may miss the last symbols.
func agree(t testing.TB, in []byte) {
	want, wantErr := reference(in)
	got, err := decoded(in)
	if (wantErr == nil) != (err == io.EOF) {
		t.Fatalf("% x: %v, the standard library says %v", in, err, wantErr)
	}
	if !bytes.HasPrefix(got, want) || wantErr == nil && len(got) != len(want) {
		t.Fatalf("% x: % x, the standard library reads % x", in, got, want)
	}
	if other, otherErr := streamed(in); err != otherErr || !bytes.Equal(got, other) {
		t.Fatalf("% x: in a window %d bytes and %v, at once %d bytes and %v", in, len(other), otherErr, len(got), err)
	}
}

func TestBroken(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for kind := range 5 {
		data := sample(r, kind, 300)
		for level := flate.HuffmanOnly; level <= flate.BestCompression; level++ {
			packed := deflated(t, level, data)
			for n := range packed {
				agree(t, packed[:n])
				if got, err := decoded(packed[:n]); err != io.ErrUnexpectedEOF || !bytes.HasPrefix(data, got) {
					t.Fatalf("kind %d, level %d, broken off after %d bytes: %v, %d bytes", kind, level, n, err, len(got))
				}
			}
			for range 300 {
				broken := bytes.Clone(packed)
				broken[r.IntN(len(broken))] ^= 1 << r.IntN(8)
				agree(t, broken)
			}
		}
	}
	for range 5000 {
		noise := make([]byte, r.IntN(100))
		for i := range noise {
			noise[i] = byte(r.Uint32())
		}
		agree(t, noise)
	}
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for kind := range 5 {
		f.Add(deflated(f, 6, sample(r, kind, 500)))
	}
	f.Fuzz(func(t *testing.T, in []byte) { agree(t, in) })
}

func TestRest(t *testing.T) {
	for n := range 50 {
		var d Decoder
		d.Reset(append(deflated(t, 6, bytes.Repeat([]byte("ab"), n)), "the rest of it"...))
		if _, err := d.Decode(make([]byte, 4*Slack), 0); err != io.EOF || string(d.rest()) != "the rest of it" {
			t.Errorf("%d: %v, %q", n, err, d.rest())
		}
	}
}

// BenchmarkDecode decodes data of each kind, and has the library do so beside it.
func BenchmarkDecode(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	for kind, name := range []string{"noise", "rare bytes", "one byte", "repetitions", "words"} {
		data := sample(r, kind, 100000)
		packed, out := deflated(b, 6, data), make([]byte, len(data)+Slack)
		b.Run(name+"/own", func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			var d Decoder
			for b.Loop() {
				d.Reset(packed)
				if _, err := d.Decode(out, 0); err != io.EOF {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/library", func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			source := bytes.NewReader(packed)
			reader := library.NewReader(source)
			for b.Loop() {
				source.Reset(packed)
				if err := reader.(library.Resetter).Reset(source, nil); err != nil {
					b.Fatal(err)
				}
				if _, err := io.ReadFull(reader, out[:len(data)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

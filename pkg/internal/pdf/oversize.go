package pdf

import (
	"bufio"
	"bytes"
	"context"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// Caps on the look ahead for oversized streams.
const (
	// mostDeflated is how many times its size Flate data can inflate to (RFC 1951:
	// 258 bytes from two bits).
	mostDeflated = 1032
	// mostLZW is that for LZW data: a code of 12 bits stands for 3838 bytes at most.
	mostLZW = 2560
	// maxChain caps the filters of a stream that are looked through.
	maxChain = 4
	// maxChains caps the different chains that are tried on one stream.
	maxChains = 16
	// longDict caps the bytes before a stream's data in which its filters are looked
	// for.
	longDict = 16 << 10
)

// isZlib reports whether data begins as Flate data do (RFC 1950, 2.2).
func isZlib(data []byte) bool {
	return len(data) > 1 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0
}

// isImage reports whether the word stream at that place ends the dictionary of an
// image, beyond doubt: nothing before it can be a comment or a string.
func isImage(data []byte, at int) bool {
	object := data[max(0, at-dictWindow):at]
	begin := bytes.LastIndex(object, []byte("endobj"))
	if begin < 0 {
		return false
	}
	object = object[begin+len("endobj"):]
	if bytes.ContainsAny(object, "%()") || bytes.Count(object, []byte("obj")) != 1 || len(object) == 0 || object[0] != '\n' && object[0] != '\r' {
		return false
	}
	dict := object[bytes.Index(object, []byte("obj"))+len("obj"):]
	kind := dictEntry(dict, "Subtype")
	return isType(dict, "XObject") && kind.Kind == syntax.Name && string(kind.Bytes) == "Image"
}

// inflateCounter counts what Flate data inflate to.
type inflateCounter struct {
	inflater inflater
	buf      []byte
	ranOut   bool // the last data ended before they said so, or are too short to tell
}

// beyond reports whether data begin with Flate data that inflate to more than limit
// bytes. They tell where they end themselves.
func (c *inflateCounter) beyond(ctx context.Context, data []byte, limit int64) (bool, error) {
	c.ranOut = len(data) < 2
	if !isZlib(data) {
		return false, ctx.Err()
	}
	if c.ranOut = int64(len(data))*mostDeflated <= limit; c.ranOut {
		return false, ctx.Err()
	}
	if c.inflater.open(data) != nil {
		return false, ctx.Err() // it needs a dictionary, which there is none of in PDF
	}
	if c.buf == nil {
		c.buf = make([]byte, 64<<10)
	}
	for seen := int64(0); seen <= limit; {
		n, err := c.inflater.Read(c.buf)
		seen += int64(n)
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		if err != nil {
			c.ranOut = errors.Is(err, io.ErrUnexpectedEOF)
			return false, nil
		}
	}
	return true, nil
}

// decodesBeyond reports whether the data of a stream decode to more than limit
// bytes by any of the filters that the bytes before it name, but for Flate alone.
func decodesBeyond(ctx context.Context, dict, raw []byte, limit int64) (bool, error) {
	word := []byte("Filter")
	seen := map[string]bool{}
	for before := dict; len(seen) < maxChains; {
		at := bytes.LastIndex(before, word)
		if at < 0 {
			break
		}
		chain := namedFilters(before[at+len(word):])
		before = before[:at]
		key := fmt.Sprint(chain)
		if seen[key] || len(chain) == 0 || len(chain) == 1 && chain[0].Name == filter.Flate {
			continue
		}
		seen[key] = true
		data := coded(raw, dict)
		if chainBeyond(ctx, chain, 1, data, limit) || strings.Contains(key, filter.LZW) && chainBeyond(ctx, chain, 0, data, limit) {
			return true, ctx.Err()
		}
		if ctx.Err() != nil {
			break
		}
	}
	return false, ctx.Err()
}

// coded returns the data of a stream up to the last place where they can end: the
// word behind them, or their length when it says more.
func coded(raw, dict []byte) []byte {
	end := bytes.Index(raw, []byte("endstream"))
	if end < 0 {
		end = len(raw)
	}
	for rest := dict; ; {
		at := bytes.LastIndex(rest, []byte("Length"))
		if at < 0 {
			return raw[:end]
		}
		if n := syntax.NewLexer(rest[at+len("Length"):]).Next(); n.Kind == syntax.Number && n.Num < float64(len(raw)) {
			end = max(end, int(n.Num))
		}
		rest = rest[:at]
	}
}

// namedFilters returns the filters that the value of a dictionary's entry names.
func namedFilters(value []byte) []types.PDFFilter {
	l := syntax.NewLexer(value)
	t := l.Next()
	array := t.Kind == syntax.ArrayOpen
	if array {
		t = l.Next()
	}
	var out []types.PDFFilter
	for ; t.Kind == syntax.Name && len(out) < maxChain; t = l.Next() {
		name := string(t.Bytes)
		if long := longName(types.Name(name)); long != "" {
			name = long
		}
		if out = append(out, types.PDFFilter{Name: name}); !array {
			break
		}
	}
	return out
}

// chainBeyond reports whether data decode to more than limit bytes.
func chainBeyond(ctx context.Context, chain []types.PDFFilter, early int, data []byte, limit int64) bool {
	most := int64(len(data))
	for i := range chain {
		switch chain[i].Name {
		case filter.Flate:
			most *= mostDeflated
		case filter.LZW:
			chain[i].DecodeParms = types.Dict{"EarlyChange": types.Integer(early)}
			most *= mostLZW
		case filter.RunLength:
			most *= 64
		case filter.ASCII85:
			most *= 4 // z is four zeroes
		case filter.ASCIIHex:
		default:
			return false // of images
		}
	}
	if most <= limit {
		return false
	}
	if r := unpacking(chain, data); r != nil {
		n, _ := io.Copy(io.Discard, io.LimitReader(&interruptible{ctx, r}, limit+1)) // what can be read of a damaged stream
		return n > limit
	}
	s := types.StreamDict{Dict: types.Dict{}, Raw: data, FilterPipeline: chain}
	err := guard(func() error { return s.DecodeWithLimit(limit) })
	return errors.Is(err, filter.ErrDecodeLimitExceeded)
}

// unpacking returns a reader of what data decode to, which keeps nothing of it; nil
// where there is none for one of the filters.
func unpacking(chain []types.PDFFilter, data []byte) io.Reader {
	var r io.Reader = bytes.NewReader(data)
	for _, f := range chain {
		switch f.Name {
		case filter.Flate:
			r = &lazyInflater{packed: r}
		case filter.ASCIIHex:
			r = hex.NewDecoder(&compact{r})
		case filter.ASCII85:
			r = ascii85.NewDecoder(r)
		case filter.RunLength:
			r = &runs{packed: bufio.NewReader(r)}
		default:
			return nil
		}
	}
	return r
}

// lazyInflater reads Flate data, whose head it does not read before it is asked.
type lazyInflater struct{ packed, plain io.Reader }

func (l *lazyInflater) Read(p []byte) (n int, err error) {
	if l.plain == nil {
		if l.plain, err = zlib.NewReader(l.packed); err != nil {
			return 0, err
		}
	}
	return l.plain.Read(p)
}

// compact leaves out white space.
type compact struct{ r io.Reader }

func (c *compact) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	kept := p[:0]
	for _, b := range p[:n] {
		if !syntax.IsSpace(b) {
			kept = append(kept, b)
		}
	}
	return len(kept), err
}

// runs reads run lengths (7.4.5).
type runs struct {
	packed *bufio.Reader
	left   int  // bytes of the run at hand
	same   bool // all of them are again
	again  byte
}

func (r *runs) Read(p []byte) (n int, err error) {
	for ; n < len(p); n++ {
		for r.left == 0 {
			length, err := r.packed.ReadByte()
			if err != nil || length == 128 {
				return n, io.EOF
			}
			r.left, r.same = int(length)+1, length > 128
			if r.same {
				r.left = 257 - int(length)
				r.again, _ = r.packed.ReadByte()
			}
		}
		r.left--
		if p[n] = r.again; !r.same {
			if p[n], err = r.packed.ReadByte(); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"io"

	"github.com/paperfit/paperfit/pkg/syntax"
)

// Caps on the look ahead for oversized streams.
const (
	// mostDeflated is how many times its size Flate data can inflate to (RFC 1951:
	// 258 bytes from two bits).
	mostDeflated = 1032
	// maxChain caps the filters of a stream that are looked through.
	maxChain = 4
)

// oversized reports whether the file holds a stream that could be taken for a
// cross-reference stream and inflates to more than limit bytes. pdfcpu decodes a cross-reference stream
// without asking for a limit, in one piece. Nothing is kept here:
// it is only counted, and only where so few bytes can hold so much.
func oversized(ctx context.Context, data []byte, limit int64) (bool, error) {
	if int64(len(data))*mostDeflated < limit {
		return chained(ctx, data, limit)
	}
	return anyStream(data, func(body, raw []byte, filters int) (bool, error) {
		if filters < 2 && int64(len(raw))*mostDeflated < limit || isTyped(body) {
			return false, ctx.Err()
		}
		return inflatesBeyond(ctx, raw, filters, limit)
	})
}

// chained is oversized for a file so small that only Flate data in Flate data can
// hold so much.
func chained(ctx context.Context, data []byte, limit int64) (bool, error) {
	return anyStream(data, func(body, raw []byte, filters int) (bool, error) {
		if filters < 2 || isTyped(body) {
			return false, ctx.Err()
		}
		return inflatesBeyond(ctx, raw, filters, limit)
	})
}

// anyStream reports whether some stream of the file is such. It is told by the
// object's body, the bytes up to the end of the data, and how many filters it has.
func anyStream(data []byte, such func(body, raw []byte, filters int) (bool, error)) (bool, error) {
	word := []byte("stream")
	for _, o := range scanObjects(data) {
		body := data[o.body:]
		window := body[:min(len(body), dictWindow)]
		at := bytes.Index(window, word)
		if at < 0 {
			continue
		}
		raw := bytes.TrimLeft(body[at+len(word):], "\r\n")
		if len(raw) < 2 || !isZlib(raw) {
			continue
		}
		if end := bytes.Index(raw, []byte("endstream")); end >= 0 {
			raw = raw[:end]
		}
		if yes, err := such(body, raw, filterCount(body)); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}

// isZlib reports whether data begins as Flate data do (RFC 1950, 2.2).
func isZlib(data []byte) bool {
	return data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0
}

// isTyped reports whether the dictionary that body begins with says what the
// stream is, and that is no cross-reference stream: images, metadata, files.
func isTyped(body []byte) bool {
	return dictEntry(body, "Type").Kind == syntax.Name && !isType(body, "XRef")
}

// filterCount returns the number of filters of the stream whose dictionary body
// begins with.
func filterCount(body []byte) int {
	if dictEntry(body, "Filter").Kind != syntax.ArrayOpen {
		return 1
	}
	rest := body[:min(len(body), dictWindow)]
	at := bytes.Index(rest, []byte("/Filter"))
	if at < 0 {
		return 1
	}
	rest = rest[at:]
	end := bytes.IndexByte(rest, ']')
	if end < 0 {
		return 1
	}
	return min(maxChain, bytes.Count(rest[:end], []byte("/"))-1)
}

// inflatesBeyond reports whether data inflate to more than limit bytes, by so many
// filters one after the other.
func inflatesBeyond(ctx context.Context, data []byte, filters int, limit int64) (bool, error) {
	var r io.Reader = bytes.NewReader(data)
	for range max(filters, 1) {
		next, err := zlib.NewReader(r)
		if err != nil {
			break // another filter, which grows less
		}
		r = next
	}
	var seen int64
	for buf := make([]byte, 64<<10); seen <= limit; {
		n, err := r.Read(buf)
		seen += int64(n)
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		if err != nil {
			break
		}
	}
	return seen > limit, nil
}

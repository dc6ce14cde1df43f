package pdf

import (
	"bytes"
	"context"
	"io"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// lookAhead looks for oversized streams. What it has seen of a file it remembers for
// the next attempt to open it, of which data only grow.
type lookAhead struct {
	from  int // where streams begin that were not looked at to their ends
	large bool
}

// oversized reports whether the file holds a stream that decodes to more than limit
// bytes. pdfcpu takes any stream to which the file's end or a table points for a
// cross-reference stream, whatever its Type, and decodes it in one piece, to 512 MB;
// images alone it leaves. What the objects are is not known before there is a table:
// so at every word "stream" the bytes behind it are looked at.
func (l *lookAhead) oversized(ctx context.Context, data []byte, limit int64) (bool, error) {
	word := []byte("stream")
	var counter inflateCounter
	end, open := l.from, -1 // the first stream that the end of the data may have cut off
	for !l.large {
		next := bytes.Index(data[end:], word)
		if next < 0 {
			break
		}
		at := end + next
		end = at + len(word)
		if bytes.HasSuffix(data[:at], []byte("end")) || isImage(data, at) {
			continue
		}
		raw := bytes.TrimLeft(data[end:], " \t\r\n")
		dict := data[max(0, at-longDict):at]
		beyond, err := counter.beyond(ctx, raw, limit)
		if !beyond && err == nil {
			beyond, err = decodesBeyond(ctx, dict, raw, limit)
		}
		if err != nil {
			return false, err
		}
		l.large = beyond
		if open < 0 && (counter.ranOut || isCutOff(dict, raw)) {
			open = at
		}
	}
	if l.from = open; open < 0 {
		l.from = max(end, len(data)-len(word))
	}
	return l.large, ctx.Err()
}

// isCutOff reports whether the data of a stream may go on behind the file's end.
func isCutOff(dict, raw []byte) bool {
	if !bytes.Contains(raw, []byte("endstream")) {
		return true
	}
	for {
		at := bytes.LastIndex(dict, []byte("Length"))
		if at < 0 {
			return false
		}
		if n := syntax.NewLexer(dict[at+len("Length"):]).Next(); n.Kind == syntax.Number && n.Num >= float64(len(raw)) {
			return true
		}
		dict = dict[:at]
	}
}

// interruptible is a reader that ends with a context.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read reads, unless the context has ended.
func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}

package batch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
)

// endless is an object without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// TestObjectsAreReadWithinBounds: one that never ends is refused, one that is not
// there says so, and none is opened before it is read.
func TestObjectsAreReadWithinBounds(t *testing.T) {
	const room = 1 << 20
	read := func(r io.Reader, err error) ([]byte, error) {
		opened := false
		in := Object("store://a/\x1b.pdf", 0, func() (io.ReadCloser, error) {
			opened = true
			return io.NopCloser(r), err
		})
		if opened || in.Path != `store://a/\x1b.pdf` {
			t.Errorf("the input %q is opened: %v", in.Path, opened)
		}
		return in.ReadWithin(context.Background(), Limits{MaxMemory: room})
	}
	if data, err := read(strings.NewReader("%PDF-"), nil); err != nil || !bytes.Equal(data, []byte("%PDF-")) {
		t.Errorf("an object reads as %q, %v", data, err)
	}
	if _, err := read(endless{}, nil); !strings.Contains(errorText(err), "larger than") {
		t.Errorf("an endless object: %v", err)
	}
	if _, err := read(nil, fs.ErrNotExist); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing object has no sentence: %v", err)
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

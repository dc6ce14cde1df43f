package pdf

import "testing"

// Small streams that are more than is kept push out those before, and are kept instead.
func TestSmallStreamsAreKeptAnew(t *testing.T) {
	const more = maxSmallStreams/maxSmallData + 1
	var s smallStreams
	data := make([]byte, maxSmallData)
	coded := make([][]byte, more)
	for i := range coded {
		coded[i] = []byte{byte(i)}
		s.put(coded[i], data)
		if _, ok := s.get(coded[i]); !ok || s.bytes > maxSmallStreams {
			t.Fatalf("after %d streams: kept %t, %d bytes", i+1, ok, s.bytes)
		}
	}
	if _, ok := s.get(coded[0]); ok {
		t.Error("the first stream is kept beyond the cap")
	}
}

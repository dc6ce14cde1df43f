package form

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestSpool: what is kept comes back, packed or not; much of the same takes little.
func TestSpool(t *testing.T) {
	for _, lines := range []int{0, 1, 100, 100_000} {
		var s Spool
		var want strings.Builder
		for i := range lines {
			line := fmt.Sprintf("%d %s\n", i, strings.Repeat("a line of a report ", 5))
			want.WriteString(line)
			if _, err := s.Write([]byte(line)); err != nil {
				t.Fatal(err)
			}
		}
		if (s.packer != nil) != (want.Len() > maxPlain) || len(s.packed)*pieceBytes > max(1, want.Len()/5) {
			t.Errorf("%d bytes are kept in %d pieces", want.Len(), len(s.packed))
		}
		var got bytes.Buffer
		if n, err := s.WriteTo(&got); err != nil || n != int64(want.Len()) || got.String() != want.String() {
			t.Errorf("%d bytes come back of %d, %v", n, want.Len(), err)
		}
	}
}

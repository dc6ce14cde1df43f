package pdf

import (
	"bytes"
	"errors"
	"testing"
)

// TestKeysOfOddLengths: a key that is none for the file's methods is an error before
// anything is encrypted; with any other, what is encrypted comes back.
func TestKeysOfOddLengths(t *testing.T) {
	data := []byte("a string of the file")
	for _, m := range []method{inClear, byRC4, byAES128, byAES256} {
		for n := range 40 {
			c := &fileCipher{key: make([]byte, n), strings: inClear, streams: m}
			_, err := (&Document{cipher: c}).updateCipher()
			sound := m < byAES128 || m == byAES128 && n >= 11 || m == byAES256 && (n == 16 || n == 24 || n == 32)
			if sound != (err == nil) || err != nil && !errors.Is(err, errCipher) {
				t.Errorf("method %d, %d bytes: %v", m, n, err)
			}
			if err != nil {
				continue
			}
			if got := c.decrypt(m, 7, 0, c.stream(7, 0, data)); !bytes.Equal(got, data) {
				t.Errorf("method %d, %d bytes: %q comes back", m, n, got)
			}
		}
	}
}

package outline

import "testing"

func TestDecrypt(t *testing.T) {
	const text = "dup /Private 8 dict dup begin\xff\x80\x00"
	for n := range len(text) + 1 {
		cipher := encrypt([]byte(text[:n]), eexecKey, 0)
		plain := make([]byte, n)
		if decrypt(plain, cipher, eexecKey); string(plain) != text[:n] {
			t.Errorf("%d bytes decrypt to %q, want %q", n, plain, text[:n])
		}
	}
}

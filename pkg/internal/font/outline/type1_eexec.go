package outline

import (
	"bytes"
	"encoding/binary"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// PFB segment headers (Adobe TN 5040): a mark, a kind and a length.
const (
	pfbMark   = 0x80
	pfbText   = 1
	pfbBinary = 2
)

// The keys of Adobe Type 1 Font Format, 7.1 and 7.3.
const (
	cipherC1      = 52845
	cipherC2      = 22719
	eexecKey      = 55665
	charstringKey = 4330
	eexecSkip     = 4 // random bytes before the encrypted portion's text
)

// splitType1 returns a Type 1 program's clear text and its private portion, decrypted
// in its place. Lengths that a PDF or PFB states are not relied on: the word eexec is.
func splitType1(data []byte) (clear, private []byte) {
	data = joinPFB(data)
	at := findEexec(data)
	if at < 0 {
		return data, data // some producers leave everything in the clear
	}
	clear, rest := data[:at], data[at:]
	if isText(rest[:min(len(rest), eexecProbe)]) && bytes.Contains(rest, charStringsKey) {
		return clear, rest
	}
	return clear, decryptEexec(rest)
}

var charStringsKey = []byte("/CharStrings")

// findEexec returns the position after the word eexec, or -1. Fonts may mention
// it before they run it, as "/eexec known": the one after currentfile is meant,
// or else the first that stands as a word of its own.
func findEexec(data []byte) int {
	found := -1
	for at := 0; ; {
		next := bytes.Index(data[at:], eexecWord)
		if next < 0 {
			return found
		}
		before := bytes.TrimRight(data[at:at+next], " \t\r\n")
		alone := at+next == 0 || len(before) < next
		at += next + len(eexecWord)
		if bytes.HasSuffix(before, []byte("currentfile")) {
			return at
		}
		if found < 0 && alone {
			found = at
		}
	}
}

var eexecWord = []byte("eexec")

// joinPFB takes the segment headers out of a PFB file; other data is returned
// as it is.
func joinPFB(data []byte) []byte {
	if len(data) < 6 || data[0] != pfbMark || data[1] != pfbText {
		return data
	}
	out := make([]byte, 0, len(data))
	for len(data) >= 6 && data[0] == pfbMark && (data[1] == pfbText || data[1] == pfbBinary) {
		n := position(binary.LittleEndian.Uint32(data[2:]))
		data = data[6:]
		n = min(n, len(data))
		out, data = append(out, data[:n]...), data[n:]
	}
	return out
}

// decryptEexec decrypts what follows the word eexec (7.2). White space ends the
// word, and one of CR, LF, CR LF, tabs and blanks is not distinguished from ciphertext
// by all producers: the reading that gives text counts.
func decryptEexec(data []byte) []byte {
	usual := countSpace(data)
	for _, skip := range [4]int{usual, 0, 1, 2} {
		cipher := data[min(skip, len(data)):]
		if isHex(cipher) && decryptsToText(cipher, true) {
			return decryptFrom(cipher, true)
		}
		if decryptsToText(cipher, false) {
			return decryptFrom(cipher, false)
		}
	}
	return decryptFrom(data[usual:], isHex(data[usual:]))
}

// decryptsToText reports whether the beginning of data, which stays as it is, is text
// once it is decrypted.
func decryptsToText(data []byte, hex bool) bool {
	var probe [eexecProbe]byte
	return isText(decryptFrom(probe[:copy(probe[:], data)], hex))
}

func countSpace(data []byte) int {
	n := 0
	for n < len(data) && isSpace(data[n]) && data[n] != 0 {
		n++
	}
	return n
}

// decryptFrom decrypts data in their place.
func decryptFrom(data []byte, hex bool) []byte {
	if hex {
		data = unhex(data)
	}
	decrypt(data, data, eexecKey)
	return data[min(eexecSkip, len(data)):]
}

// eexecProbe is how much of the private portion is decrypted to see whether it
// is text; it begins with something like "dup /Private 8 dict dup begin".
const eexecProbe = 48

func isText(data []byte) bool {
	for _, c := range data {
		if (c < ' ' || c > '~') && !isSpace(c) {
			return false
		}
	}
	return len(data) > 0
}

// isHex distinguishes the two forms of the encrypted portion as 7.2 does: at least
// one of the first four bytes of the binary form is not a hexadecimal digit.
func isHex(data []byte) bool {
	if len(data) < 4 {
		return false
	}
	for _, c := range data[:4] {
		if syntax.HexDigit(c) < 0 {
			return false
		}
	}
	return true
}

// unhex decodes hexadecimal digits, in their place, up to the first byte that is neither
// one nor white space.
func unhex(data []byte) []byte {
	out := data[:0]
	half := -1
	for _, c := range data {
		d := syntax.HexDigit(c)
		switch {
		case d < 0 && isSpace(c):
		case d < 0:
			return out
		case half < 0:
			half = d
		default:
			out = append(out, byte(half<<4|d))
			half = -1
		}
	}
	return out
}

// decrypt undoes the cipher of 7.1 for all of src, which dst may be. The key of a byte
// depends on all bytes before it: two are taken in one step, as each waits for the one
// before. What a key has beyond 16 bits changes none of these.
func decrypt(dst, src []byte, key uint16) {
	dst = dst[:len(src)]
	r, i := uint32(key), 0
	for ; i < len(src)-1; i += 2 {
		a, b := src[i], src[i+1]
		one := uint32(a)*cipherC1 + cipherC2
		two := (one+uint32(b))*cipherC1 + cipherC2
		dst[i], dst[i+1] = a^byte(r>>8), b^byte((r*cipherC1+one)>>8)
		r = r*twiceC1 + two
	}
	if i < len(src) {
		dst[i] = src[i] ^ byte(r>>8)
	}
}

// twiceC1 is what a key is multiplied by in two steps.
const twiceC1 = cipherC1 * cipherC1 & (1<<32 - 1)

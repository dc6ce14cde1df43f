package outline

import "sync"

// standardNames returns Adobe StandardEncoding: the name of each code, "" for
// .notdef.
var standardNames = sync.OnceValue(func() *[256]string {
	enc := new([256]string)
	for code := range enc {
		enc[code] = standardName(byte(code))
	}
	return enc
})

// standardName returns the name of a code in StandardEncoding.
func standardName(code byte) string {
	if sid := standardSID(code); sid > 0 {
		return standardString(sid)
	}
	return ""
}

// standardRuns are the codes of StandardEncoding in stretches: the standard
// strings 1 to 149 are its characters in the order of their codes (TN 5176,
// appendices A and B).
var standardRuns = [...]struct{ first, last byte }{
	{32, 126}, {161, 175}, {177, 180}, {182, 189}, {191, 191}, {193, 200}, {202, 203},
	{205, 208}, {225, 225}, {227, 227}, {232, 235}, {241, 241}, {245, 245}, {248, 251},
}

// standardSID returns the standard string of a code, 0 (.notdef) for none.
func standardSID(code byte) int {
	sid := 1
	for _, r := range standardRuns {
		if code < r.first {
			return 0
		}
		if code <= r.last {
			return sid + int(code-r.first)
		}
		sid += int(r.last-r.first) + 1
	}
	return 0
}

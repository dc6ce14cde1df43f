package pdf

import (
	"bytes"
	"crypto/md5"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// userEntry returns the U entry of revision 3 and later for a key (algorithm 5).
func userEntry(s *security, key []byte) []byte {
	sum := md5.Sum(append(slices.Clone(padding), s.id...))
	data := sum[:]
	for i := range rounds {
		data = arcfour(key, data, byte(i))
	}
	return append(data, make([]byte, 16)...)
}

// TestFileKeys: the key is found here, without pdfcpu's help, where the dictionary
// leaves out its length, where the empty password is the owner's, and where metadata
// are in clear.
func TestFileKeys(t *testing.T) {
	for name, test := range map[string]struct {
		version, revision, bytes int
		dict                     types.Dict
		owner, clear             bool
	}{
		"40 bits":           {1, 3, 5, types.Dict{}, false, false},
		"128 bits, no size": {2, 3, 16, types.Dict{}, false, false},
		"96 bits":           {2, 3, 12, types.Dict{"Length": types.Integer(96)}, false, false},
		"12 bytes":          {2, 3, 12, types.Dict{"Length": types.Integer(12)}, false, false},
		"owner":             {2, 3, 16, types.Dict{"Length": types.Integer(128)}, true, false},
		"clear metadata":    {4, 4, 16, types.Dict{}, false, true},
	} {
		s := &security{revision: test.revision, o: bytes.Repeat([]byte("o"), 32), permissions: 0xfffffffc, id: []byte("an identifier"), clearMetadata: test.clear}
		password := padding
		if test.owner {
			password = s.userPassword(test.bytes)
		}
		material := slices.Concat(password, s.o, []byte{0xfc, 0xff, 0xff, 0xff}, s.id) // algorithm 2
		if test.clear {
			material = append(material, 0xff, 0xff, 0xff, 0xff)
		}
		sum := md5.Sum(material)
		for range rehashes {
			sum = md5.Sum(sum[:test.bytes])
		}
		want := sum[:test.bytes]
		s.u = userEntry(s, want)
		if got := s.key(Value{doc: &Document{}, obj: test.dict}, test.version); !bytes.Equal(got, want) {
			t.Errorf("%s: the key is %x, want %x", name, got, want)
		}
	}
}

package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"slices"
)

// errSecurity means that a file cannot be decrypted with the empty password.
var errSecurity = errors.New("not decrypted")

// padding fills up passwords (algorithm 2); the empty one is all padding.
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// security is what the standard security handler needs of an encryption
// dictionary (7.6.4).
type security struct {
	revision      int
	o, u, oe, ue  []byte
	permissions   uint32
	id            []byte
	clearMetadata bool
}

// readSecurity reads an encryption dictionary and finds the file's key: the empty
// password is the user's or the owner's. Entries that viewers do without may be
// missing; usual is the method of crypt filters that are not defined.
func readSecurity(e Value, id []byte, usual method) (*fileCipher, error) {
	version := e.Key("V").Int()
	if name := e.Key("Filter").Name(); name != "Standard" && name != "" || version < 1 || version > 5 {
		return nil, errSecurity
	}
	flag, given := e.Key("EncryptMetadata").obj, !e.Key("EncryptMetadata").IsNull()
	s := &security{
		revision: e.Key("R").Int(), id: id, clearMetadata: given && flag != nil && !e.Key("EncryptMetadata").Bool(),
		o: e.Key("O").Bytes(), u: e.Key("U").Bytes(), oe: e.Key("OE").Bytes(), ue: e.Key("UE").Bytes(),
		permissions: uint32(int64(e.Key("P").NumberOr(0))),
	}
	key := s.key(e, version)
	if key == nil {
		return nil, errSecurity
	}
	c := &fileCipher{key: key, strings: byRC4, streams: byRC4, clearMetadata: s.clearMetadata, permissions: s.permissions}
	if version >= 4 {
		c.named = func(name string) method { return filterMethod(e, name, usual) }
		c.strings, c.streams = c.named(e.Key("StrF").Name()), c.named(e.Key("StmF").Name())
	}
	return c, nil
}

// key returns the file's key, nil when the empty password does not open it.
func (s *security) key(e Value, version int) []byte {
	if version == 5 || s.revision >= 5 {
		return s.longKey()
	}
	if len(s.o) < len(padding) || len(s.u) < md5.Size {
		return nil
	}
	for _, n := range keyLengths(e, version) {
		if key := s.userKey(padding, n); s.opens(key) {
			return key
		}
		if key := s.userKey(s.userPassword(n), n); s.opens(key) {
			return key
		}
	}
	return nil
}

// keyLengths returns the lengths in bytes that the key may have, the likeliest
// first. Writers leave out the length, and give it in bytes or in bits.
func keyLengths(e Value, version int) []int {
	const least, most = 5, 16
	var out []int
	add := func(n int) {
		if n > most {
			n /= 8
		}
		if n >= least && n <= most && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if version > 1 {
		add(e.Key("Length").Int())
	}
	if version == 4 {
		add(e.Key("CF").Key(e.Key("StmF").Name()).Key("Length").Int())
		add(most)
	}
	add(least)
	add(most)
	return out
}

// rehash hashes a key again as revisions from 3 on do.
const rehashes = 50

func (s *security) rehash(key []byte, n int) []byte {
	if s.revision >= 3 {
		for range rehashes {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	return key[:n]
}

// userKey returns the file's key by a padded user password (algorithm 2).
func (s *security) userKey(password []byte, n int) []byte {
	h := md5.New()
	h.Write(password)
	h.Write(s.o[:len(padding)])
	h.Write(binary.LittleEndian.AppendUint32(nil, s.permissions))
	h.Write(s.id)
	if s.revision >= 4 && s.clearMetadata {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	return s.rehash(h.Sum(nil), n)
}

// opens reports whether the key is the file's (algorithms 4 to 6).
func (s *security) opens(key []byte) bool {
	if s.revision < 3 {
		return bytes.Equal(arcfour(key, padding, 0), s.u[:min(len(s.u), len(padding))])
	}
	sum := md5.Sum(append(slices.Clone(padding), s.id...))
	data := sum[:]
	for i := range rounds {
		data = arcfour(key, data, byte(i))
	}
	return bytes.Equal(data, s.u[:md5.Size])
}

// rounds is how often revisions from 3 on encrypt a password.
const rounds = 20

// userPassword returns the padded user password by the empty owner's (algorithm 7).
func (s *security) userPassword(n int) []byte {
	sum := md5.Sum(padding)
	key, data := s.rehash(sum[:], n), s.o[:len(padding)]
	if s.revision < 3 {
		return arcfour(key, data, 0)
	}
	for i := rounds - 1; i >= 0; i-- {
		data = arcfour(key, data, byte(i))
	}
	return data
}

// arcfour encrypts or decrypts by RC4; each byte of the key is first combined with
// x.
func arcfour(key, data []byte, x byte) []byte {
	mixed := make([]byte, len(key))
	for i := range key {
		mixed[i] = key[i] ^ x
	}
	stream, err := rc4.NewCipher(mixed)
	if err != nil {
		panic(err) // keys are made here, of 5 to 16 bytes
	}
	out := make([]byte, len(data))
	stream.XORKeyStream(out, data)
	return out
}

// Parts of the U and O entries of revisions 5 and 6.
const (
	hashBytes = 32
	saltBytes = 8
	longBytes = hashBytes + 2*saltBytes
)

// longKey returns the key of revisions 5 and 6 (algorithm 2.A).
func (s *security) longKey() []byte {
	if len(s.u) < longBytes {
		return nil
	}
	u := s.u[:longBytes]
	if key := s.longKeyIn(u, s.ue, nil); key != nil {
		return key
	}
	if len(s.o) < longBytes {
		return nil
	}
	return s.longKeyIn(s.o[:longBytes], s.oe, u)
}

// longKeyIn returns the key that an entry holds, nil when its password is not the
// empty one.
func (s *security) longKeyIn(entry, wrapped, user []byte) []byte {
	check, keySalt := entry[hashBytes:hashBytes+saltBytes], entry[hashBytes+saltBytes:]
	if len(wrapped) < hashBytes || !bytes.Equal(s.hash(check, user), entry[:hashBytes]) {
		return nil
	}
	block, err := aes.NewCipher(s.hash(keySalt, user))
	if err != nil {
		return nil
	}
	key := make([]byte, hashBytes)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(key, wrapped[:hashBytes])
	return key
}

// hash hashes the empty password (algorithm 2.B; revision 5: plain SHA-256).
func (s *security) hash(salt, user []byte) []byte {
	sum := sha256.Sum256(slices.Concat(salt, user))
	k := sum[:]
	if s.revision < 6 {
		return k
	}
	const leastRounds, repeats = 64, 64
	for i := 0; ; i++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			panic(err) // the key has 16 bytes
		}
		e := bytes.Repeat(slices.Concat(k, user), repeats)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		k = hashBy(e)
		// The last byte of e ends this some rounds after the 64th.
		if i >= leastRounds-1 && int(e[len(e)-1]) <= i-leastRounds/2+1 {
			return k[:hashBytes]
		}
	}
}

// hashBy hashes data by the function that its first 16 bytes choose.
func hashBy(e []byte) []byte {
	sum := 0
	for _, b := range e[:16] {
		sum += int(b) // 256 leaves 1 when divided by 3
	}
	switch sum % 3 {
	case 0:
		h := sha256.Sum256(e)
		return h[:]
	case 1:
		h := sha512.Sum384(e)
		return h[:]
	}
	h := sha512.Sum512(e)
	return h[:]
}

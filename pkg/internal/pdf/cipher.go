package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rand"
	"errors"
	"slices"
)

// method is how strings or streams of a file are encrypted (7.6.3.1).
type method uint8

const (
	inClear method = iota
	byRC4
	byAES128
	byAES256
)

// fileCipher encrypts and decrypts the strings and streams of a file.
type fileCipher struct {
	key              []byte
	strings, streams method
	clearMetadata    bool                // metadata streams are in clear
	named            func(string) method // of a crypt filter; nil: the file has none
	permissions      uint32
}

// updateCipher returns the cipher of the file, nil when it is in the clear.
func (d *Document) updateCipher() (*fileCipher, error) {
	if d.cipher != nil {
		return d.cipher, d.cipher.check()
	}
	if d.frame.encrypt == nil && (d.ctx == nil || d.ctx.E == nil) {
		return nil, nil
	}
	if d.frame.encrypt == nil || d.ctx == nil || len(d.ctx.EncKey) == 0 {
		return nil, errCipher
	}
	dict := d.resolve(*d.frame.encrypt)
	c := &fileCipher{key: d.ctx.EncKey, strings: byRC4, streams: byRC4}
	if dict.Key("V").Int() >= 4 {
		c.strings, c.streams = filterMethod(dict, dict.Key("StrF").Name(), byAES128), filterMethod(dict, dict.Key("StmF").Name(), byAES128)
	}
	return c, c.check()
}

var errCipher = errors.New("the file is encrypted in a way that nothing can be added to it; save it without encryption")

// check returns an error where the file's key is none for its methods, which nothing
// can be encrypted by then.
func (c *fileCipher) check() error {
	for _, m := range []method{c.strings, c.streams} {
		var key []byte
		switch m {
		case byAES128:
			key = c.objectKey(0, 0, true)
		case byAES256:
			key = c.key
		default:
			continue
		}
		if _, err := aes.NewCipher(key); err != nil {
			return errCipher
		}
	}
	return nil
}

// filterMethod returns the method of a crypt filter (7.6.6). One that the file does
// not define is AES of 256 bits where its version knows nothing else, or the usual one.
func filterMethod(encrypt Value, name string, usual method) method {
	if name == "" || name == "Identity" {
		return inClear
	}
	switch encrypt.Key("CF").Key(name).Key("CFM").Name() {
	case "V2":
		return byRC4
	case "AESV2":
		return byAES128
	case "AESV3":
		return byAES256
	case "None":
		return inClear
	}
	if encrypt.Key("V").Int() == 5 {
		return byAES256
	}
	return usual
}

func (c *fileCipher) str(number, generation int, data []byte) []byte {
	return c.encrypt(c.strings, number, generation, data)
}

func (c *fileCipher) stream(number, generation int, data []byte) []byte {
	return c.encrypt(c.streams, number, generation, data)
}

func (c *fileCipher) encrypt(m method, number, generation int, data []byte) []byte {
	switch m {
	case byRC4:
		return arcfour(c.objectKey(number, generation, false), data, 0)
	case byAES128:
		return encryptAES(c.objectKey(number, generation, true), data)
	case byAES256:
		return encryptAES(c.key, data)
	}
	return data
}

// decrypt is the inverse of encrypt. Of what is not a whole number of blocks the
// whole ones are decrypted.
func (c *fileCipher) decrypt(m method, number, generation int, data []byte) []byte {
	switch m {
	case byRC4:
		return arcfour(c.objectKey(number, generation, false), data, 0)
	case byAES128:
		return decryptAES(c.objectKey(number, generation, true), data)
	case byAES256:
		return decryptAES(c.key, data)
	}
	return data
}

// objectKey returns the key of one object (algorithm 1).
func (c *fileCipher) objectKey(number, generation int, salted bool) []byte {
	material := append(slices.Clone(c.key), byte(number), byte(number>>8), byte(number>>16), byte(generation), byte(generation>>8))
	if salted {
		material = append(material, "sAlT"...)
	}
	sum := md5.Sum(material)
	return sum[:min(len(c.key)+5, len(sum))]
}

// encryptAES encrypts in CBC mode behind a random vector, padded (7.6.3.1).
func encryptAES(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // check has looked at the key
	}
	pad := aes.BlockSize - len(data)%aes.BlockSize
	out := make([]byte, aes.BlockSize, 2*aes.BlockSize+len(data))
	rand.Read(out) // never fails
	out = append(append(out, data...), bytes.Repeat([]byte{byte(pad)}, pad)...)
	cipher.NewCBCEncrypter(block, out[:aes.BlockSize]).CryptBlocks(out[aes.BlockSize:], out[aes.BlockSize:])
	return out
}

// decryptAES decrypts what encryptAES has encrypted.
func decryptAES(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	whole := len(data) - len(data)%aes.BlockSize
	out := make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:whole])
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize {
		out = out[:len(out)-pad]
	}
	return out
}

package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rand"
	"crypto/rc4"
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

// updateCipher encrypts what is added to an encrypted file.
type updateCipher struct {
	key              []byte
	strings, streams method
}

// updateCipher returns the cipher of the file, nil when it is in the clear.
func (d *Document) updateCipher() (*updateCipher, error) {
	if d.ctx.E == nil && d.ctx.Encrypt == nil {
		return nil, nil
	}
	if d.ctx.Encrypt == nil || len(d.ctx.EncKey) == 0 {
		return nil, errors.New("the file is encrypted in a way that nothing can be added to it; save it without encryption")
	}
	dict := d.resolve(*d.ctx.Encrypt)
	c := &updateCipher{key: d.ctx.EncKey, strings: byRC4, streams: byRC4}
	if dict.Key("V").Int() >= 4 {
		c.strings, c.streams = filterMethod(dict, "StrF"), filterMethod(dict, "StmF")
	}
	return c, nil
}

// filterMethod returns the method of a crypt filter (7.6.6).
func filterMethod(encrypt Value, use string) method {
	switch encrypt.Key("CF").Key(encrypt.Key(use).Name()).Key("CFM").Name() {
	case "V2":
		return byRC4
	case "AESV2":
		return byAES128
	case "AESV3":
		return byAES256
	}
	return inClear
}

func (c *updateCipher) str(number, generation int, data []byte) []byte {
	return c.encrypt(c.strings, number, generation, data)
}

func (c *updateCipher) stream(number, generation int, data []byte) []byte {
	return c.encrypt(c.streams, number, generation, data)
}

func (c *updateCipher) encrypt(m method, number, generation int, data []byte) []byte {
	switch m {
	case byRC4:
		stream, err := rc4.NewCipher(c.objectKey(number, generation, false))
		if err != nil {
			panic(err) // the key is made here, of 5 to 16 bytes
		}
		out := make([]byte, len(data))
		stream.XORKeyStream(out, data)
		return out
	case byAES128:
		return encryptAES(c.objectKey(number, generation, true), data)
	case byAES256:
		return encryptAES(c.key, data)
	}
	return data
}

// objectKey returns the key of one object (algorithm 1).
func (c *updateCipher) objectKey(number, generation int, salted bool) []byte {
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
		panic(err) // pdfcpu has read the file with this key
	}
	pad := aes.BlockSize - len(data)%aes.BlockSize
	out := make([]byte, aes.BlockSize, 2*aes.BlockSize+len(data))
	rand.Read(out) // never fails
	out = append(append(out, data...), bytes.Repeat([]byte{byte(pad)}, pad)...)
	cipher.NewCBCEncrypter(block, out[:aes.BlockSize]).CryptBlocks(out[aes.BlockSize:], out[aes.BlockSize:])
	return out
}

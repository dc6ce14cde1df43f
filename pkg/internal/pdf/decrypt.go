package pdf

import (
	"crypto/aes"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// decrypt decrypts all objects of an encrypted file but those in object streams,
// which are decrypted with the streams.
func (r *regular) decrypt() error {
	if r.encrypt == nil {
		return nil
	}
	own := 0 // the number of the encryption dictionary, which is in clear
	if ref, ok := r.encrypt.(types.IndirectRef); ok {
		own = int(ref.ObjectNumber)
	}
	if err := r.parseAll(); err != nil {
		return err
	}
	c, err := readSecurity(Value{doc: r.doc, obj: r.resolve(r.encrypt)}, r.id(), r.usualMethod())
	if err != nil {
		return err
	}
	r.cipher = c
	t := r.out
	plain := make([]types.Object, len(t.slots)) // not in place: references are resolved meanwhile
	err = r.inParallel(len(t.slots), objectsPerLook, func(i int) error {
		if s := &t.slots[i]; s.offset != 0 {
			if plain[i] = t.all[i]; s.number != own {
				plain[i] = r.decrypted(s, t.all[i], 0)
			}
		}
		return nil
	})
	t.all = plain
	return err
}

// parseAll parses all objects but those in object streams.
func (r *regular) parseAll() error {
	t := r.out
	for i := range t.slots {
		if s := &t.slots[i]; s.offset != 0 {
			if err := r.tolerate(s, r.finish); err != nil {
				return err
			}
		}
	}
	all := make([]types.Object, len(t.slots))
	err := r.inParallel(len(t.slots), objectsPerLook, func(i int) error {
		return r.tolerate(&t.slots[i], func(s *slot) (err error) {
			if s.offset != 0 && s.kind != lost {
				all[i], err = t.parse(s, t.data[s.from:s.end])
			}
			return err
		})
	})
	t.all = all
	return err
}

// resolve follows references to objects outside of object streams, which are not
// unpacked yet.
func (r *regular) resolve(o types.Object) types.Object { return r.doc.resolve(o).obj }

// id returns the first string of the file's identifier, nil where there is none.
func (r *regular) id() []byte {
	if len(r.frame.id) == 0 {
		return nil
	}
	return Value{obj: r.resolve(r.frame.id[0])}.Bytes()
}

// usualMethod returns the method of a crypt filter that the file does not define:
// AES where all streams consist of whole blocks.
func (r *regular) usualMethod() method {
	for _, o := range r.out.all {
		sd, ok := o.(types.StreamDict)
		if ok && len(sd.Raw)%aes.BlockSize != 0 && r.resolve(sd.Dict["Type"]) != types.Name("XRef") {
			return byRC4
		}
	}
	return byAES128
}

// decrypted returns the object of a slot, or one within it, decrypted.
func (r *regular) decrypted(s *slot, o types.Object, depth int) types.Object {
	if depth > r.limits.MaxRecursionDepth {
		return nil
	}
	switch o := o.(type) {
	case types.StringLiteral, types.HexLiteral:
		data := r.cipher.decrypt(r.cipher.strings, s.number, s.generation, Value{obj: o}.Bytes())
		return types.HexLiteral(fmt.Sprintf("%x", data))
	case types.Array:
		out := make(types.Array, len(o))
		for i := range o {
			out[i] = r.decrypted(s, o[i], depth+1)
		}
		return out
	case types.Dict:
		out := types.NewDict()
		for key, value := range o {
			out[key] = r.decrypted(s, value, depth+1)
		}
		return out
	case types.StreamDict:
		return r.decryptedStream(s, o, depth)
	}
	return o
}

func (r *regular) decryptedStream(s *slot, sd types.StreamDict, depth int) types.Object {
	kind, _ := r.resolve(sd.Dict["Type"]).(types.Name)
	if kind == "XRef" {
		return sd
	}
	sd.Dict, _ = r.decrypted(s, sd.Dict, depth).(types.Dict)
	m := r.cipher.streams
	if name, ok := cryptFilter(sd.Dict, r.resolve); ok && r.cipher.named != nil {
		m = r.cipher.named(name)
	} else if kind == "Metadata" && r.cipher.clearMetadata {
		m = inClear
	}
	sd.Raw = r.cipher.decrypt(m, s.number, s.generation, sd.Raw)
	if sd.Raw == nil {
		sd.Raw = []byte{}
	}
	return sd
}

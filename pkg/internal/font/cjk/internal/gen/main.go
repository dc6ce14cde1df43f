// Command gen packs the tables of Adobe's character collections from its CMap
// resources:
//
//	gen -cmaps /usr/share/poppler/cMap -out ../../data
//
// That folder is Debian's package poppler-data; its CMaps are those that Adobe
// publishes under the BSD 3-Clause licence. Nothing else of the package is read.
package main

import (
	"bytes"
	"compress/flate"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"unicode"
	"unicode/utf16"
)

// sources are the collections, and those predefined CMaps of each whose codes are
// not Unicode (ISO 32000-2, table 116). What another one contains has no table:
// GBK2K has all of GB-EUC and GBK-EUC, KSCms-UHC all of KSC-EUC, 90ms all of 90msp.
var sources = [...]struct {
	ordering string
	cmaps    []string
}{
	{"GB1", []string{"GBK2K"}},
	{"CNS1", []string{"B5pc", "ETen-B5", "HKscs-B5", "CNS-EUC"}},
	{"Japan1", []string{"90ms-RKSJ", "90pv-RKSJ", "83pv-RKSJ", "Add-RKSJ", "Ext-RKSJ", "EUC", "H"}},
	{"Korea1", []string{"KSCms-UHC", "KSCpc-EUC"}},
	{"KR", nil},
}

func main() {
	cmaps := flag.String("cmaps", "", "the `folder` of CMaps")
	out := flag.String("out", "data", "the `folder` to write")
	flag.Parse()
	if err := run(*cmaps, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(cmaps, out string) error {
	for _, s := range sources {
		var b buffer
		folder := filepath.Join(cmaps, "Adobe-"+s.ordering)
		list, err := read(filepath.Join(folder, "Adobe-"+s.ordering+"-UCS2"))
		if err != nil {
			return err
		}
		b.characters(list)
		b.number(len(s.cmaps))
		for _, name := range s.cmaps {
			if list, err = readCMap(folder, name); err != nil {
				return err
			}
			b.word(name)
			b.codes(list)
		}
		packed, err := deflate(b.Bytes())
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, s.ordering+".bin"), packed, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readCMap reads the CMap for horizontal writing, whose name may lack the "-H".
func readCMap(folder, name string) ([]mapping, error) {
	list, err := read(filepath.Join(folder, name+"-H"))
	if os.IsNotExist(err) {
		return read(filepath.Join(folder, name))
	}
	return list, err
}

func deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// characters writes those of all CIDs (see unpack.go in the package cjk).
func (b *buffer) characters(list []mapping) {
	texts := map[uint32][]rune{}
	last := uint32(0)
	for _, m := range list {
		for code := m.first; code <= m.last; code++ {
			texts[code] = m.runes(code)
			last = max(last, code)
		}
	}
	b.number(int(last) + 1)
	next := 0
	for cid := range last + 1 {
		text := texts[cid]
		if len(text) == 0 {
			b.number(0)
		}
		for i, r := range text {
			more := 0
			if i < len(text)-1 {
				more = 1
			}
			b.number(zigzag(int(r)-next)<<1 + more + 1)
			next = int(r) + 1
		}
	}
}

// runes returns the characters of a CID, without what selects a variant of a
// character and without private ones.
func (m mapping) runes(code uint32) (out []rune) {
	units := make([]uint16, len(m.target)/2)
	for i := range units {
		units[i] = uint16(m.target[2*i])<<8 | uint16(m.target[2*i+1])
	}
	units[len(units)-1] += uint16(code - m.first)
	for _, r := range utf16.Decode(units) {
		if !unicode.Is(unicode.Variation_Selector, r) && !unicode.Is(unicode.Co, r) && r != unicode.ReplacementChar {
			out = append(out, r)
		}
	}
	return out
}

// codes writes a CMap, ranges that continue each other as one.
func (b *buffer) codes(list []mapping) {
	var joined []mapping
	for _, m := range list {
		if n := len(joined); n > 0 {
			if p := &joined[n-1]; p.last+1 == m.first && p.cid+int(p.last-p.first)+1 == m.cid {
				p.last = m.last
				continue
			}
		}
		joined = append(joined, m)
	}
	b.number(len(joined))
	var code uint32
	cid := 0
	for _, m := range joined {
		b.number(int(m.first - code))
		b.number(int(m.last - m.first))
		b.number(zigzag(m.cid - cid))
		code, cid = m.last+1, m.cid+int(m.last-m.first)+1
	}
}

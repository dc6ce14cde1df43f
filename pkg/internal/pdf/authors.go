package pdf

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// How much of the metadata is read.
const (
	maxAuthors     = 16
	maxAuthorBytes = 1 << 10
	maxXMPBytes    = 256 << 10
)

// Authors returns the authors that the file's metadata names, each once: those of
// the information dictionary and of XMP.
func (d *Document) Authors() []string {
	var out []string
	add := func(name string) {
		name = strings.Join(strings.Fields(name), " ")
		for _, known := range out {
			if known == name {
				return
			}
		}
		if name != "" && len(out) < maxAuthors {
			out = append(out, name)
		}
	}
	add(decodeText(d.Info().Key("Author").Bytes()))
	for _, name := range d.xmpAuthors() {
		add(name)
	}
	return out
}

// xmpAuthors returns the authors that XMP names. What cannot be decoded names
// none: readers do not show it either.
func (d *Document) xmpAuthors() []string {
	stream := d.Catalog().Key("Metadata")
	if !stream.IsStream() {
		return nil
	}
	data, err := stream.Decode()
	if err != nil || len(data) > maxXMPBytes || !bytes.Contains(data, []byte("dc:creator")) {
		return nil
	}
	_, data, _ = bytes.Cut(data, []byte("<dc:creator"))
	data, _, _ = bytes.Cut(data, []byte("</dc:creator"))
	var out []string
	for range maxAuthors {
		item, rest, more := bytes.Cut(data, []byte("</rdf:li>"))
		if !more {
			break
		}
		data = rest
		name := item[bytes.LastIndexByte(item, '>')+1:]
		out = append(out, html.UnescapeString(string(name[:min(len(name), maxAuthorBytes)])))
	}
	return out
}

// decodeText decodes as much of a text string as is read of a name.
func decodeText(b []byte) string { return TextString(b[:min(len(b), maxAuthorBytes)]) }

// TextString decodes a text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else
// bytes that are taken for UTF-8 where they are and for Latin 1 where not.
func TextString(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		units := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return string(utf16.Decode(units))
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		return strings.ToValidUTF8(string(b[3:]), "�")
	case utf8.Valid(b):
		return string(b)
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

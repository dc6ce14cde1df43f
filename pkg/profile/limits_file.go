package profile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// FileLimits limit the file itself.
type FileLimits struct {
	FileSize   Bytes      `json:",omitzero"` // largest allowed
	PDFVersion PDFVersion `json:",omitzero"` // least allowed
	Links      Presence   `json:",omitzero"` // in the file, to elsewhere and within
	Bookmarks  Presence   `json:",omitzero"` // the file's outline
}

// Bytes is the size of a file.
type Bytes int64

func fileLimits() []parameter {
	return []parameter{
		{
			word: "file_size", about: "largest size of the file, such as 10MB", says: "largest size of the file, `10MB`; 1 MB are 1,000,000 bytes",
			start: "# file_size: 10MB      # of the PDF\n",
			form: of(kind[Bytes]{read: readBytes, write: formatBytes, shape: func() object { return textOf(bytesPattern) }},
				func(p *Profile) *Bytes { return &p.FileSize }),
			uses: needed("file-size"),
		},
		{
			word: "pdf_version", about: "least version of PDF, such as 1.5", says: "least version of PDF, `1.5`",
			form: of(kind[PDFVersion]{read: readPDFVersion, write: PDFVersion.String, shape: pdfVersionShape},
				func(p *Profile) *PDFVersion { return &p.PDFVersion }),
			uses: needed("pdf-version"),
		},
		{
			word: "links", about: "links in the file: forbidden", says: "links in the file: `forbidden`, such as hyperref makes",
			form:  of(presence(Forbidden), func(p *Profile) *Presence { return &p.Links }),
			uses:  heeded("links"),
			check: checkLinks,
		},
		{
			word: "bookmarks", about: "bookmarks in the file: forbidden", says: "bookmarks (the file's outline): `forbidden`",
			form: of(presence(Forbidden), func(p *Profile) *Presence { return &p.Bookmarks }),
			uses: heeded("links"),
		},
	}
}

// byteUnits are the units of a file's size, the largest first.
var byteUnits = []struct {
	word  string
	bytes Bytes
}{{"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}}

const bytesPattern = `^[0-9]*\.?[0-9]+ ?(GB|MB|kB)$`

// The sizes between which a limit makes sense.
const leastFileSize, mostFileSize = 10e3, 10e9

func readBytes(into *Bytes, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	for _, unit := range byteUnits {
		number, ok := strings.CutSuffix(word, unit.word)
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || !(v > 0) {
			break
		}
		if *into = Bytes(v * float64(unit.bytes)); *into < leastFileSize || *into > mostFileSize {
			return fmt.Errorf("implausible size %q; is the unit right? Expected for example \"10MB\"", word)
		}
		return nil
	}
	return fmt.Errorf("invalid size %q; expected a number with kB, MB or GB, such as \"10MB\"", word)
}

// formatBytes writes a size in the largest unit of which it has one.
func formatBytes(b Bytes) string {
	for _, unit := range byteUnits {
		if b >= unit.bytes {
			return decimal(float64(b)/float64(unit.bytes)) + unit.word
		}
	}
	return ""
}

// String writes the size for people: "10 MB".
func (b Bytes) String() string {
	for _, unit := range byteUnits {
		if b >= unit.bytes {
			return strconv.FormatFloat(float64(b)/float64(unit.bytes), 'g', 3, 64) + " " + unit.word
		}
	}
	return strconv.FormatInt(int64(b), 10) + " bytes"
}

// PDFVersion is a version of PDF, times ten: 15 for 1.5.
type PDFVersion int

// String writes the version as the file's header has it.
func (v PDFVersion) String() string {
	if v == 0 {
		return ""
	}
	return fmt.Sprintf("%d.%d", v/10, v%10)
}

// pdfVersions are those that a profile may require.
var pdfVersions = []string{"1.3", "1.4", "1.5", "1.6", "1.7", "2.0"}

func readPDFVersion(into *PDFVersion, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	if !slices.Contains(pdfVersions, word) {
		return fmt.Errorf("invalid version %q of PDF; expected one of %s", word, strings.Join(pdfVersions, ", "))
	}
	*into = PDFVersion(word[0]-'0')*10 + PDFVersion(word[2]-'0')
	return nil
}

// pdfVersionShape allows numbers, as YAML reads versions, and words.
func pdfVersionShape() object {
	var all []any
	for _, v := range pdfVersions {
		number, _ := strconv.ParseFloat(v, 64)
		all = append(all, number, v)
	}
	return object{"enum": all}
}

// checkLinks refuses links and bookmarks that are not forbidden, and the rule without
// one of its two limits.
func checkLinks(d *draft) error {
	for _, limit := range []struct {
		word string
		set  Presence
	}{{"links", d.Links}, {"bookmarks", d.Bookmarks}} {
		if limit.set != "" && limit.set != Forbidden {
			return at(d.own[limit.word], fmt.Errorf("%s: can only be forbidden; remove the line if they are not", limit.word))
		}
	}
	if d.anyOn([]string{"links"}) && !d.given["links"] && !d.given["bookmarks"] {
		return at(d.rules["links"], noLimit("links", "links"))
	}
	return nil
}

package profile

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// FileLimits limit the file itself.
type FileLimits struct {
	FileSize Bytes `json:",omitzero"` // largest allowed
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

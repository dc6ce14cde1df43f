package profile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Lenience decides when a violation of a rule about type and block is only a warning:
// HotCRP fails a paper only if enough of its pages miss a limit clearly. The zero
// value fails every paper that violates a rule.
type Lenience struct {
	Share float64 // of the body pages that must miss the limit clearly
	Type  float64 // clearly: at this share of the least size or less
	Block float64 // clearly: at this share of the block or more
	// Columns is the share of the page limit up to which pages may silently have
	// another number of columns; 0: none may.
	Columns float64
}

var lenienceFields = []field{
	{"share", "of the body pages that must miss a limit clearly before a paper fails", func(p *Profile) *float64 { return &p.Lenience.Share }},
	{"type", "clearly: this share of the minimum size, or less", func(p *Profile) *float64 { return &p.Lenience.Type }},
	{"block", "clearly: this share of the block, or more", func(p *Profile) *float64 { return &p.Lenience.Block }},
	{"columns", "share of the page limit that may have another number of columns", func(p *Profile) *float64 { return &p.Lenience.Columns }},
}

var lenienceForm = fieldsOf(lenienceFields, percent, formatPercent)

func readLenience(d *draft, value *yaml.Node) error {
	d.Lenience = Lenience{}
	if err := lenienceForm.read(d, value); err != nil {
		return err
	}
	l := d.Lenience
	if l.Share == 0 || l.Share > 1 || l.Type == 0 || l.Type > 1 || l.Block < 1 {
		return errors.New("requires all of share (up to 100%), type (up to 100%) and block (at least 100%)")
	}
	return nil
}

// maxPercent is the largest share that makes sense.
const maxPercent = 300

// percent reads a share such as "16%".
func percent(field func(*Profile) *float64) func(*Profile, *yaml.Node) error {
	return func(into *Profile, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		number, ok := strings.CutSuffix(word, "%")
		v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || !ok || !(v > 0 && v <= maxPercent) {
			return fmt.Errorf("invalid share %q; expected for example \"16%%\"", word)
		}
		*field(into) = v / 100
		return nil
	}
}

func formatPercent(v float64) string {
	if v == 0 {
		return ""
	}
	return decimal(v*100) + "%"
}

func lenienceShape() object {
	share, shapes := textOf(percentPattern), object{}
	for _, f := range lenienceFields {
		shapes[f.word] = share
	}
	return object{"type": "object", "additionalProperties": false, "required": []string{"share", "type", "block"}, "properties": shapes}
}

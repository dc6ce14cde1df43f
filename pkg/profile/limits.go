package profile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// nothing is the word for a page limit that counts every page.
const nothing = "nothing"

// anySide is the word for a side of the block that is not asked.
const anySide = "any"

// pageLimit is a page limit while it is read.
type pageLimit struct {
	PageLimit
	except, only bool // given
}

var pageLimitKeys = []key[pageLimit]{
	{"most", "pages", count(func(l *pageLimit) *int { return &l.Most })},
	{"least", "pages", count(func(l *pageLimit) *int { return &l.Least })},
	{"except", "parts that are not counted, or \"nothing\"", func(l *pageLimit, value *yaml.Node) (err error) {
		l.except = true
		l.Except, err = readParts(nothing)(value)
		return err
	}},
	{"only", "parts that alone are counted", func(l *pageLimit, value *yaml.Node) (err error) {
		l.only = true
		l.Only, err = readParts("")(value)
		return err
	}},
}

// readPages reads one page limit or a list of them.
func readPages(d *draft, value *yaml.Node) error {
	d.Pages = nil
	return eachItem(value, func(item *yaml.Node) error {
		limit, err := readPageLimit(item)
		d.Pages = append(d.Pages, limit)
		return err
	})
}

// readPageLimit reads a number of pages, which leaves references out, or a
// mapping that says what is counted.
func readPageLimit(value *yaml.Node) (PageLimit, error) {
	if value.Kind != yaml.MappingNode {
		limit := PageLimit{Except: []Part{{Section: References}}}
		err := readCount(&limit.Count, value)
		return limit, err
	}
	var limit pageLimit
	places, err := readMapping(value, &limit, pageLimitKeys)
	switch {
	case err != nil:
		return limit.PageLimit, err
	case limit.Most == 0 && limit.Least == 0:
		err = errors.New("the limit has no number; add \"most: 12\"")
	case limit.except == limit.only:
		err = errors.New("say what is counted: \"except:\" with the parts that are not, \"except: nothing\", or \"only:\"")
	case limit.Most > 0 && limit.Least > limit.Most:
		return limit.PageLimit, at(places["least"], errors.New("least is more than most"))
	}
	return limit.PageLimit, at(placeOf(value), err)
}

// readCount reads "12" as the most, and "6-12" as the least and the most.
func readCount(into *Count, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	least, most, both := strings.Cut(word, "-")
	if !both {
		least, most = "", word
	}
	n, err := strconv.Atoi(strings.TrimSpace(most))
	if err != nil || n < 1 || n > maxCount {
		return fmt.Errorf("%q is no whole number above zero", word)
	}
	into.Least, into.Most = 0, n
	if !both {
		return nil
	}
	if n, err = strconv.Atoi(strings.TrimSpace(least)); err != nil || n < 1 || n > into.Most {
		return fmt.Errorf("%q is no range; write the least and the most, such as \"6-10\"", word)
	}
	into.Least = n
	return nil
}

func readWords(d *draft, value *yaml.Node) error { return readCount(&d.Words, value) }

// rangeOf reads a least length, or a mapping with min, max and tolerance.
func rangeOf(field func(*draft) *Range, tolerance func(*draft) *float64) func(*draft, *yaml.Node) error {
	return func(d *draft, value *yaml.Node) error {
		r := field(d)
		*r = Range{}
		if value.Kind != yaml.MappingNode {
			return length(func(r *Range) *float64 { return &r.Min }, false)(r, value)
		}
		places, err := readMapping(value, d, []key[draft]{
			{"min", "least", length(func(d *draft) *float64 { return &field(d).Min }, false)},
			{"max", "largest", length(func(d *draft) *float64 { return &field(d).Max }, false)},
			{"tolerance", "how far it may be missed", length(tolerance, true)},
		})
		switch {
		case err != nil:
			return err
		case *r == Range{}:
			return errors.New("it has neither min nor max")
		case r.Max > 0 && r.Min > r.Max:
			return at(places["min"], errors.New("min is more than max"))
		}
		return nil
	}
}

// readPaper reads one page size or a list of them.
func readPaper(d *draft, value *yaml.Node) error {
	d.Paper = nil
	return eachItem(value, func(item *yaml.Node) error {
		word, err := scalar(item)
		if err != nil {
			return err
		}
		size, err := ParseSize(word)
		if err == nil && (size.Width == 0 || size.Height == 0) {
			err = noExtent(word)
		}
		d.Paper = append(d.Paper, size)
		return err
	})
}

func noExtent(word string) error {
	return fmt.Errorf("%q has no extent; width and height are above zero", word)
}

// readBlock reads a width and a height; one of them may be "any".
func readBlock(d *draft, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	width, height, _ := cutSize(word)
	free := func(side string) bool { return strings.TrimSpace(side) == anySide }
	switch {
	case free(width) && free(height):
		return errors.New("a block that may be of any size asks nothing; leave the line out")
	case free(width):
		d.Block.Width = 0
		d.Block.Height, err = ParseLength(height)
	case free(height):
		d.Block.Height = 0
		d.Block.Width, err = ParseLength(width)
	default:
		if d.Block, err = ParseSize(word); err == nil && (d.Block.Width == 0 || d.Block.Height == 0) {
			err = noExtent(word)
		}
		return err
	}
	if err == nil && d.Block == (Size{}) {
		err = noExtent(word)
	}
	return err
}

// readMargins reads one to four lengths in the order of CSS.
func readMargins(d *draft, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	d.Margins, err = ParseMargins(word)
	return err
}

// lenienceKeys are the keys below "lenience".
var lenienceKeys = []key[Lenience]{
	{"share", "of the body pages that must miss a limit clearly before a paper fails", percent(func(l *Lenience) *float64 { return &l.Share })},
	{"type", "clearly: this much of the least size, or less", percent(func(l *Lenience) *float64 { return &l.Type })},
	{"block", "clearly: this much of the block, or more", percent(func(l *Lenience) *float64 { return &l.Block })},
	{"columns", "so many pages, of the page limit, may have other columns", percent(func(l *Lenience) *float64 { return &l.Columns })},
}

func readLenience(d *draft, value *yaml.Node) error {
	d.Lenience = Lenience{}
	if _, err := readMapping(value, &d.Lenience, lenienceKeys); err != nil {
		return err
	}
	l := d.Lenience
	if l.Share == 0 || l.Share > 1 || l.Type == 0 || l.Type > 1 || l.Block < 1 {
		return errors.New("it takes all of share (up to 100%), type (up to 100%) and block (100% or more)")
	}
	return nil
}

// maxPercent is the largest share that makes sense.
const maxPercent = 300

// percent reads a share such as "16%".
func percent[T any](field func(*T) *float64) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		number, ok := strings.CutSuffix(word, "%")
		v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || !ok || !(v > 0 && v <= maxPercent) {
			return fmt.Errorf("%q is no share; write it such as \"16%%\"", word)
		}
		*field(into) = v / 100
		return nil
	}
}

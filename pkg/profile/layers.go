package profile

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"go.yaml.in/yaml/v3"
)

// maxExtends caps the chain of profiles that extend each other.
const maxExtends = 8

// draft is a profile while it is being read.
type draft struct {
	Profile
	extends    string
	categories []category
	inherited  map[string]bool // the keys of what the text extends that it leaves as they are
	own        keyPlaces       // the keys of the text itself, not of what it extends
	unreadBase []string        // of a category: the keys of its profile that could not be read
	given      map[string]bool
	rules      map[string]place
	unread     mistakes // of the text itself
}

// category is a variant of a profile: the keys in which it differs.
type category struct {
	name  string
	keys  *yaml.Node
	place place
}

// compose reads a profile's mapping over what it extends, and its categories
// over both.
func compose(name string, root *yaml.Node) (*Profile, error) {
	if root.Kind != yaml.MappingNode {
		return nil, at(placeOf(root), errors.New("expected \"key: value\""))
	}
	base, err := layered(root)
	if err != nil {
		return nil, err
	}
	var all mistakes
	p, err := base.finish(name)
	all.add(err)
	known := slices.Clone(all)
	for _, c := range base.categories {
		v, err := base.variant(c).finish(name)
		if p != nil {
			p.Categories = append(p.Categories, v)
		}
		all.add(eachMistake(err, func(err error) error {
			if known.has(err) {
				return nil
			}
			return inCategory(c.name, err)
		}))
	}
	if err := all.err(); err != nil {
		return nil, err
	}
	p.Digest = p.digest()
	return p, nil
}

// variant reads a category over what its profile says.
func (d *draft) variant(c category) *draft {
	v := d.clone()
	v.Category = c.name
	v.unreadBase = nil
	for word := range d.own {
		if d.isUnread(word) {
			v.unreadBase = append(v.unreadBase, word)
		}
	}
	v.add(c.keys, keysOf(true))
	v.orderRules()
	return v
}

// inCategory says of which category a mistake is.
func inCategory(name string, err error) error {
	var placed *placeError
	if errors.As(err, &placed) {
		return at(placed.place, fmt.Errorf("category %s: %w", name, placed.err))
	}
	return fmt.Errorf("category %s: %w", name, err)
}

// layered reads the profiles that a mapping extends, the farthest first, and
// then the mapping itself.
func layered(root *yaml.Node) (*draft, error) {
	layers := []*yaml.Node{root}
	for {
		base, where := extends(layers[len(layers)-1])
		if base == "" {
			break
		}
		if len(layers) > maxExtends {
			return nil, fmt.Errorf("more than %d profiles extend each other", maxExtends)
		}
		data, err := venueFile(base)
		if err != nil {
			if len(layers) > 1 {
				where = place{}
			}
			return nil, at(where, fmt.Errorf("extends: %w", err))
		}
		node, err := document(data)
		if err != nil {
			return nil, fmt.Errorf("extends %s: %w", base, err)
		}
		layers = append(layers, node)
	}
	d := &draft{Profile: tolerant(), given: map[string]bool{}, rules: map[string]place{}}
	for i := len(layers) - 1; i >= 0; i-- {
		if i < len(layers)-1 {
			d.forgetHead()
		}
		d.inherited = maps.Clone(d.given)
		d.add(layers[i], keysOf(false))
	}
	for word := range d.own {
		delete(d.inherited, word)
	}
	if len(layers) > 1 {
		d.orderRules()
	}
	return d, nil
}

// orderRules puts the rules of several layers into the order of the
// documentation.
func (d *draft) orderRules() {
	rank := func(r Rule) int { return slices.Index(knownRules, r.ID) }
	slices.SortStableFunc(d.Rules, func(a, b Rule) int { return rank(a) - rank(b) })
}

// extends returns the word after the key of that name, "" where there is none.
func extends(n *yaml.Node) (word string, where place) {
	if n.Kind != yaml.MappingNode {
		return "", place{}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "extends" && n.Content[i+1].Kind == yaml.ScalarNode {
			return n.Content[i+1].Value, placeOf(n.Content[i+1])
		}
	}
	return "", place{}
}

// forgetHead drops the description of a profile before another extends it.
func (d *draft) forgetHead() {
	d.Title, d.Source, d.Year, d.Stage = "", "", 0, ""
	d.Edition = Edition{}
	d.Unchecked, d.categories = nil, nil
}

// add reads one layer over what was read before. What cannot be read is unread.
func (d *draft) add(layer *yaml.Node, keys []key[draft]) {
	d.rules, d.unread = map[string]place{}, nil
	own, err := readMapping(layer, d, keys)
	d.unread.add(err)
	d.own = own
	d.Units = unitsOf(layer, d.Units)
	for word := range own {
		d.given[word] = true
	}
}

// isUnread reports whether the value of a key of the text has a mistake.
func (d *draft) isUnread(word string) bool {
	where, own := d.own[word]
	if !own {
		return slices.Contains(d.unreadBase, word)
	}
	return slices.ContainsFunc(d.unread, func(err error) bool {
		mistake, next := whereIs(err), place{line: math.MaxInt}
		for _, other := range d.own {
			if other.isAfter(where) && next.isAfter(other) {
				next = other
			}
		}
		return !where.isAfter(mistake) && next.isAfter(mistake)
	})
}

// finish validates what was read and returns it as a profile with its digest. What
// makes sense only with what cannot be read is not validated.
func (d *draft) finish(name string) (*Profile, error) {
	all := d.unread
	all.add(d.validate())
	if err := all.err(); err != nil {
		return nil, err
	}
	left := *d // the draft retains what a category may enable again
	left.prune()
	p := left.Profile
	p.Name = name
	p.Digest = p.digest()
	return &p, nil
}

// prune drops the limits of a base that no enabled rule uses.
func (d *draft) prune() {
	for _, p := range language() {
		p.drop(d)
	}
}

// clone returns a draft that shares nothing with d that another layer changes.
func (d *draft) clone() *draft {
	c := *d
	c.categories, c.unread = nil, nil
	c.Rules = slices.Clone(d.Rules)
	c.Sections = slices.Clone(d.Sections)
	c.Units = maps.Clone(d.Units)
	c.given = map[string]bool{}
	for word := range d.given {
		c.given[word] = true
	}
	return &c
}

// setRule sets the severity of a rule; "" disables it.
func (d *draft) setRule(rule Rule) {
	i := slices.IndexFunc(d.Rules, func(r Rule) bool { return r.ID == rule.ID })
	switch {
	case i >= 0 && rule.Severity == "":
		d.Rules = slices.Delete(d.Rules, i, i+1)
	case i >= 0:
		d.Rules[i] = rule
	case rule.Severity != "":
		d.Rules = append(d.Rules, rule)
	}
}

// Variant returns the profile for a category of papers; "" is the usual one.
func (p *Profile) Variant(category string) (*Profile, error) {
	if category == "" || category == p.Category {
		return p, nil
	}
	var names []string
	for _, v := range p.Categories {
		if v.Category == category {
			return v, nil
		}
		names = append(names, v.Category)
	}
	return nil, unknownCategory(p.Name, category, names)
}

package content

import "github.com/paperfit/paperfit/pkg/internal/pdf"

// layers describes which optional-content groups are off when the file is opened
// (8.11), by their object numbers.
type layers struct {
	listed  map[int]bool // whether a group that the configuration lists is on
	baseOff bool         // BaseState OFF: groups that are not listed are off
}

// Caps on optional content.
const (
	maxLayers     = 1 << 16 // groups in a list
	maxLayerDepth = 16      // visibility expressions inside each other
	maxLayerTerms = 1 << 12 // terms of one visibility expression that are looked at
	maxUsages     = 64      // usage application dictionaries
)

func newLayers(catalog pdf.Value) *layers {
	d := catalog.Key("OCProperties").Key("D")
	l := &layers{listed: map[int]bool{}, baseOff: d.Key("BaseState").Name() == "OFF"}
	l.list(d.Key("ON"), true)
	l.list(d.Key("OFF"), false)
	for i := range min(d.Key("AS").Len(), maxUsages) {
		l.use(d.Key("AS").Index(i))
	}
	return l
}

// use carries out a usage application dictionary (8.11.4.4) as viewers do when
// they show a file: groups that say so are on or off on the screen.
func (l *layers) use(v pdf.Value) {
	if v.Key("Event").Name() != "View" {
		return
	}
	groups := v.Key("OCGs")
	for i := range min(groups.Len(), maxLayers) {
		g := groups.Index(i)
		state := g.Key("Usage").Key("View").Key("ViewState").Name()
		if n := g.ObjectNumber(); n != 0 && state != "" {
			l.listed[n] = state != "OFF"
		}
	}
}

func (l *layers) list(groups pdf.Value, on bool) {
	for i := range min(groups.Len(), maxLayers) {
		if n := groups.Index(i).ObjectNumber(); n != 0 {
			l.listed[n] = on
		}
	}
}

// shows reports whether content that belongs to a group or membership
// dictionary is shown; what belongs to none is.
func (l *layers) shows(v pdf.Value) bool {
	switch v.Key("Type").Name() {
	case "OCMD":
		return l.member(v)
	case "OCG":
		return l.on(v)
	}
	return true
}

func (l *layers) on(group pdf.Value) bool {
	if on, ok := l.listed[group.ObjectNumber()]; ok {
		return on
	}
	return !l.baseOff
}

// member judges a membership dictionary (8.11.2.2): by its visibility
// expression or else by its policy.
func (l *layers) member(v pdf.Value) bool {
	if ve := v.Key("VE"); ve.Len() > 0 {
		return l.expression(ve, 0, new(int))
	}
	groups := v.Key("OCGs")
	if groups.IsDict() {
		return l.on(groups) == l.wantsOn(v)
	}
	on, off := 0, 0
	for i := range min(groups.Len(), maxLayers) {
		switch g := groups.Index(i); {
		case !g.IsDict(): // a null stands for a group that was deleted
		case l.on(g):
			on++
		default:
			off++
		}
	}
	if on+off == 0 {
		return true
	}
	switch v.Key("P").Name() {
	case "AllOn":
		return off == 0
	case "AnyOff":
		return off > 0
	case "AllOff":
		return on == 0
	}
	return on > 0
}

func (l *layers) wantsOn(v pdf.Value) bool {
	p := v.Key("P").Name()
	return p != "AnyOff" && p != "AllOff"
}

// expression evaluates a visibility expression: [/And …], [/Or …] or [/Not x].
// What goes beyond the caps counts as on.
func (l *layers) expression(v pdf.Value, depth int, terms *int) bool {
	if v.IsDict() {
		return l.on(v)
	}
	if *terms++; depth > maxLayerDepth || *terms > maxLayerTerms {
		return true
	}
	op := v.Index(0).Name()
	if op == "Not" {
		return !l.expression(v.Index(1), depth+1, terms)
	}
	for i := 1; i < min(v.Len(), maxLayers); i++ {
		if l.expression(v.Index(i), depth+1, terms) == (op == "Or") {
			return op == "Or"
		}
	}
	return op != "Or"
}

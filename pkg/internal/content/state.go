package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// state is the graphics state (8.4.1), as far as it matters where marks lie
// and whether they can be seen.
type state struct {
	ctm     geom.Matrix // user space → page space
	clip    geom.Rect   // page space
	window  geom.Rect   // clip, soft mask and visible page together
	loose   bool        // the clip is not a rectangle: clip is its box
	shape   sight.Shape // of a loose clip, where it is known
	within  int32       // the clip's number in canvas.clips
	letters [2]int      // the glyphs that the clip has the shape of, as a range of run.letters

	fill, stroke paint
	width        float64 // line width in user space
	cap          lineCap
	text         textState

	alpha, strokeAlpha float64         // ca and CA
	groupAlpha         float64         // of the groups that the marks are in
	maskAlpha          float64         // the most that the soft mask lets through
	maskBox            geom.Rect       // beyond it the soft mask lets nothing through
	masked             bool            // there is a soft mask
	stencil            []stencilLetter // of the soft mask, if nothing shows beside them
	blend              color.Blend
	transfer           color.Transfer
	group              groupState
}

// groupState is what is done to the transparency groups around as a whole.
type groupState struct {
	masked bool        // one has a soft mask
	blend  color.Blend // of the one that has a mode; Unread where several have
	since  int32       // painting order before that group
}

// textState is the part of the graphics state that text needs (9.3.1).
type textState struct {
	font    *font.Font
	size    float64
	char    float64 // Tc
	word    float64 // Tw
	scale   float64 // Tz / 100
	leading float64
	rise    float64
	mode    uint8 // Tr
}

type lineCap uint8

// The line caps that matter: a butt cap adds nothing to the length of a line.
const buttCap lineCap = 0

func (r *run) initialState() state {
	black := paint{space: color.DeviceGray, color: color.Black}
	return state{
		ctm: r.home, clip: geom.Everything(), window: r.canvas.bounds,
		fill: black, stroke: black, width: 1,
		text:  textState{scale: 1},
		alpha: 1, strokeAlpha: 1, groupAlpha: 1, maskAlpha: 1, maskBox: geom.Everything(),
	}
}

// stateOperators are the operators of the general graphics state.
type stateOperators struct{ *run }

// setState carries out the operators of the general graphics state (8.4.4).
func (r stateOperators) setState(op opcode) bool {
	switch op {
	case 'q':
		r.save()
	case 'Q':
		r.restore()
	case opConcat:
		r.concat()
	case 'w':
		if r.args.numbers(1) {
			r.st.width = math.Abs(r.args.num[0])
		}
	case 'J':
		if r.args.numbers(1) {
			r.st.cap = lineCap(min(max(0, r.args.num[0]), 2))
		}
	case 'j', 'M', 'd', opIntent, 'i': // change nothing that is measured
	case opGState:
		r.applyGState(r.names.gstate(r.args.word(syntax.Name)))
	default:
		return false
	}
	return true
}

func (r stateOperators) save() {
	if len(r.stack) >= r.in.limits.StateDepth {
		r.limit("StateDepth", r.in.limits.StateDepth)
		return
	}
	r.stack = append(r.stack, r.st)
}

func (r stateOperators) restore() {
	if len(r.stack) <= r.floor {
		r.damage("a graphics state is restored that was never saved")
		return
	}
	r.st = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
}

func (r stateOperators) concat() {
	if r.args.numbers(6) {
		n := &r.args.num
		r.st.ctm = geom.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]}.Mul(r.st.ctm)
	}
}

// clipTo narrows the clip to box; loose reports that box holds more than the clip.
func (s *state) clipTo(box geom.Rect, loose bool) {
	if loose {
		s.loose, s.shape = true, sight.Shape{}
	}
	s.clip = s.clip.Intersect(box)
	s.window = s.window.Intersect(box)
}

// gstate is a graphics state parameter dictionary (8.4.5), read once.
type gstate struct {
	font               *font.Font
	size               float64
	width              float64 // line width; -1 when unset
	alpha, strokeAlpha float64 // -1 when unset
	blend              color.Blend
	hasBlend           bool
	transfer           color.Transfer
	hasTransfer        bool
	mask               pdf.Value
	hasMask            bool
}

func (r stateOperators) applyGState(g *gstate) {
	if g == nil {
		r.damage("a graphics state dictionary is missing")
		return
	}
	s := &r.st
	if g.font != nil {
		s.text.font, s.text.size = g.font, g.size
	}
	if g.width >= 0 {
		s.width = g.width
	}
	if g.alpha >= 0 {
		s.alpha = g.alpha
	}
	if g.strokeAlpha >= 0 {
		s.strokeAlpha = g.strokeAlpha
	}
	if g.hasBlend {
		s.blend = g.blend
	}
	if g.hasTransfer {
		s.transfer = g.transfer
	}
	if g.hasMask {
		masks(r).setMask(g.mask)
	}
}

// readGState reads a graphics state parameter dictionary.
func (n *names) readGState(v pdf.Value) *gstate {
	g := &gstate{
		width:       v.Key("LW").NumberOr(-1),
		alpha:       v.Key("ca").NumberOr(-1),
		strokeAlpha: v.Key("CA").NumberOr(-1),
		mask:        v.Key("SMask"),
	}
	g.hasMask = !g.mask.IsNull()
	if mode := blendMode(v.Key("BM")); mode != "" {
		g.blend, g.hasBlend = color.BlendOf(mode), true
	}
	g.transfer, g.hasTransfer = n.readTransfer(v)
	if f := v.Key("Font"); f.Len() >= 2 {
		g.font, g.size = n.loadFont(f.Index(0)), f.Index(1).NumberOr(0)
	}
	return g
}

// readTransfer reads the transfer functions of a graphics state dictionary: TR2, or
// else TR (table 57).
func (n *names) readTransfer(v pdf.Value) (t color.Transfer, ok bool) {
	entry := v.Key("TR2")
	if entry.IsNull() {
		entry = v.Key("TR")
	}
	if entry.IsNull() {
		return nil, false
	}
	t, notes := color.ReadTransfer(entry)
	n.take(notes)
	return t, true
}

// blendMode returns the name of a blend mode; of an array the first one, which
// every viewer of today knows (11.3.5).
func blendMode(v pdf.Value) string {
	if v.IsArray() {
		v = v.Index(0)
	}
	return v.Name()
}

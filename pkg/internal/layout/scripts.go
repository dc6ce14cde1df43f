package layout

import "math"

// Scripts, relative to the size of type of their line.
const (
	scriptSize  = 0.86 // smaller than this against its line: a script
	scriptRise  = 0.62 // how far a script may stand from its line's baseline
	scriptReach = 1.20 // how far a script may stand beside its line
)

// attachScripts updates the lines, and moves super- and subscripts into the line they
// belong to.
func (b *lineBuilder) attachScripts() {
	largest := 0.0
	for _, l := range b.lines {
		l.update()
		largest = max(largest, l.Style.Size)
	}
	sortLines(b.lines, func(a, b *Line) int { return compare(a.Baseline, b.Baseline) })
	hosts := map[*Line]*Line{}
	for i, l := range b.lines {
		if host := b.hostOf(i, largest); host != nil {
			hosts[l] = host
		}
	}
	if len(hosts) == 0 {
		return
	}
	kept, grown := make([]*Line, 0, len(b.lines)), map[*Line]bool{}
	for _, l := range b.lines {
		if root := rootOf(hosts, l); root != l {
			root.Runs, grown[root] = append(root.Runs, l.Runs...), true
			continue
		}
		kept = append(kept, l)
	}
	for l := range grown {
		l.update()
	}
	b.lines = kept
}

// maxScriptDepth caps scripts of scripts.
const maxScriptDepth = 4

// rootOf returns the line that l, a script of a script perhaps, belongs to: l
// itself when it has no host, or when its hosts lead in a circle.
func rootOf(hosts map[*Line]*Line, l *Line) *Line {
	root := l
	for range maxScriptDepth {
		host := hosts[root]
		if host == nil {
			return root
		}
		root = host
	}
	return l
}

// How far a line's host is looked for.
const (
	maxScriptLook  = 60   // lines, both ways
	maxScriptReach = 40.0 // points: large operators have their origins far off
)

// hostOf returns the line that line i is a script of, or nil. The lines are sorted by
// baseline, and none has larger type than largest.
func (b *lineBuilder) hostOf(i int, largest float64) *Line {
	l := b.lines[i]
	if l.Rotated {
		return nil
	}
	var host *Line
	reach := maxScriptReach
	if l.Chars > maxOperator { // no operator or accent: its host is near
		reach = min(reach, scriptRise*largest)
	}
	best := math.Inf(1)
	look := func(h *Line) (further bool) {
		d := math.Abs(h.Baseline - l.Baseline)
		if d > reach || d >= best {
			return false
		}
		if !h.Rotated && h.hosts(l, d) {
			host, best = h, d
		}
		return true
	}
	for j := i - 1; j >= 0 && i-j <= maxScriptLook && look(b.lines[j]); j-- {
	}
	for j := i + 1; j < len(b.lines) && j-i <= maxScriptLook && look(b.lines[j]); j++ {
	}
	return host
}

// hosts reports whether script, at distance d, belongs to l: smaller type near
// its baseline, or a few glyphs such as a large operator that stand in the line
// though their origin is off its baseline.
func (l *Line) hosts(script *Line, d float64) bool {
	if d == 0 || l.Column != script.Column && l.Column != Across {
		return false
	}
	reach := scriptReach * l.Style.Size
	if script.X0 < l.X0-reach || script.X1 > l.X1+reach || script.Chars > max(l.Chars, 3) {
		return false
	}
	if script.Style.Size <= scriptSize*l.Style.Size {
		return d <= scriptRise*l.Style.Size
	}
	return script.Chars <= maxOperator && script.Chars < l.Chars &&
		(d <= accentRise*l.Style.Size || l.bandOverlap(script) >= 0.5)
}

const (
	maxOperator = 3    // the most glyphs that a large operator or an accent has
	accentRise  = 0.40 // how far an accent's baseline may stand from its line's
)

// bandOverlap returns the share of the line's band, from the baseline up to the
// height of small letters, that the other's ink takes.
func (l *Line) bandOverlap(other *Line) float64 {
	top, bottom := l.Baseline-0.45*l.Style.Size, l.Baseline
	return (min(bottom, other.Box.Y1) - max(top, other.Box.Y0)) / (bottom - top)
}

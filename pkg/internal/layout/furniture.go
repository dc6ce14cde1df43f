package layout

import (
	"math"
	"slices"
)

// What sets furniture apart from text (MEASURES.md, "Furniture").
const (
	maxEndRows   = 4    // rows of a head or foot of which most are alike everywhere
	maxOnceRows  = 2    // rows of it that not every page has
	furnitureGap = 1.25 // its distance from the block, in leadings
	numberGap    = 0.9  // a number, or small type that all other pages have too, may stand nearer
	setSolid     = 1.2  // leading of type that is not spread, in its size
	alikePlace   = 4.0  // points: heads of two pages stand at the same height
	alikeSlot    = 0.5  // leadings outside the slot of the text, of a row that is repeated
)

// proof tells how surely a row is a head or foot.
type proof uint8

const (
	noProof    proof = iota
	once             // short and set apart, on this page alone
	publishers       // once, among the lines of a publisher's notice
	repeated         // alike on another page, or it says the title
	everywhere       // alike on every page but one at most, or a number that counts the pages
)

// pageEnds are the rows at one end of all pages, outermost first.
type pageEnds struct {
	pages    []*Page
	atTop    bool
	leading  float64
	rows     [][]row
	slots    map[slotSize]slot
	title    []*Line // of the first page
	alike    map[alikeKey][]int
	numbered map[int]int // pages with a number at a height that counts the pages
	filled   int         // pages with any row
	usual    float64     // size of type on most pages
}

// markFurniture gives the role Furniture to heads, feet, line numbers and stamps.
func markFurniture(pages []*Page, leading float64) {
	markLineNumbers(pages, leading)
	for _, p := range pages {
		markStamps(p)
	}
	title := firstTitle(pages)
	said := runningTitle(title)
	for _, atTop := range []bool{true, false} {
		e := newPageEnds(pages, atTop, leading, title)
		for i := range pages {
			for k := range e.rows[i] {
				r := &e.rows[i][k]
				r.titled = i > 0 && r.says(pages[i], said)
			}
		}
		for i := range pages {
			for _, r := range e.rows[i][:e.furniture(i)] {
				for _, l := range r.lines {
					l.Role, l.Kind = Furniture, endKind(atTop)
				}
			}
		}
	}
	markFramed(pages)
}

func endKind(atTop bool) FurnitureKind {
	if atTop {
		return Head
	}
	return Foot
}

func newPageEnds(pages []*Page, atTop bool, leading float64, title []*Line) *pageEnds {
	e := &pageEnds{pages: pages, atTop: atTop, leading: leading, title: title, slots: slotEnds(pages, atTop, leading)}
	var sizes []float64
	for _, p := range pages {
		usual := p.usualSize()
		sizes = append(sizes, usual)
		rows := p.endRows(atTop, usual)
		if len(rows) > 0 {
			e.filled++
		}
		e.rows = append(e.rows, rows)
	}
	if slices.Sort(sizes); len(sizes) > 0 {
		e.usual = sizes[len(sizes)/2]
	}
	e.findAlike()
	e.findNumbers()
	return e
}

// furniture returns how many rows at the end of page i are a head or foot: the
// most of which each is furniture by itself, and the last is set apart from what
// follows.
func (e *pageEnds) furniture(i int) int {
	n, varying, most := 0, 0, maxOnceRows
	if i == 0 && !e.atTop && e.hasNotice() {
		most = maxEndRows
	}
	for k := range e.rows[i] {
		r := &e.rows[i][k]
		found := e.proof(i, k)
		if found != everywhere {
			varying++
		}
		if found == noProof || varying > most {
			break
		}
		near := numberGap * math.Min(e.leading, setSolid*r.usual) // classes that spread lines leave their feet where they were
		if r.gap >= furnitureGap*math.Max(e.leading, r.size) || (r.counts || found == everywhere && r.size < smallSize*r.usual) && r.gap >= near ||
			r.counts && e.numbered[heightOf(r.baseline)] >= max(leastOfAnyWords, e.filled/2) && r.numeric() || // notes reach down to it
			r.alone && (r.counts || e.alikePages(i, r) > 0) {
			n = k + 1
		}
	}
	return n
}

// proof judges a row of page i by its words, by its likes on other pages and,
// where there are none, by how it is set.
func (e *pageEnds) proof(i, k int) proof {
	r := &e.rows[i][k]
	p := e.pages[i]
	outside := e.slots[sizeOf(p)].distance(r, e.atTop)
	alike := e.alikePages(i, r)
	switch {
	case r.caption(), r.unreadable():
		return noProof
	case r.numeric() && r.counts:
		return everywhere
	case r.numeric():
		return repeated
	case alike == 0 && e.opensFirstPage(i) && r.size < smallSize*r.usual && e.isNotice(i, k):
		return once // its last rows may stand where other pages begin
	case outside < alikeSlot*e.leading:
		return noProof
	case r.counts && !r.full, alike > 0 && alike >= e.filled-2:
		return everywhere
	case alike > 0, r.titled:
		return repeated
	case outside >= furnitureGap*e.leading && e.isNotice(i, k):
		return once
	}
	return noProof
}

// opensFirstPage reports whether rows stand above the title of the first page from
// clearly above the place where other pages begin.
func (e *pageEnds) opensFirstPage(i int) bool {
	return e.atTop && i == 0 && len(e.title) > 0 && e.slots[sizeOf(e.pages[0])].distance(&e.rows[0][0], true) >= numberGap*e.leading
}

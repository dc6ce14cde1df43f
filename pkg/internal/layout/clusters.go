package layout

import (
	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// cluster is a group of neighbouring drawings or images of one form.
type cluster struct {
	box    geom.Rect
	sure   geom.Rect // box without images whose margins may be white
	images int
	thin   bool // one straight horizontal or vertical rule
	form   int32
}

// Sizes of clusters, in points.
const (
	thinMark     = 2.5 // no thicker: a rule
	clusterReach = 9.0 // drawings this near to each other are one figure
	maxClusters  = 3000
)

// readClusters groups the visible drawings and images of a page. Drawings that
// follow each other at the same place are joined at once, so that a plot of a
// hundred thousand strokes is a handful of clusters.
func readClusters(p *content.Page) []cluster {
	g := clusterer{cell: max(leastCell, p.Size.X/mostCells, p.Size.Y/mostCells)}
	for i := range p.Drawings {
		if d := &p.Drawings[i]; isSeen(d.Hidden) && !d.Light && !d.Box.IsEmpty() {
			sure := d.Box
			if d.Hidden != content.Visible {
				sure = geom.Empty()
			}
			g.add(cluster{box: d.Box, sure: sure, form: d.Form})
		}
	}
	for i := range p.Images {
		if d := &p.Images[i]; isSeen(d.Hidden) && !d.Light && !d.Box.IsEmpty() {
			sure := d.Box
			if !d.Trimmed || d.Hidden != content.Visible {
				sure = geom.Empty()
			}
			g.add(cluster{box: d.Box, sure: sure, images: 1, form: d.Form})
		}
	}
	return g.clusters
}

// clusterer gathers clusters. Beyond maxClusters, drawings whose middles lie in one
// cell of the page are one.
type clusterer struct {
	clusters []cluster
	cell     float64 // points
	cells    map[[2]int]int
}

// Cells of a page with too many clusters.
const (
	leastCell = 72.0 // points
	mostCells = 16   // along each side
)

func (g *clusterer) add(c cluster) {
	c.thin = isThin(c.box)
	n := len(g.clusters)
	if n > 0 {
		if last := &g.clusters[n-1]; last.form == c.form && (!c.thin && !last.thin || isDot(c.box)) && near(last.box, c.box) {
			last.join(c)
			last.thin = last.thin && isThin(last.box)
			return
		}
	}
	if n < maxClusters {
		g.clusters = append(g.clusters, c)
		return
	}
	g.addToCell(c)
}

// addToCell joins a drawing with the others of its cell.
func (g *clusterer) addToCell(c cluster) {
	middle := c.box.Center()
	key := [2]int{g.cellOf(middle.X), g.cellOf(middle.Y)}
	if at, ok := g.cells[key]; ok {
		g.clusters[at].join(c)
		g.clusters[at].thin = false
		return
	}
	if g.cells == nil {
		g.cells = map[[2]int]int{}
	}
	g.cells[key] = len(g.clusters)
	g.clusters = append(g.clusters, c)
}

// cellOf returns the index of the cell at x; what lies off the page is in the
// nearest one.
func (g *clusterer) cellOf(x float64) int { return int(min(max(0, x/g.cell), mostCells)) }

// isSeen reports whether what is drawn is visible or may be.
func isSeen(h content.Hidden) bool { return h == content.Visible || h == content.Doubtful }

// join takes another cluster in.
func (c *cluster) join(o cluster) {
	c.box, c.sure = c.box.Union(o.box), c.sure.Union(o.sure)
	c.images += o.images
}

// isDot reports whether a drawing is no larger either way than a rule is thick:
// dotted and curved lines are drawn so.
func isDot(b geom.Rect) bool { return b.Width() <= thinMark && b.Height() <= thinMark }

func isThin(b geom.Rect) bool { return b.Width() <= thinMark || b.Height() <= thinMark }

func near(a, b geom.Rect) bool { return a.Inset(-clusterReach).Overlaps(b) }

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
	var out []cluster
	add := func(box, sure geom.Rect, images int, form int32) {
		c := cluster{box: box, sure: sure, images: images, form: form, thin: isThin(box)}
		if n := len(out); n > 0 && out[n-1].form == form && !c.thin && !out[n-1].thin && near(out[n-1].box, box) {
			out[n-1].join(c)
			return
		}
		if len(out) >= maxClusters {
			last := &out[len(out)-1]
			last.box, last.sure, last.thin = last.box.Union(box), last.sure.Union(sure), false
			return
		}
		out = append(out, c)
	}
	for i := range p.Drawings {
		if d := &p.Drawings[i]; isSeen(d.Hidden) && !d.Light && !d.Box.IsEmpty() {
			sure := d.Box
			if d.Hidden != content.Visible {
				sure = geom.Empty()
			}
			add(d.Box, sure, 0, d.Form)
		}
	}
	for i := range p.Images {
		if d := &p.Images[i]; isSeen(d.Hidden) && !d.Light && !d.Box.IsEmpty() {
			sure := d.Box
			if !d.Trimmed || d.Hidden != content.Visible {
				sure = geom.Empty()
			}
			add(d.Box, sure, 1, d.Form)
		}
	}
	return out
}

// isSeen reports whether what is drawn is visible or may be.
func isSeen(h content.Hidden) bool { return h == content.Visible || h == content.Doubtful }

// join takes another cluster in.
func (c *cluster) join(o cluster) {
	c.box, c.sure = c.box.Union(o.box), c.sure.Union(o.sure)
	c.images += o.images
}

func isThin(b geom.Rect) bool { return b.Width() <= thinMark || b.Height() <= thinMark }

func near(a, b geom.Rect) bool { return a.Inset(-clusterReach).Overlaps(b) }

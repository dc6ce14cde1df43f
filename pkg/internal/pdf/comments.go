package pdf

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Comment is what a reader has left in a file with a viewer: a note, a highlight,
// an ink drawing (12.5.6).
type Comment struct {
	Kind   string // "text", "highlight", "underline", "strike-out", "squiggly", "caret", "ink"
	Author string // "": not named
	Text   string // "": it says nothing
	Page   int
	Box    geom.Rect // in page space; empty: nowhere
}

// commentKinds are the kinds of comments by the subtypes of their annotations.
// Other annotations may be content: text boxes, shapes, stamps.
var commentKinds = map[string]string{
	"Text": "text", "Highlight": "highlight", "Underline": "underline", "StrikeOut": "strike-out",
	"Squiggly": "squiggly", "Caret": "caret", "Ink": "ink",
}

// IsComment reports whether an annotation is a comment: it adds nothing to what the
// page shows, whatever its appearance draws.
func IsComment(annotation Value) bool { return commentKinds[annotation.Key("Subtype").Name()] != "" }

// How many comments are read, and how many annotations are looked at for them.
const (
	maxComments      = 1000
	maxCommentSearch = 50_000
)

// Comments returns the comments that viewers show, in the order of the pages. A
// reply belongs to the comment that it answers.
func (d *Document) Comments() []Comment { return d.survey().comments.out }

// commentSearch looks for comments.
type commentSearch struct {
	left int
	out  []Comment
}

func (s *commentSearch) page(p Page) {
	annots := p.Dict.Key("Annots")
	for i := range annots.Len() {
		if s.left--; s.left < 0 || len(s.out) == maxComments {
			return
		}
		a := annots.Index(i)
		if IsComment(a) && a.Key("F").Int()&(annotHidden|annotNoView) == 0 && a.Key("IRT").IsNull() {
			s.out = append(s.out, p.comment(a))
		}
	}
}

// The flags of an annotation that is not shown (table 167).
const (
	annotHidden = 1 << 1
	annotNoView = 1 << 5
)

func (p Page) comment(a Value) Comment {
	c := Comment{
		Kind: commentKinds[a.Key("Subtype").Name()], Page: p.Number, Box: geom.Empty(),
		Author: oneLine(a.Key("T")), Text: oneLine(a.Key("Contents")),
	}
	if rect, ok := a.Key("Rect").Rect(); ok {
		c.Box = p.ToPage.ApplyRect(rect)
	}
	return c
}

// oneLine decodes a text string and joins its lines.
func oneLine(v Value) string {
	return strings.Join(strings.Fields(decodeText(v.Bytes())), " ")
}

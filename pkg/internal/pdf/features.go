package pdf

import "slices"

// Features are properties of a file that some venues limit.
type Features struct {
	Version   int   // 15 for PDF 1.5; 0: not known
	Linked    []int // pages with links, to elsewhere or within the paper
	Bookmarks bool  // an outline for navigation
}

// maxLinkLook caps the annotations of a page that are looked at for a link.
const maxLinkLook = 10_000

// Features returns what the document's header, catalog and annotations say.
func (d *Document) Features() Features {
	bookmarks := d.Catalog().Key("Outlines").Key("First").IsDict()
	return Features{Version: d.version(), Bookmarks: bookmarks, Linked: d.survey().linked}
}

// hasLink reports whether one of the first annotations of a page is a link.
func (p Page) hasLink() bool {
	annots := p.Dict.Key("Annots")
	for i := range min(annots.Len(), maxLinkLook) {
		if annots.Index(i).Key("Subtype").Name() == "Link" {
			return true
		}
	}
	return false
}

// versions are those that PDF has had.
var versions = []string{"1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0"}

// version returns the later of the versions in header and catalog (7.7.2), times ten.
func (d *Document) version() int {
	catalog, out := string(d.Catalog().Key("Version").Name()), 0
	header := ""
	if v := d.frame.version; v != nil {
		header = v.String()
	}
	for _, v := range []string{header, catalog} {
		if slices.Contains(versions, v) {
			out = max(out, int(v[0]-'0')*10+int(v[2]-'0'))
		}
	}
	return out
}

package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

// Limits caps what a file can make the reader do. Every cap that is hit is
// reported by its name.
type Limits struct {
	// FileBytes caps the size of the file.
	FileBytes int64
	// Objects caps the number of objects in the file.
	Objects int
	// Pages caps the pages that are looked at.
	Pages int
	// TreeDepth caps the nesting of the page tree and of objects.
	TreeDepth int
	// StreamBytes caps one decoded stream.
	StreamBytes int64
	// TotalBytes caps all decoded streams of the file together.
	TotalBytes int64
}

// DefaultLimits are far above any paper and low enough to bound time and
// memory: an 18-page paper decodes about 3 MB.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:   256 << 20,
		Objects:     1_000_000,
		Pages:       2_000,
		TreeDepth:   64,
		StreamBytes: 64 << 20,
		TotalBytes:  192 << 20,
	}
}

// resources returns the caps as pdfcpu takes them.
func (l Limits) resources() model.ResourceLimits {
	out := model.DefaultResourceLimits()
	out.MaxStreamBytes = l.FileBytes
	out.MaxDecodeBytes = l.StreamBytes
	out.MaxObjectCount = l.Objects
	out.MaxObjectStreamCount = l.Objects
	out.MaxXRefEntries = l.Objects
	out.MaxRecursionDepth = l.TreeDepth
	return out
}

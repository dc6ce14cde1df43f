package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about damage that viewers repair silently.
const (
	JunkBeforeHeader  report.Kind = "junk-before-header"
	HeaderVersion     report.Kind = "header-version-unknown"
	HeaderMisplaced   report.Kind = "header-misplaced"
	HeaderMissing     report.Kind = "header-missing"
	EndMissing        report.Kind = "end-of-file-mark-missing"
	PointerMissing    report.Kind = "cross-reference-pointer-missing"
	TableMisplaced    report.Kind = "cross-reference-table-misplaced"
	TableRebuilt      report.Kind = "cross-reference-table-rebuilt"
	StreamCorrupt     report.Kind = "stream-corrupt"
	PageCountWrong    report.Kind = "page-count-wrong"
	PageListedTwice   report.Kind = "page-listed-twice"
	MediaBoxMissing   report.Kind = "media-box-missing"
	ObjectUnreadable  report.Kind = "object-unreadable"
	ObjectsUnreadable report.Kind = "objects-unreadable"
)

// damaged returns a sentence about damage.
func damaged(kind report.Kind, text string, args ...Arg) Entry {
	return Entry{Kind: kind, Rules: readableRule, Text: text, Args: args, Remedy: compileAgain}
}

var damageSentences = func() []Entry {
	return []Entry{
		damaged(JunkBeforeHeader, "{bytes|byte|bytes} of junk {bytes?precedes|precede} the PDF header.", arg("bytes", Count, "number of bytes")),
		damaged(HeaderVersion, "The PDF header has no known version."),
		damaged(HeaderMisplaced, "The PDF header is not at the start of the file."),
		damaged(HeaderMissing, "The PDF header is missing."),
		damaged(EndMissing, "The end-of-file mark is missing; the file may be truncated."),
		damaged(PointerMissing, "The pointer to the cross-reference table is missing."),
		damaged(TableMisplaced, "The cross-reference table is not where the file says; it was rebuilt."),
		damaged(TableRebuilt, "The cross-reference table could not be used; it was rebuilt."),
		damaged(StreamCorrupt, "A compressed stream is corrupt; it was read up to the fault."),
		damaged(PageCountWrong, "The page tree claims {claimed|page|pages} but has {pages}.",
			arg("claimed", Count, "number of pages that it claims"), arg("pages", Count, "number of pages that it has")),
		damaged(PageListedTwice, "The page tree lists a page or branch twice."),
		damaged(MediaBoxMissing, "Page {page} has no usable MediaBox.", pageArg),
		damaged(ObjectUnreadable, "Object {object} cannot be read.", arg("object", Number, "number of the object")),
		damaged(ObjectsUnreadable, "Some objects cannot be read; they were left out."),
	}
}

package check_test

import (
	"os/exec"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// office is LibreOffice, and a paper in USENIX's format as flat OpenDocument text.
var office = program{
	name: "LibreOffice", ending: ".fodt", slow: true,
	fix: func(f report.Fix) string { return f.LibreOffice },
	has: func() error { _, err := exec.LookPath("soffice"); return err },
	build: func(folder string, names []string) error { // one start for all: it takes seconds
		return run(folder, "soffice", append([]string{"-env:UserInstallation=file://" + folder + "/settings", "--headless", "--convert-to", "pdf"}, names...)...)
	},
	slots: slots{
		"width": "8.5in", "height": "11in", "y margins": "1in", "x margins": "0.75in", "footer style": "", "footer": "", "header": "",
		"columns": `<style:columns fo:column-count="2" fo:column-gap="0.33in"/>`,
		"size":    "10pt", "leading": "12pt", "font": "Liberation Serif", "hyphenate": "false", "paragraph": "", "letters": "", "styles": "", "heading space": `fo:margin-top="12pt" fo:margin-bottom="7pt"`,
		"meta": "", "settings": "", "author": "Ada Lovelace, University of London", "here": "", "end": "",
	},
	sound: `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta>«meta»</office:meta>
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'«font»'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties style:font-name="body" fo:font-size="«size»" fo:language="en" fo:country="US"/></style:style>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:line-height="«leading»" fo:text-align="justify" «paragraph»/><style:text-properties fo:hyphenate="«hyphenate»" «letters»/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="14pt"/><style:text-properties fo:font-size="17pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Author" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="14pt"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties «heading space» fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Page" style:family="paragraph" style:parent-style-name="Standard" style:master-page-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
«styles»
«settings»
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="«width»" fo:page-height="«height»" fo:margin-left="«x margins»" fo:margin-right="«x margins»" fo:margin-top="«y margins»" fo:margin-bottom="«y margins»"/>«footer style»</style:page-layout>
<style:style style:name="columns" style:family="section"><style:section-properties text:dont-balance-text-columns="true">«columns»</style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">«header»«footer»</style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Title">Analytical Engines that Weave</text:p>
<text:p text:style-name="Author">«author»</text:p>
<text:section text:style-name="columns" text:name="text">
<text:h text:style-name="Head" text:outline-level="1">Introduction</text:h>
` + officeMore + officeMore + `
<text:h text:style-name="Head" text:outline-level="1">The Engine</text:h>
` + officeProse + officeProse + `
<text:h text:style-name="Head" text:outline-level="1">The Loom</text:h>
` + officeProse + officeProse + `
<text:h text:style-name="Head" text:outline-level="1">The Cards</text:h>
` + officeProse + officeProse + `
«here»
` + officeMore + `
<text:h text:style-name="Head" text:outline-level="1">Results</text:h>
` + officeProse + officeProse + `
«end»
<text:h text:style-name="Head" text:outline-level="1">References</text:h>
<text:p text:style-name="Body">[1] A. Lovelace. Notes on the engine. In Scientific Memoirs, 1843.</text:p>
<text:p text:style-name="Body">[2] C. Babbage. On the economy of machinery. In Scientific Memoirs, 1832.</text:p>
</text:section></office:text></office:body></office:document>
`,
}

const (
	officeSentence = `The engine weaves algebraical patterns just as the loom weaves flowers and leaves, and it does so without knowing what they mean. We follow its cards one by one, and write down what each of them does to the numbers of the store.`
	officeProse    = `<text:p text:style-name="Body">` + officeSentence + "</text:p>\n"
	officeMore     = officeProse + officeProse + officeProse + officeProse + officeProse + officeProse
)

// TestRemediesForLibreOffice: the remedies for LibreOffice help, where a document
// holds what its menus set.
func TestRemediesForLibreOffice(t *testing.T) {
	office.try(t, []trial{
		{kind: wording.BlockTooDeep, says: "set the top and bottom margins", broken: slots{"y margins": "0.7in"}, fixed: slots{"y margins": "1in"}},
		{kind: wording.BlockTooWide, says: "set the left and right margins", broken: slots{"x margins": "0.5in"}, fixed: slots{"x margins": "0.75in"}},
		{kind: wording.LinesTooWide, says: "set “After text” to 0", broken: slots{"styles": officeIndent("-0.5in"), "here": `<text:p text:style-name="Indent">The engine weaves algebraical patterns just as the loom weaves</text:p>`}, fixed: slots{"styles": officeIndent("0in"), "here": `<text:p text:style-name="Indent">The engine weaves algebraical patterns just as the loom weaves</text:p>`}},
		{kind: wording.MarginNote, says: "Remove the frame in the margin", broken: slots{"styles": officeFrame, "here": `<text:p text:style-name="Body"><draw:frame draw:style-name="frame" text:anchor-type="paragraph" svg:x="3.6in" svg:y="0.08in" svg:width="0.5in"><draw:text-box fo:min-height="1cm"><text:p text:style-name="Standard">say more of this here</text:p></draw:text-box></draw:frame>` + officeSentence + `</text:p>`}},
		{kind: wording.FigureTooWide, says: "set the width to 100% relative to the paragraph area", broken: slots{"styles": officeFrame, "here": officeImage(`svg:width="4.4in" svg:height="2in"`)}, fixed: slots{"styles": officeFrame, "here": officeImage(`style:rel-width="100%" svg:width="3.3in" svg:height="2in"`)}},
		{kind: wording.LinesInMargin, says: "Set the margins in Format → Page Style → Page", asks: "margins: 1in 0.75in", broken: slots{"x margins": "0.6in"}, fixed: slots{"x margins": "0.75in"}},
		{kind: wording.GutterNarrow, says: "Format → Columns", asks: "gutter: 0.33in", broken: slots{"columns": `<style:columns fo:column-count="2" fo:column-gap="0.15in"/>`}, fixed: slots{"columns": `<style:columns fo:column-count="2" fo:column-gap="0.33in"/>`}},
		{kind: wording.ColumnWide, says: "Set the width of the columns", asks: "column: 3.34in", broken: slots{"columns": `<style:columns fo:column-count="2" fo:column-gap="0.1in"/>`}, fixed: slots{"columns": `<style:columns fo:column-count="2" fo:column-gap="0.33in"/>`}},
		{kind: wording.ColumnsUnequal, says: "Tick AutoWidth", asks: "tolerance: {columns: 1pt}", broken: slots{"columns": `<style:columns fo:column-count="2"><style:column style:rel-width="3800*" fo:end-indent="0.16in"/><style:column style:rel-width="3000*" fo:start-indent="0.16in"/></style:columns>`}, fixed: slots{"columns": `<style:columns fo:column-count="2" fo:column-gap="0.33in"/>`}},
		{kind: wording.ColumnsOther, says: "Format → Columns: 2", broken: slots{"columns": `<style:columns fo:column-count="1"/>`}, fixed: slots{"columns": `<style:columns fo:column-count="2" fo:column-gap="0.33in"/>`}},
		{kind: wording.PageSizeOther, says: "Set Format → Page Style → Page → Format to", broken: slots{"width": "21cm", "height": "29.7cm"}},
		{kind: wording.PageNumbered, says: "Remove the page number", broken: slots{"footer style": officeFooterStyle, "footer": officeFooter}},
		{kind: wording.PagesUnnumbered, says: "Insert → Page Number", rule: "page-numbers", asks: "numbering: required", fixed: slots{"footer style": officeFooterStyle, "footer": officeFooter}},
		{kind: wording.PageUnnumbered, says: "“Same content on first page”", rule: "page-numbers", asks: "numbering: required", broken: slots{"footer style": officeFooterStyle, "footer": officeFooter + `<style:footer-first><text:p text:style-name="Author"/></style:footer-first>`}, fixed: slots{"footer style": officeFooterStyle, "footer": officeFooter}},
		{kind: wording.PageBlank, says: "remove empty paragraphs and page breaks", rule: "blank-pages", broken: slots{"end": `<text:p text:style-name="Page"/><text:p text:style-name="Page"/>`}},
		{kind: wording.BodySizeSmall, says: "set 10 pt or more", broken: slots{"size": "9pt"}, fixed: slots{"size": "10pt"}},
		{kind: wording.BodySizeLarge, says: "set the required size", asks: "body_size: {min: 10pt, max: 11pt}", broken: slots{"size": "12pt", "leading": "14pt"}, fixed: slots{"size": "10pt", "leading": "14pt"}},
		{kind: wording.LeadingSmall, says: "set Line Spacing to Fixed, 12 pt", broken: slots{"leading": "100%"}, fixed: slots{"leading": "12pt"}},
		{kind: wording.LeadingLarge, says: "set Line Spacing to Fixed", asks: "leading: {min: 12pt, max: 13pt}", broken: slots{"leading": "150%"}, fixed: slots{"leading": "12pt"}},
		{kind: wording.FontFamilyOther, says: "Liberation Serif", broken: slots{"font": "Liberation Sans"}, fixed: slots{"font": "Liberation Serif"}},
		{kind: wording.TextCondensed, says: "set Scale width to 100%", broken: slots{"letters": `style:text-scale="85%"`}, fixed: slots{"letters": `style:text-scale="100%"`}},
		{kind: wording.TextCondensed, says: "Spacing to 0 pt", broken: slots{"letters": `fo:letter-spacing="-0.8pt"`}, fixed: slots{"letters": `fo:letter-spacing="0pt"`}},
		{kind: wording.SpaceBelowSmall, says: "Indents & Spacing", asks: "spacing: {above_heading: 20pt, below_heading: 16pt}", broken: slots{"heading space": `fo:margin-top="3pt" fo:margin-bottom="1pt"`}, fixed: slots{}},
		{kind: wording.MetadataAuthor, says: "Reset Properties", asks: "names: forbidden", broken: slots{"author": "Anonymous", "meta": `<meta:initial-creator>Ada Lovelace</meta:initial-creator><dc:creator>Ada Lovelace</dc:creator>`}, fixed: slots{"author": "Anonymous"}},
		{kind: wording.LinesNumbered, says: "untick “Show numbering”", broken: slots{"settings": `<text:linenumbering-configuration text:number-lines="true" text:offset="0.2in" style:num-format="1" text:number-position="left" text:increment="1"/>`, "paragraph": `text:number-lines="true"`}, fixed: slots{"settings": `<text:linenumbering-configuration text:number-lines="false"/>`, "paragraph": `text:number-lines="true"`}},
	})
}

// The parts of a document that trials change.
const (
	officeFooterStyle = `<style:footer-style><style:header-footer-properties fo:min-height="0.3in" fo:margin-top="0.1in"/></style:footer-style>`
	officeFooter      = `<style:footer><text:p text:style-name="Author"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>`
	officeFrame       = `<style:style style:name="frame" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" fo:border="0.5pt solid #000000"/></style:style>`
)

func officeIndent(right string) string {
	return `<style:style style:name="Indent" style:family="paragraph" style:parent-style-name="Body"><style:paragraph-properties fo:margin-left="0in" fo:margin-right="` + right + `"/></style:style>`
}

func officeImage(size string) string {
	const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
	return `<text:p text:style-name="Body"><draw:frame draw:style-name="frame" text:anchor-type="as-char" ` + size + `><draw:image><office:binary-data>` + png + `</office:binary-data></draw:image></draw:frame></text:p>`
}

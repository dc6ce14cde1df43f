package profile

import (
	"slices"
	"strconv"
	"strings"
)

// callPatterns are the readers of a call's text, in the order of the draft.
func callPatterns() []func(*callDraft) {
	return []func(*callDraft){
		readCallFormat, readCallPaper, readCallPages, readCallCounted, readCallAbstract, readCallWords, readCallBlock, readCallMargins, readCallType, readCallSizeOf, readCallColumns,
		readCallFonts, readCallNumbers, readCallNames, readCallSections, readCallFile,
	}
}

// Pieces of the patterns of calls.
const (
	aNumber = `(\d+(?:\.\d+)?|\.\d+)`
	aSize   = `(\d+(?:\.\d+)?|eight|nine|ten|eleven|twelve)`
	aMany   = `(\d{1,3}(?:,\d{3})+|\d{2,5})`
	isUpTo  = `(?:(?:no|not(?: be)?) (?:more|longer|greater) than|at (?:most|maximum)|up to(?: a maximum of)?|max(?:imum|\.)?(?: (?:page |paper )?(?:length|limit|number|size))?(?: of| is|:)?|limited to|restricted to|exceed(?:ing|s)?|longer than|more than|limit(?: of| is|:)|within|under)`
	aUnit   = `\s*-?\s*("|”|″|inch(?:es)?|in\.?|cm|mm)`
	aGutter = `(?:gutter|between (?:the )?(?:two )?columns|intercolumn|column (?:separation|spacing|gap))`
	aCount  = `(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty)`
)

var (
	callSigconf      = &expression{source: anyCase + `\bsigconf\b`}
	callSigplan      = &expression{source: anyCase + `\bsigplan\b`}
	callManuscript   = &expression{source: anyCase + `\bdocumentclass\[[^\]]*\bmanuscript\b[^\]]*\]\{acmart\}|\bACM[^.;]{0,24} manuscript (?:format|style|template)|\bACM[^.;]{0,24}\b(?:single|one)-column`}
	callACM          = &expression{source: anyCase + `\bacmart\b|\bACM (?:SIG |SIG proceedings |conference |proceedings |conference proceedings |standard |primary |master )*(?:format|style|template)`}
	callSmall        = &expression{source: anyCase + `\bacmsmall\b|\bPACM[A-Z]+\b`}
	callLNCS         = &expression{source: anyCase + `\bLNCS\b|Lecture Notes in Computer Science|\bllncs\b|\bLNAI\b|\bLNBIP\b|\bCCIS\b`}
	callIEEE         = &expression{source: anyCase + `\bIEEEtran\b|\bIEEE (?:standard |manuscript |regular |paper )?(?:conference|two-column|double-column|proceedings|template|format|style)`}
	callUSENIX       = &expression{source: anyCase + `\bUSENIX (?:paper |latex |word )?(?:template|style|format)`}
	callLetter       = &expression{source: anyCase + `\b(?:US[- ]?)?letter(?:[- ]siz|[- ]paper|\b[^.]{0,12}8\.5)|\b8\.5` + `[^.\d]{0,12}(?:x|×|by)\s*11\b|\bUS[- ]letter\b`}
	callA4           = &expression{source: anyCase + `\bA4\b`}
	callPagesUpTo    = &expression{source: anyCase + `\b` + isUpTo + `\s+` + aCount + `(?:\s*\(\d+\))?[- ](?:[\w-]+ ){0,2}?pages?\b`}
	callPagesRange   = &expression{source: anyCase + `\bbetween ` + aCount + `(?: \(\d+\))? and ` + aCount + `(?: \(\d+\))? pages\b|\b` + aCount + `\s*(?:-|–|to)\s*` + aCount + `[- ]pages?\b`}
	callPagesPlus    = &expression{source: anyCase + `\b(?:` + aCount + `\s*(?:-|–|to|and)\s*)?` + aCount + ` (?:content )?pages?\b[^.;]{0,40}?\b(?:plus|and|with)(?: up to| at most| a maximum of| an?)?(?: additional| extra)? ` + aCount + ` (?:additional |extra |more )?pages? (?:for|of|with|containing)(?: only)? (?:the )?(?:references|bibliography)`}
	callOfPart       = &expression{source: anyCase + `(?:^|\b(?:an?|the|any|this|each|every|optional) )(?:appendix|appendices|ethics (?:statement|section)|acknowledg\w+|limitations section|checklist)\b[^.;,]{0,24}$`}
	callForPart      = &expression{source: anyCase + `^ (?:of|for|with|containing)(?: only)?(?: an?| the)? (?:appendi\w+|references|bibliography|ethics|acknowledg\w+)\b`}
	callTogether     = &expression{source: anyCase + `\b(?:includ\w+|exclud\w+|with|and|count\w*|plus)\b`}
	callWordsRange   = &expression{source: anyCase + `\b` + aMany + `\s*(?:-|–|to|and)\s*` + aMany + ` words\b`}
	callWordsUpTo    = &expression{source: anyCase + `\b` + isUpTo + `\s+` + aMany + `[- ]words?\b|\b` + aMany + `[- ]word (?:limit|maximum)`}
	callAtLeast      = &expression{source: anyCase + `\b(?:at least|no (?:fewer|less) than|minimum)\b`}
	callAtMost       = &expression{source: anyCase + `\b(?:at most|no (?:more|larger) than|up to|maximum)\b`}
	callNotBody      = &expression{source: anyCase + `\b(?:captions?|figures?|tables?|titles?|headings?|footnotes?|abstracts?|references|bibliograph\w+|labels?|listings?|keywords?|biograph\w+|appendi\w+)\b`}
	callWithout      = &expression{source: anyCase + `\b(?:no|without|not|omit|remove|disable)\b`}
	callUnblind      = &expression{source: anyCase + `\b(?:need not|(?:do|does) not (?:need|have) to|not (?:required|necessary)|optional)\b`}
	callPageLimit    = &expression{source: anyCase + `\b` + aCount + `[- ]page(?:s)? (?:limit|maximum|max\b|or (?:less|fewer)|long|in (?:length|total)|total)`}
	callPagesAlone   = &expression{source: anyCase + `(?:\b\w+ )?\b` + aCount + `(?: \(\d+\))?(?: \w+)? pages?\b((?: \w+)?)`}
	callNotPages     = &expression{source: anyCase + `^(?:first|last|next|top|these|those|per|over|beyond|least|additional|extra)\b|\b(?:additional|extra|more|further|st|nd|rd|th) pages?\b|pages? (?:abstract|proposal|summary|statement|cover|rebuttal|response|description|apart)$`}
	callMore         = &expression{source: anyCase + `\b(?:additional|extra|further) (?:\w+ )?pages?\b`}
	callShort        = &expression{source: anyCase + `\b(short|work-in-progress|demo|poster|vision|position|industry|tool|student)s? (?:papers?|submissions?|abstracts?|articles?|contributions?)\b`}
	callShortFirst   = &expression{source: anyCase + `^(?:[\w'’]+ ){0,3}?(short|work-in-progress|demo|poster|vision|position|industry|tool|student)s? (?:papers?|submissions?|abstracts?|articles?|contributions?)\b`}
	callNothing      = &expression{source: anyCase + `(?:\bincluding|\binclusive of|\(includes?) (?:[\w, ]{0,60}\b)?(?:references?|bibliography|everything)|\beverything (?:is )?(?:included|counts)|\b(?:in|pages) total\b|\btotal (?:length|number of pages)\b|\ball[- ]inclusive`}
	callExcept       = &expression{source: anyCase + `(?:excluding|exclusive of|not including|not counting|without|excludes?|excluded|plus|in addition to|(?:does|do|are|is) not (?:count|include)|not counted|no limit|unlimited)`}
	callApart        = &expression{source: anyCase + `\b(?:do|does|will|are|is) not (?:be )?(?:count|include|limited)|\bexclud(?:ed|ing)\b|\bexempt\b|\bnot count|\bunlimited\b|\b(?:no|without|any)(?: page)? (?:number|limit|length)|\bas many\b`}
	callOfPages      = &expression{source: anyCase + `\b(?:pages?|limits?|length|count\w*|excluded)\b`}
	callBut          = &expression{source: anyCase + `\b(?:plus|but|exclud\w*|not|without|needed)\b`}
	callIncluded     = &expression{source: anyCase + `[,;)]| but |exclud`}
	callAside        = &expression{source: anyCase + `\bextended abstracts?\b|\b(?:includ|exclud|not count|without|plus)[^,;]*`}
	callExtended     = &expression{source: anyCase + `^extended`}
	callBlock        = &expression{source: anyCase + aNumber + `(?:` + aUnit + `)?(?:\s*wide)?\s*(?:x|×|by)\s*` + aNumber + aUnit}
	callLeading      = &expression{source: anyCase + aNumber + `[- ]?(?:points?|pts?)\.?\s*(?:\([^)]*\)\s*)?(?:leading|(?:line )?spacing)|\b(?:leading|line[- ]spacing)(?: (?:must|should) be| is|:)? (?:of )?(?:at least )?` + aNumber + `[- ]?(?:points?|pts?)|\bon ` + aNumber + `[- ]?(?:points?|pts?)(?: \([^)]{0,24}\)(?: leading)?)?`}
	callSizes        = &expression{source: anyCase + `\b` + aSize + `(?:[- ]?(?:points?|pts?))?\s*(?:-|–|to|and|or)(?: at most)?\s*` + aSize + `[- ]?(?:points?|pts?)\b`}
	callSize         = &expression{source: anyCase + `((?:\b(?:at most|no (?:more|larger) than|up to) )?)\b` + aSize + `[- ]?(?:points?|pts?)\b`}
	callColumns      = &expression{source: anyCase + `\b(two|double|single|one|2|1)[- ]column`}
	callColumnOf     = &expression{source: anyCase + `\bcolumns?,?(?: (?:should|must) be)?(?: each| are| is)*(?: of)? ` + aNumber + aUnit + `(?: \([^)]{1,16}\))? (?:wide|width)|\bcolumn width[^.;\d]{0,12}` + aNumber + aUnit}
	callGutter       = &expression{source: anyCase + aNumber + aUnit + `[^.;\d]{0,24}` + aGutter + `|` + aGutter + `[^.;\d]{0,24}` + aNumber + aUnit}
	callUnnumber     = &expression{source: anyCase + `\b(?:do not|don't|not be|not have|no|without|omit|must not|should not|never)\b[^.;]{0,40}\b(?:page numbers?|number(?:ed)?(?: the| your)? pages?|pages? number)|pages? (?:must|should) not be numbered|unnumbered pages`}
	callOther        = &expression{source: anyCase + `\b(?:must|should|shall|but|need)\b`}
	callNumber       = &expression{source: anyCase + `\bpages? (?:must|should|are to|need to|have to|shall) be numbered|\b(?:include|with|have|use|add|place|put|insert|contain)\b[^.;]{0,30}\bpage numbers?|\bnumber (?:the |all |your )*pages|\bpage numbers? (?:is|are|must be|should be) (?:required|included|present|mandatory)`}
	callBlind        = &expression{source: anyCase + `\bdouble[- ](?:blind|anonymous)|\banonymi[sz]ed\b|\banonymi[sz]e (?:your|their|the|all)\b|\b(?:must|should|are to|have to) be (?:\w+ )?anonymous|\banonymous (?:submission|review|manuscript|version)|\bdocumentclass\[[^\]]*\banonymous\b|\b(?:do not|don't|must not|should not|never) (?:include|list|contain|show|reveal|mention)\b[^.;]{0,24}\b(?:authors?['’]? (?:names?|information|identit\w+|affiliations?|list)|names (?:and|or) affiliations|identifying|identit\w+)|\b(?:without|no|remove|omit)(?: all| any| the)? (?:authors?['’]? (?:names?|information)|names and affiliations|identifying information)|\bauthors?['’]? (?:names?|identit\w+) (?:must|should|may) not (?:appear|be)|\bidentifying information (?:must|should|may) not`}
	callPerhapsBlind = &expression{source: anyCase + `(?:^|[^-\w])blind(?:ed)? (?:peer[- ])?review|\banonymity\b`}
	callReject       = &expression{source: anyCase + `\breject|\bnot be (?:considered|reviewed|accepted)\b|\b(?:returned|disqualif\w+|excluded)\b`}
	callSizeOf       = &expression{source: anyCase + `\bsize(?: of| is|:)? (\d+(?:\.\d+)?)\b(\s*(?:x|×|by|in|cm|mm|MB|"|″|points?|pts?)?)`}
	callNamed        = &expression{source: anyCase + `\bsingle[- ](?:blind|anonymous)|\bnames,? (?:and )?affiliations[^.;]{0,40}\bfirst page|\b(?:need )?not (?:be )?(?:blind|anonymi[sz]ed|anonymous)\b|\bauthors?[’']? names(?: and affiliations)?[^.;]{0,30}(?:first|title|cover) page|\b(?:include|list) (?:the )?(?:authors[’']? )?names and affiliations|\blist all (?:the )?authors|\bauthor (?:list|names?) (?:must|should|shall) (?:appear|be (?:included|listed|given))`}
	callAbstract     = &expression{source: anyCase + `\b(?:extended )?abstract(?:[^.;]|max\.|min\.){0,60}?\b` + aMany + `(?:\s*(?:-|–|to|and)\s*` + aMany + `)? words`}
	callAbstractOf   = &expression{source: anyCase + `\b` + aMany + `(?:\s*(?:-|–|to)\s*` + aMany + `)?[- ]words? abstracts?\b`}
	callCharacter    = &expression{source: anyCase + `\b(?:extended )?abstracts?\b(?:[^.;]|max\.|min\.){0,60}?\b` + aMany + `(?:\s*(?:-|–|to|and)\s*` + aMany + `)? characters`}
	callRequire      = &expression{source: anyCase + `\b(?:must|required|requires|mandatory|shall|need to)\b`}
	callNoAppend     = &expression{source: anyCase + `\b(?:appendices|appendix|supplementary material)\b[^.;]{0,30}\bnot (?:be )?(?:allowed|permitted|included)|\bno (?:appendices|appendix)\b`}
	callLast         = &expression{source: anyCase + `\b(?:references|bibliography)\b[^.;]{0,20}(?:must|should|shall|have to) (?:be|come) (?:the )?(?:very )?last\b`}
	callPaperID      = &expression{source: anyCase + `\b(?:paper|submission)(?:'s)? (?:ID|number)\b[^.;]{0,40}\b(first|title|every|each|all) pages?\b`}
	callLineNos      = &expression{source: anyCase + `\bline numbers\b|\bdocumentclass\[[^\]]*\breview\b`}
	callFile         = &expression{source: anyCase + `\b(\d+(?:\.\d+)?)\s?(MB|megabytes|kB|GB)\b`}
	callEmbedded     = &expression{source: anyCase + `\bfonts?[^.;]{0,40}embedded|\bembed(?:ding)? (?:all )?(?:the )?fonts|\bembedded fonts`}
	callType3        = &expression{source: anyCase + `\bType[- ]?3\b`}
)

// families that calls name.
var callFamilies = []struct {
	word    string
	pattern *expression
}{
	{"times", &expression{source: `(?i:\bTimes(?: New)? Roman\b|\bTimes-Roman\b)|\bTimes\b`}}, {"libertine", &expression{source: anyCase + `\bLibertine\b`}},
	{"computer-modern", &expression{source: anyCase + `\b(?:Computer|Latin) Modern\b`}}, {"palatino", &expression{source: anyCase + `\bPalatino\b`}},
	{"charter", &expression{source: `\bCharter\b`}}, {"garamond", &expression{source: anyCase + `\bGaramond\b`}}, {"cambria", &expression{source: anyCase + `\bCambria\b`}},
	{"helvetica", &expression{source: anyCase + `\bHelvetica\b`}}, {"arial", &expression{source: anyCase + `\bArial\b`}}, {"calibri", &expression{source: anyCase + `\bCalibri\b`}},
}

// countWords are the numbers that calls write as words.
var countWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

// countOf returns a number that is written in digits or as a word.
func countOf(word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	return max(0, slices.Index(countWords, strings.ToLower(word)))
}

// unitOf returns the unit that a call's word means.
func unitOf(word string) string {
	switch w := strings.ToLower(word); w {
	case "cm", "mm":
		return w
	}
	return "in"
}

// lengthOf writes a number of a call with its unit.
func lengthOf(number, unit string) string {
	if strings.HasPrefix(number, ".") {
		number = "0" + number
	}
	return number + unitOf(unit)
}

// firstOf returns the first of some groups that has words.
func firstOf(groups ...string) string {
	for _, g := range groups {
		if g != "" {
			return g
		}
	}
	return ""
}

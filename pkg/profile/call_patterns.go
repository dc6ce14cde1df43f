package profile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// callPatterns are the readers of a call's text, in the order of the draft.
func callPatterns() []func(*callDraft) {
	return []func(*callDraft){
		readCallFormat, readCallPaper, readCallPages, readCallAbstract, readCallWords, readCallBlock, readCallMargins, readCallType, readCallColumns,
		readCallFonts, readCallNumbers, readCallNames, readCallSections, readCallFile,
	}
}

// Pieces of the patterns of calls.
const (
	aNumber = `(\d+(?:\.\d+)?|\.\d+)`
	aSize   = `(\d+(?:\.\d+)?|eight|nine|ten|eleven|twelve)`
	aMany   = `(\d{1,3}(?:,\d{3})+|\d{2,5})`
	isUpTo  = `(?:no (?:more|longer) than|at most|up to|maximum(?: length)?(?: of| is)?|limited to|exceed(?:ing|s)?|longer than|limit (?:of|is)|within)`
	aUnit   = `\s*-?\s*("|”|″|inch(?:es)?|in\.?|cm|mm)`
	aGutter = `(?:gutter|between (?:the )?(?:two )?columns|intercolumn|column (?:separation|spacing|gap))`
	aCount  = `(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty)`
)

// callPattern is a pattern of a call, whatever the case of the text.
func callPattern(source string) func() *regexp.Regexp { return lazily(`(?i)` + source) }

// lazily compiles a pattern when it is first used: most runs read no call and no
// mistaken profile.
func lazily(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}

var (
	callSigconf    = callPattern(`\bsigconf\b`)
	callSigplan    = callPattern(`\bsigplan\b`)
	callSmall      = callPattern(`\bacmsmall\b|\bPACM[A-Z]+\b`)
	callLNCS       = callPattern(`\bLNCS\b|Lecture Notes in Computer Science`)
	callIEEE       = callPattern(`\bIEEEtran\b|\bIEEE (?:conference|two-column|double-column)`)
	callUSENIX     = callPattern(`\bUSENIX (?:paper |latex |word )?(?:template|style|format)`)
	callLetter     = callPattern(`\b(?:US[- ]?)?letter(?:[- ]siz|[- ]paper|\b[^.]{0,12}8\.5)|\b8\.5` + `[^.\d]{0,12}(?:x|×|by)\s*11\b|\bUS[- ]letter\b`)
	callA4         = callPattern(`\bA4\b`)
	callPagesUpTo  = callPattern(`\b` + isUpTo + `\s+` + aCount + `(?:\s*\(\d+\))?[- ](?:[\w-]+ ){0,2}?pages?\b`)
	callPagesRange = callPattern(`\bbetween ` + aCount + ` and ` + aCount + ` pages\b|\b` + aCount + `\s*(?:-|–|to)\s*` + aCount + `[- ]pages?\b`)
	callPagesPlus  = callPattern(`\b` + aCount + ` pages?\b[^.;]{0,40}?\b(?:plus|and|with)(?: up to| at most| an?)?(?: additional| extra)? ` + aCount + ` (?:additional |extra |more )?pages? (?:for|of|with|containing) (?:the )?(?:references|bibliography)`)
	callOfPart     = callPattern(`(?:^|\b(?:an|the|any) )(?:appendix|appendices|ethics (?:statement|section)|acknowledg\w+|limitations section|checklist)\b[^.;,]{0,24}$`)
	callTogether   = callPattern(`\b(?:includ\w+|exclud\w+|with|and|count\w*|plus)\b`)
	callWordsRange = callPattern(`\b` + aMany + `\s*(?:-|–|to|and)\s*` + aMany + ` words\b`)
	callWordsUpTo  = callPattern(`\b` + isUpTo + `\s+` + aMany + `[- ]words?\b|\b` + aMany + `[- ]word (?:limit|maximum)`)
	callAtLeast    = callPattern(`\b(?:at least|no (?:fewer|less) than|minimum)\b`)
	callAtMost     = callPattern(`\b(?:at most|no (?:more|larger) than|up to|maximum)\b`)
	callNotBody    = callPattern(`\b(?:captions?|figures?|tables?|titles?|headings?|footnotes?|abstracts?|references|bibliograph\w+|labels?|listings?|keywords?|biograph\w+|appendi\w+)\b`)
	callWithout    = callPattern(`\b(?:no|without|not|omit|remove|disable)\b`)
	callUnblind    = callPattern(`\b(?:need not|(?:do|does) not (?:need|have) to|not (?:required|necessary)|optional)\b`)
	callPageLimit  = callPattern(`\b` + aCount + `[- ]page(?:s)? (?:limit|maximum|max\b|or (?:less|fewer)|long)`)
	callShort      = callPattern(`\b(?:short|work-in-progress|demo|poster|vision) (?:papers?|submissions?)\b`)
	callNothing    = callPattern(`\bincluding (?:[\w, ]{0,40}\b)?(?:references|bibliography|everything)|\beverything (?:is )?(?:included|counts)|\bin total\b|\ball[- ]inclusive`)
	callExcept     = callPattern(`(?:excluding|exclusive of|not including|not counting|without|excludes?|plus|in addition to|(?:does|do|are|is) not (?:count|include)|not counted|no limit|unlimited)`)
	callBlock      = callPattern(aNumber + `(?:` + aUnit + `)?(?:\s*wide)?\s*(?:x|×|by)\s*` + aNumber + aUnit)
	callLeading    = callPattern(aNumber + `[- ]?(?:points?|pts?)\.?\s*(?:\([^)]*\)\s*)?(?:leading|(?:line )?spacing)|\bleading (?:of )?(?:at least )?` + aNumber + `[- ]?(?:points?|pts?)|\bon ` + aNumber + `[- ]?(?:points?|pts?)`)
	callSizes      = callPattern(`\b` + aSize + `\s*(?:-|–|to|and)(?: at most)?\s*` + aSize + `[- ]?(?:points?|pts?)\b`)
	callSize       = callPattern(`((?:\b(?:at most|no (?:more|larger) than|up to) )?)\b` + aSize + `[- ]?(?:points?|pts?)\b`)
	callColumns    = callPattern(`\b(two|double|single|one)[- ]column`)
	callGutter     = callPattern(aNumber + aUnit + `[^.;]{0,24}` + aGutter + `|` + aGutter + `[^.;\d]{0,24}` + aNumber + aUnit)
	callUnnumber   = callPattern(`(?:do not|don't|not be|no|without|omit|must not|should not)[^.;]{0,20}(?:page numbers?|number(?:ed)?(?: the)? pages?|pages? number)|pages? (?:must|should) not be numbered|unnumbered pages`)
	callNumber     = callPattern(`\bpages? (?:must|should|are to|need to) be numbered|\b(?:include|with|have|use|add) page numbers|number (?:the|all|your)?\s*pages`)
	callBlind      = callPattern(`\bdouble[- ](?:blind|anonymous)|\banonymi[sz]ed\b|\b(?:must|should|are to) be anonymous|\banonymous submission`)
	callNamed      = callPattern(`\bsingle[- ]blind|\bnames and affiliations[^.;]{0,40}\bfirst page|\b(?:need )?not (?:be )?(?:blind|anonymi[sz]ed|anonymous)\b|\bauthors?[’']? names(?: and affiliations)?[^.;]{0,30}(?:first|title|cover) page|\b(?:include|list) (?:the )?(?:authors[’']? )?names and affiliations`)
	callAbstract   = callPattern(`\babstract[^.;]{0,60}?\b` + aMany + `(?:\s*(?:-|–|to|and)\s*` + aMany + `)? words`)
	callCharacter  = callPattern(`\babstracts?\b[^.;]{0,60}?\b` + aMany + `(?:\s*(?:-|–|to|and)\s*` + aMany + `)? characters`)
	callRequire    = callPattern(`\b(?:must|required|requires|mandatory|shall|need to)\b`)
	callNoAppend   = callPattern(`\b(?:appendices|appendix|supplementary material)\b[^.;]{0,30}\bnot (?:be )?(?:allowed|permitted|included)|\bno (?:appendices|appendix)\b`)
	callLast       = callPattern(`\b(?:references|bibliography)\b[^.;]{0,20}(?:must|should|shall|have to) (?:be|come) (?:the )?(?:very )?last\b`)
	callLineNos    = callPattern(`\bline numbers\b`)
	callFile       = callPattern(`\b(\d+(?:\.\d+)?)\s?(MB|megabytes|kB|GB)\b`)
	callEmbedded   = callPattern(`\bfonts?[^.;]{0,40}embedded|\bembed(?:ding)? (?:all )?(?:the )?fonts`)
	callType3      = callPattern(`\bType[- ]?3\b`)
)

// families that calls name.
var callFamilies = []struct {
	word    string
	pattern func() *regexp.Regexp
}{
	{"times", callPattern(`\bTimes(?: New)? Roman\b|\bTimes\b`)}, {"libertine", callPattern(`\bLibertine\b`)},
	{"computer-modern", callPattern(`\bComputer Modern\b`)}, {"palatino", callPattern(`\bPalatino\b`)},
	{"helvetica", callPattern(`\bHelvetica\b`)}, {"arial", callPattern(`\bArial\b`)},
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

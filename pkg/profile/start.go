package profile

import (
	"slices"
	"strings"
)

// startHead and startTail stand around the keys in the start of a profile of
// one's own.
const (
	startHead = `# What HotPaper '27 asks of its papers. Change what differs, delete what the call
# does not say, and try it: paperfit profiles validate FILE, and then
# paperfit check --profile FILE paper.pdf. All keys are told in docs/profiles.md;
# editors complete them with the schema that "paperfit profiles schema" prints.
title: HotPaper '27
source: https://hotpaper.example/2027/cfp   # the page that you read it from
year: 2027
stage: submission      # or final, for the camera-ready paper
extends: common        # a sound file, no hidden text; "paperfit profiles list" names others, such as usenix

`
	startTail = `# categories:          # kinds of papers that differ, for --category
#   short: {pages: 6}

rules:                 # a rule that is not listed, here or in what is extended, is off
  page-size: error     # error rejects a paper, warning only tells
  page-limit: error
  text-block: error
  figure-block: warning
  columns: error
  gutter: warning
  body-font-size: error
  leading: error
  page-numbers: warning
  anonymity: error
`
)

// Start returns the text that a profile of one's own starts from: what every
// profile holds, and the limits that are asked most, with a remark on each line.
func Start() string {
	var out strings.Builder
	out.WriteString(startHead)
	families := [][]parameter{extentLimits(), areaLimits(), gridLimits(), typeLimits(), fontLimits(), nameLimits(), spaceLimits(), sectionLimits()}
	for _, p := range slices.Concat(families...) { // in the order of most calls
		out.WriteString(p.start)
	}
	out.WriteString(startTail)
	return out.String()
}

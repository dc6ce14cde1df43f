package profile

import (
	"slices"
	"strings"
)

// startHead and startTail enclose the keys in the template of a profile.
const (
	startHead = `# Format requirements of HotPaper '27. Change what differs, delete what the call
# does not say, and try it: "paperfit profiles validate FILE", and then
# "paperfit check --profile FILE paper.pdf". All keys are described in
# docs/profiles.md; editors complete them with the schema that
# "paperfit profiles schema" prints.
title: HotPaper '27
source: https://hotpaper.example/2027/cfp   # the call for papers
year: 2027
stage: submission      # or final, for the camera-ready paper
extends: common        # a valid file, no hidden text; "paperfit profiles list" lists others, such as usenix

`
	startTail = `# categories:          # kinds of papers with other limits, for --category
#   short: {pages: 6}

rules:                 # a rule listed neither here nor in the extended profile is off
  page-size: error     # error fails a paper, warning only reports, note informs the author
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

// Start returns the template of a profile: what every profile has, and the most common
// limits, with a comment on each line.
func Start() string {
	var out strings.Builder
	out.WriteString(startHead)
	families := [][]parameter{extentLimits(), areaLimits(), gridLimits(), typeLimits(), fontLimits(), nameLimits(), spaceLimits(), sectionLimits(), abstractLimits(), fileLimits()}
	for _, p := range slices.Concat(families...) { // in the order of most calls
		out.WriteString(p.start)
	}
	out.WriteString(startTail)
	return out.String()
}

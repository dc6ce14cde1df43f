package render

// Formats returns the formats of a report on papers that were judged, the
// default first.
func Formats() []Format {
	return []Format{textFormat, htmlFormat, jsonFormat, jsonLinesFormat, csvFormat, markdownFormat, junitFormat, sarifFormat, githubFormat}
}

// InspectFormats returns the formats of a report on what was measured, the
// default first. In those for programs it is the same report.
func InspectFormats() []Format {
	return []Format{inspectFormat, htmlFormat, jsonFormat, jsonLinesFormat, csvFormat}
}

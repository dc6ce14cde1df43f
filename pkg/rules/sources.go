package rules

import "github.com/paperfit/paperfit/pkg/report"

// The pages of venues that ask for what the rules look at. A profile names its
// own page besides.
var (
	byOpML = []report.Source{
		{Name: "USENIX OpML '20, requirements for authors", URL: "https://www.usenix.org/conference/opml20/requirements-authors"},
	}
	bySubmission = []report.Source{
		{Name: "USENIX OpML '20, requirements for authors (“electronically in PDF format”)", URL: "https://www.usenix.org/conference/opml20/requirements-authors"},
	}
	byOpMLCall = []report.Source{
		{Name: "USENIX OpML '20, call for papers", URL: "https://www.usenix.org/conference/opml20"},
	}
	byNondisclosure = []report.Source{
		{Name: "USENIX OpML '20, call for papers", URL: "https://www.usenix.org/conference/opml20"},
		{Name: "USENIX ATC '22, submission instructions", URL: "https://www.usenix.org/conference/atc22/submission-instructions"},
	}
	byFinalPapers = []report.Source{
		{Name: "USENIX OSDI '24, final papers (fonts embedded, text searchable)", URL: "https://usenix.org/conference/osdi24/instructions-presenters"},
	}
	byHonesty = []report.Source{
		{Name: "ICLR 2026, policy on hidden prompts", URL: "https://blog.iclr.cc/2025/08/26/policies-on-large-language-model-usage-at-iclr-2026/"},
	}
)

package rules

import "github.com/paperfit/paperfit/pkg/report"

// The pages of venues that require what the rules check. A profile names its
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
	byMargins = []report.Source{
		{Name: "HotOS '17, instructions for authors (1-inch margins)", URL: "https://www.sigops.org/hotos/hotos17/instructions.html"},
	}
	byGutter = []report.Source{
		{Name: "USENIX OSDI '21, requirements for authors", URL: "https://www.usenix.org/conference/osdi21/requirements-authors"},
	}
	byColumns = []report.Source{
		{Name: "NDSS 2022, templates (columns 3.5 in wide)", URL: "https://www.ndss-symposium.org/ndss2022/templates/"},
	}
	byHotCRP = []report.Source{
		{Name: "HotCRP, format checks of submission sites (largest size and spacing)", URL: "https://github.com/kohler/hotcrp"},
	}
	bySubmissionSystem = []report.Source{
		{Name: "HotCRP, which lists title and authors of each submission", URL: "https://github.com/kohler/hotcrp"},
	}
	byWords = []report.Source{
		{Name: "ASPLOS 2023, formatting guidelines (8,800 words)", URL: "https://asplos-conference.org/asplos-2023-formatting-guidelines/"},
	}
	bySqueezing = []report.Source{
		{Name: "ACM CCS 2017, submission format (no squeezing)", URL: "https://ccs2017.sigsac.org/format.html"},
	}
	byBlind = []report.Source{
		{Name: "USENIX OSDI '21, requirements for authors", URL: "https://www.usenix.org/conference/osdi21/requirements-authors"},
	}
	bySections = []report.Source{
		{Name: "USENIX Security '26, call for papers (Ethical Considerations and Open Science)", URL: "https://www.usenix.org/conference/usenixsecurity26/call-for-papers"},
	}
	byFileSize = []report.Source{
		{Name: "ICML 2026, instructions (10 MB)", URL: "https://github.com/guicho271828/aaai-template/tree/main/authorkits/icml2026"},
	}
	byAAAI = []report.Source{
		{Name: "AAAI-26, author kit (no links or bookmarks; PDF 1.5 or later)", URL: "https://github.com/guicho271828/aaai-template/tree/main/authorkits/AuthorKit26"},
	}
	byPaperID = []report.Source{
		{Name: "ECCV 2026, template (the paper ID on each page)", URL: "https://github.com/paolo-favaro/paper-template"},
		{Name: "CVPR 2026, author kit (the paper ID on the first page)", URL: "https://github.com/cvpr-org/author-kit"},
	}
	byAbstract = []report.Source{
		{Name: "ACL Rolling Review, call for papers (200 words)", URL: "https://aclrollingreview.org/cfp"},
		{Name: "Interspeech 2025, paper kit (1000 characters)", URL: "https://de.overleaf.com/latex/templates/interspeech-paper-kit/kzcdqdmkqvbr"},
	}
	byOrder = []report.Source{
		{Name: "NeurIPS 2026, formatting instructions (the checklist follows references and appendices)", URL: "https://github.com/guicho271828/aaai-template/tree/main/authorkits/Formatting_Instructions_For_NeurIPS_2026"},
	}
	byNoAppendix = []report.Source{
		{Name: "USENIX OSDI '21, requirements for authors (no appendices)", URL: "https://www.usenix.org/conference/osdi21/requirements-authors"},
	}
)

package rules

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var pdfVersion = Rule{
	ID:    "pdf-version",
	Title: "the version of PDF",
	Why:   `The tools that make proceedings refuse files of old versions.`,
	By:    byAAAI,
	Doc: `The later of the versions that the file's header and its catalog say: later
versions have features that earlier ones lack, and no more than that is required.`,
	Guides: &pdfVersionGuides,
	limit: func(p *profile.Profile) Limit {
		if p.PDFVersion == 0 {
			return Limit{}
		}
		return Limit{Want: "at least " + p.PDFVersion.String()}
	},
	judge: judgePDFVersion,
}

func judgePDFVersion(f *measure.Facts, p *profile.Profile) Outcome {
	if p.PDFVersion == 0 {
		return Outcome{}
	}
	version := profile.PDFVersion(f.PDFVersion)
	out := Outcome{Want: "at least " + p.PDFVersion.String()}
	switch {
	case version == 0:
		out.result, out.Sentence = unknown, report.Say(wording.VersionUnknown, nil)
		return out
	case version < p.PDFVersion:
		out.result = violated
		out.Findings = []report.Finding{{Sentence: report.Say(wording.VersionBelow, report.Args{"version": version.String(), "least": p.PDFVersion.String()})}}
	}
	out.Got = version.String()
	return out
}

var links = Rule{
	ID:    "links",
	Title: "no links or bookmarks",
	Why:   `Proceedings add their own links and bookmarks, and links show what reviewers read.`,
	By:    byAAAI,
	Doc: `A link is an annotation of that type, to an address or a place within the paper;
bookmarks are the file's outline. The profile says which of them are forbidden. An
address that is printed and is no link is none.`,
	Guides: &linksGuides,
	limit:  limitLinks,
	judge:  judgeLinks,
}

func limitLinks(p *profile.Profile) Limit {
	var words []string
	if p.Links == profile.Forbidden {
		words = append(words, "links")
	}
	if p.Bookmarks == profile.Forbidden {
		words = append(words, "bookmarks")
	}
	if len(words) == 0 {
		return Limit{}
	}
	return Limit{Want: "no " + strings.Join(words, " or ")}
}

func judgeLinks(f *measure.Facts, p *profile.Profile) Outcome {
	out := Outcome{Want: limitLinks(p).Want}
	var got []string
	if n := len(f.Linked); n > 0 && p.Links == profile.Forbidden {
		got = append(got, "links on "+count(n, "page"))
		for _, page := range f.Linked {
			out.Findings = append(out.Findings, report.Finding{Page: page, Sentence: report.Say(wording.PageLinked, nil)})
		}
	}
	if f.Bookmarks && p.Bookmarks == profile.Forbidden {
		got = append(got, "bookmarks")
		out.Findings = append(out.Findings, report.Finding{Sentence: report.Say(wording.FileBookmarked, nil)})
	}
	if out.Got = strings.Join(got, ", "); len(got) == 0 {
		out.Got = noneFound
		return out
	}
	out.result = violated
	return out
}

var paperID = Rule{
	ID:    "paper-id",
	Title: "the submission's number",
	Why:   `Reviewers and chairs find a paper without names by its number.`,
	By:    byPaperID,
	Doc: `Looked at are heads and feet and the title block: “Paper ID 31”, “Submission #1234”,
“#17”. A placeholder without digits is no number; whether it is the right one is not
known.`,
	Guides: &paperIDGuides,
	limit:  limitPaperID,
	judge:  judgePaperID,
}

func limitPaperID(p *profile.Profile) Limit {
	switch p.PaperID {
	case profile.FirstPage:
		return Limit{Want: "on the first page"}
	case profile.EveryPage:
		return Limit{Want: "on every page"}
	}
	return Limit{}
}

func judgePaperID(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitPaperID(p)
	if required.Want == nil {
		return Outcome{}
	}
	if unseen, ok := wordsUnseen(f); ok {
		unseen.Want = required.Want
		return unseen
	}
	shown := map[int]bool{}
	for _, place := range f.PaperIDs {
		shown[place.Page] = true
	}
	out := Outcome{Got: required.Want, Want: required.Want}
	for i := range f.Pages {
		page := &f.Pages[i]
		if shown[page.Number] || page.Content == measure.ContentBlank {
			continue
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{Page: page.Number, Sentence: report.Say(wording.PaperIDMissing, nil)})
		if p.PaperID == profile.FirstPage {
			break
		}
	}
	switch {
	case p.PaperID == profile.FirstPage && len(f.Pages) > 0 && shown[f.Pages[0].Number]:
		return Outcome{Got: required.Want, Want: required.Want}
	case out.result == violated:
		out.Got = "not on " + count(len(out.Findings), "page")
	}
	return out
}

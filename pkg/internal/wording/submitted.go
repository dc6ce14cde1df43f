package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about what the submission system knows of a paper.
const (
	SubmissionUnknown report.Kind = "submission-unknown"
	TitleUnknown      report.Kind = "submitted-title-unknown"
	AuthorsUnknown    report.Kind = "submitted-authors-unknown"
	TitleOther        report.Kind = "submitted-title-other"
	TitleNear         report.Kind = "submitted-title-near"
	AuthorNotPrinted  report.Kind = "submitted-author-not-printed"
	AuthorNotKnown    report.Kind = "submitted-author-not-known"
	AuthorsNear       report.Kind = "submitted-authors-near"
	AuthorsReordered  report.Kind = "submitted-authors-reordered"
	SubmittedInFront  report.Kind = "submitted-author-below-title"
	SubmittedInEnds   report.Kind = "submitted-author-in-head"
	SubmittedInFile   report.Kind = "submitted-author-in-metadata"
	SubmittedInName   report.Kind = "submitted-author-in-file-name"
	SubmittedInText   report.Kind = "submitted-author-in-text"
)

var (
	submittedTitleRule   = []string{"submitted-title"}
	submittedAuthorsRule = []string{"submitted-authors"}
	submittedName        = arg("name", Text, "name of the author, as submitted")
)

var submittedSentences = func() []Entry {
	return []Entry{
		{
			Kind: TitleOther, Rules: submittedTitleRule, Args: []Arg{arg("title", Quote, "title on the first page"), arg("submitted", Quote, "title as submitted")}, Remedy: matchTitle,
			Text: "The title is {title}; it was submitted as {submitted}.",
		},
		{
			Kind: TitleNear, Rules: submittedTitleRule, Args: []Arg{arg("title", Quote, "title on the first page"), arg("submitted", Quote, "title as submitted")},
			Text: "The title differs in a letter or two: {title}, submitted as {submitted}.",
		},
		{Kind: TitleUnknown, Rules: submittedTitleRule, Text: "The submission has no title."},
		{Kind: SubmissionUnknown, Rules: []string{"submitted-title", "submitted-authors"}, Text: "No submission with this paper's number or path is known; see --metadata."},
		{Kind: AuthorsUnknown, Rules: submittedAuthorsRule, Text: "The submission has no authors."},
		{
			Kind: AuthorNotPrinted, Rules: submittedAuthorsRule, Args: []Arg{submittedName}, Remedy: matchAuthors,
			Text: "{name} is an author of the submission and is not named on the first page.",
		},
		{
			Kind: AuthorNotKnown, Rules: submittedAuthorsRule, Args: []Arg{arg("name", Quote, "name on the first page")}, Remedy: matchAuthors,
			Text: "{name} is named below the title and is not an author of the submission.",
		},
		{
			Kind: AuthorsNear, Rules: submittedAuthorsRule, Args: []Arg{arg("names", AllOf, "names of the authors, as submitted")},
			Text: "Names differ in a letter from those submitted: {names}.",
		},
		{Kind: AuthorsReordered, Rules: submittedAuthorsRule, Text: "The authors are in another order than in the submission."},
		{Kind: SubmittedInFront, Rules: submittedAuthorsRule, Args: []Arg{submittedName}, Remedy: removeNames, Text: "{name}, an author of the submission, is named below the title."},
		{
			Kind: SubmittedInEnds, Rules: submittedAuthorsRule, Args: []Arg{submittedName}, Remedy: removeNames,
			Text:     "{name}, an author of the submission, is named in the head or foot of the page.",
			Together: "{name}, an author of the submission, is named in heads or feet.",
		},
		{Kind: SubmittedInFile, Rules: submittedAuthorsRule, Args: []Arg{submittedName}, Remedy: removeNames, Text: "{name}, an author of the submission, is named in the file's metadata."},
		{Kind: SubmittedInName, Rules: submittedAuthorsRule, Args: []Arg{submittedName}, Remedy: renameFile, Text: "{name}, an author of the submission, is named in the file's name."},
		{
			Kind: SubmittedInText, Rules: submittedAuthorsRule, Args: []Arg{submittedName}, Remedy: removeFromText,
			Text:     "{name}, an author of the submission, is named in the text.",
			Together: "{name}, an author of the submission, is named in the text.",
		},
	}
}

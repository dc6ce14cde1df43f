package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about the title block and what names the authors.
const (
	AuthorsAnonymous report.Kind = "authors-anonymous"
	AuthorsMissing   report.Kind = "authors-missing"
	Confidential     report.Kind = "confidentiality-notice"
	AuthorsNamed     report.Kind = "authors-named"
	AffiliationNamed report.Kind = "affiliation-named"
	EmailNamed       report.Kind = "email-named"
	Acknowledgments  report.Kind = "acknowledgments"
	MetadataAuthor   report.Kind = "metadata-author"
	MetadataHidden   report.Kind = "names-not-in-dump"
	TitleNotFound    report.Kind = "title-not-found"
)

var anonymityRule = []string{"anonymity"}

var frontSentences = func() []Entry {
	return []Entry{
		{
			Kind: AuthorsAnonymous, Rules: []string{"author-names"}, Args: []Arg{textArg}, Remedy: nameAuthors,
			Text: "The authors are anonymous: {text}.",
		},
		{
			Kind: AuthorsMissing, Rules: []string{"author-names"}, Args: []Arg{arg("title", Quote, "title of the paper")}, Remedy: nameAuthors,
			Text: "No author is named below the title {title}.",
		},
		{
			Kind: Confidential, Rules: []string{"confidentiality"}, Args: []Arg{textArg}, Remedy: removeNotice,
			Text:     "The page has a confidentiality notice: {text}.",
			Together: "The pages have a confidentiality notice: {text}.",
		},
		{Kind: AuthorsNamed, Rules: anonymityRule, Args: []Arg{textArg}, Remedy: removeNames, Text: "Authors are named below the title: {text}."},
		{Kind: AffiliationNamed, Rules: anonymityRule, Args: []Arg{textArg}, Remedy: removeNames, Text: "An affiliation is named below the title: {text}."},
		{Kind: EmailNamed, Rules: anonymityRule, Args: []Arg{textArg}, Remedy: removeNames, Text: "The first page has an e-mail address: {text}."},
		{Kind: Acknowledgments, Rules: anonymityRule, Args: []Arg{textArg}, Remedy: removeNames, Text: "Acknowledgments may name the authors: {text}."},
		{
			Kind: MetadataAuthor, Rules: anonymityRule, Args: []Arg{arg("text", Quote, "the name in the metadata")}, Remedy: removeNames,
			Text: "The file's metadata names an author: {text}.",
		},
		{Kind: MetadataHidden, Rules: anonymityRule, Text: "A dump contains no names."},
		{Kind: TitleNotFound, Rules: []string{"author-names", "anonymity", "heading-space"}, Text: "No title found on the first page."},
	}
}

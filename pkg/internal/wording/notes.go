package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences that tell an author what is left in a paper from writing it.
const (
	Comment       report.Kind = "comment"
	TodoMark      report.Kind = "todo-mark"
	LinesNumbered report.Kind = "lines-numbered"
	Watermark     report.Kind = "watermark"
)

var noteSentences = []Entry{
	{
		Kind: Comment, Rules: []string{"comments"}, Remedy: removeComments,
		Args: []Arg{
			choice("what", "what the viewer's comment is", Word{"text", "a comment"}, Word{"highlight", "a highlight"}, Word{"underline", "an underline"},
				Word{"strike-out", "a strikethrough"}, Word{"squiggly", "a squiggly underline"}, Word{"caret", "an insertion mark"}, Word{"ink", "a drawing"}),
			maybe("author", Quote, "who made it"), maybe("text", Quote, "what it says"),
		},
		Text: "The PDF still has {what}[author? by {author}][text?: {text}].",
	},
	{
		Kind: TodoMark, Rules: []string{"todo-marks"}, Args: []Arg{textArg}, Remedy: resolveTodo,
		Text: "A to-do note is left in the paper: {text}.",
	},
	{
		Kind: LinesNumbered, Rules: []string{"line-numbers"}, Remedy: removeLineNumbers,
		Text: "Lines are numbered, as in a review copy.",
	},
	{
		Kind: Watermark, Rules: []string{"watermark"}, Args: []Arg{textArg}, Remedy: removeDraftMark,
		Text: "A watermark crosses the page: {text}.", Together: "A watermark crosses the pages: {text}.",
	},
}

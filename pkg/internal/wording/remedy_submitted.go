package wording

// Remedies for what differs from the submission.
var (
	matchTitle     = Remedy{Any: "Correct the title in the paper or in the form of the submission system, whichever is wrong."}
	matchAuthors   = Remedy{Any: "Correct the authors in the paper or in the form of the submission system, whichever is wrong."}
	renameFile     = Remedy{Any: "Give the file a name without those of the authors."}
	removeFromText = Remedy{Any: "Write of your own work in the third person, by its number in the references and without your full name."}
)

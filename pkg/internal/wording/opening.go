package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about files that cannot be opened or checked.
const (
	FileEmpty         report.Kind = "file-empty"
	NotPDF            report.Kind = "not-a-pdf"
	ForeignFile       report.Kind = "other-file-type"
	PasswordRequired  report.Kind = "password-required"
	EncryptionUnknown report.Kind = "encryption-unknown"
	FileDamaged       report.Kind = "file-damaged"
	NoPages           report.Kind = "no-pages"
	FileTooLarge      report.Kind = "file-too-large"
	TooManyObjects    report.Kind = "too-many-objects"
	TooManyPages      report.Kind = "too-many-pages"
	PageTreeTooDeep   report.Kind = "page-tree-too-deep"
	LimitExceeded     report.Kind = "limit-exceeded"
	TimeExceeded      report.Kind = "time-limit-exceeded"
	MemoryExceeded    report.Kind = "memory-limit-exceeded"
	ReplyExceeded     report.Kind = "reply-limit-exceeded"
	ClaimsTooMuch     report.Kind = "claims-too-much"
	DeadlineExceeded  report.Kind = "deadline-exceeded"
	Interrupted       report.Kind = "interrupted"
	Bug               report.Kind = "internal-error"
	WorkerFailed      report.Kind = "worker-failed"
	DumpDamaged       report.Kind = "dump-damaged"
	OtherFault        report.Kind = "other-fault"
)

var (
	readableRule = []string{report.RuleReadable}

	limitArg  = arg("limit", Text, "name of the limit")
	limitsArg = []Arg{limitArg, arg("most", Number, "the limit")}
	faultArg  = arg("fault", Text, "what was wrong, as the system or the reader says it")
)

// limited returns a sentence about a file that exceeds a limit of the reader.
func limited(kind report.Kind, begin string) Entry {
	return Entry{Kind: kind, Rules: readableRule, Args: limitsArg, Remedy: exportAgain, Text: begin + ": limit {limit} of {most} exceeded."}
}

var fileSentences = func() []Entry {
	return []Entry{
		{Kind: FileEmpty, Rules: readableRule, Remedy: checkThePDF, Text: "The file is empty."},
		{Kind: NotPDF, Rules: readableRule, Remedy: checkThePDF, Text: "This is not a PDF file."},
		{
			Kind: ForeignFile, Rules: readableRule, Args: []Arg{choice("type", "what the file is", foreignTypes...), choice("remedy", "what to do", foreignRemedies...)},
			Text: "This is {type}, not a PDF; {remedy}.",
		},
		{Kind: PasswordRequired, Rules: readableRule, Remedy: removePassword, Text: "The file needs a password to open."},
		{Kind: EncryptionUnknown, Rules: readableRule, Remedy: exportAgain, Text: "The file is encrypted by an unknown method."},
		{
			Kind: FileDamaged, Rules: readableRule, Args: []Arg{choice("fault", "what is damaged", faults...)}, Remedy: exportAgain,
			Text: "The file is damaged beyond repair: {fault}.",
		},
		{Kind: NoPages, Rules: []string{report.RuleReadable, "blank-pages"}, Remedy: exportAgain, Text: "The file has no pages."},
		limited(FileTooLarge, "The file is too large"),
		limited(TooManyObjects, "The file has too many objects"),
		limited(TooManyPages, "The file has too many pages"),
		limited(PageTreeTooDeep, "The page tree is too deep"),
		limited(LimitExceeded, "Stopped"),
		{Kind: ClaimsTooMuch, Rules: readableRule, Remedy: exportAgain, Text: "The file claims to hold more than any paper does."},
		{
			Kind: TimeExceeded, Rules: readableRule, Args: []Arg{arg("limit", Text, "the time")}, Remedy: moreTime,
			Text: "Stopped: limit timeout of {limit} exceeded; no paper needs that long.",
		},
		{
			Kind: MemoryExceeded, Rules: readableRule, Args: []Arg{arg("limit", Number, "the memory in MB")}, Remedy: moreMemory,
			Text: "Stopped: limit max-memory of {limit} MB exceeded; no paper needs that much.",
		},
		{
			Kind: ReplyExceeded, Rules: readableRule, Args: []Arg{arg("limit", Number, "the size in MB")},
			Text: "Stopped: limit maxReply of {limit} MB exceeded.",
		},
		{Kind: DeadlineExceeded, Rules: readableRule, Text: "Checking took longer than allowed."},
		{Kind: Interrupted, Rules: readableRule, Text: "Checking was interrupted."},
		{
			Kind: Bug, Rules: readableRule, Args: []Arg{maybe("fault", Text, "how the process ended")},
			Text: "Internal error: paperfit failed on this file; please report it[fault? ({fault})].",
		},
		{Kind: WorkerFailed, Rules: readableRule, Args: []Arg{faultArg}, Text: "A worker process failed: {fault}."},
		{Kind: DumpDamaged, Rules: readableRule, Args: []Arg{faultArg}, Text: "This dump cannot be read: {fault}."},
		{Kind: OtherFault, Rules: readableRule, Args: []Arg{faultArg}, Text: "The file cannot be read: {fault}."},
	}
}

// faults are the values of fault: how a file can be damaged.
var faults = []Word{
	{"object", "an object cannot be read"},
	{"structure", "its structure contradicts itself"},
	{"catalog", "its catalog is missing"},
	{"header", "its header has no version"},
	{"encryption", "its encryption is of an unknown kind"},
	{"trailer", "its trailer cannot be read"},
	{"cross-reference", "its cross-reference table cannot be read"},
	{"page-tree", "its page tree cannot be read"},
	{"compression", "a compressed part of it cannot be decompressed"},
	{"truncated", "it ends too early"},
	{"other", "its structure cannot be followed"},
}

// foreignTypes are the values of type: what a file may be that is not a PDF.
var foreignTypes = []Word{
	{"html", "an HTML page"},
	{"zeros", "a file of zero bytes only"},
	{"blanks", "a file of white space only"},
	{"git-lfs", "a Git LFS pointer"},
	{"git-annex", "a git-annex pointer"},
	{"postscript", "PostScript"},
	{"dvi", "a DVI file"},
	{"rtf", "an RTF document"},
	{"office", "an Office document"},
	{"word", "a Word document"},
	{"powerpoint", "a PowerPoint document"},
	{"excel", "an Excel document"},
	{"opendocument", "an OpenDocument file"},
	{"epub", "an EPUB book"},
	{"pages", "a Pages document"},
	{"djvu", "a DjVu document"},
	{"zip", "a ZIP archive"},
	{"empty-zip", "an empty ZIP archive"},
	{"gzip", "a gzip archive"},
	{"bzip2", "a bzip2 archive"},
	{"xz", "an xz archive"},
	{"7z", "a 7-Zip archive"},
	{"rar", "a RAR archive"},
	{"tar", "a tar archive"},
	{"png", "a PNG image"},
	{"jpeg", "a JPEG image"},
	{"gif", "a GIF image"},
	{"tiff", "a TIFF image"},
	{"svg", "an SVG image"},
	{"riff", "an image or recording"},
	{"base64", "Base64 text"},
	{"xml", "an XML file"},
	{"latex", "LaTeX source"},
	{"json", "JSON text"},
	{"line", "a single line of text"},
	{"text", "a text file"},
}

// foreignRemedies are the values of remedy: what to do with another file.
var foreignRemedies = []Word{
	{"download", "download the paper again"},
	{"log-in", "download the paper again, after logging in where that is needed"},
	{"export", "export the paper as PDF"},
	{"compile", "compile it and check its PDF"},
	{"ps2pdf", "convert it to PDF, for example with ps2pdf"},
	{"dvipdfmx", "convert it to PDF, for example with dvipdfmx"},
	{"unpack", "unpack it and check the PDF in it"},
	{"archive", "unpack it, or rename it to .zip to check the papers in it"},
	{"picture", "check the PDF of the paper"},
	{"git-lfs", `run "git lfs pull" to get the paper`},
	{"git-annex", `run "git annex get" to get the paper`},
	{"decode", "decode it first"},
}

package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about files, folders, archives and lists of files that are not there or
// cannot be read. Each says what to do.
const (
	NoSuchFile         report.Kind = "file-not-found"
	NoPermission       report.Kind = "no-permission"
	IsFolder           report.Kind = "folder-not-file"
	FolderNoPermission report.Kind = "folder-no-permission"
	FileTooBig         report.Kind = "file-size-exceeded"
	Device             report.Kind = "device"
	PipeSilent         report.Kind = "pipe-silent"
	FolderEmpty        report.Kind = "folder-without-pdf"
	SpecialFile        report.Kind = "special-file"
	LinkDangling       report.Kind = "link-dangling"
	AnnexMissing       report.Kind = "annex-file-missing"
	LinkLoop           report.Kind = "link-loop"
	FolderTooDeep      report.Kind = "folder-too-deep"
	ListEmpty          report.Kind = "list-empty"
	ListNUL            report.Kind = "list-with-nul"
	ListNameLong       report.Kind = "list-name-too-long"
	ListBroken         report.Kind = "list-unreadable"
	ArchiveDamaged     report.Kind = "archive-damaged"
	ArchiveEntries     report.Kind = "archive-too-many-files"
	ArchiveDirectory   report.Kind = "archive-list-too-large"
	ArchiveUnpacked    report.Kind = "archive-too-large"
	ArchiveRatio       report.Kind = "archive-file-expands"
	ArchiveOverlap     report.Kind = "archive-files-overlap"
	ArchiveEmpty       report.Kind = "archive-without-pdf"
	ArchiveNested      report.Kind = "archive-nested"
	ArchiveLink        report.Kind = "archive-link"
	ArchiveEncrypted   report.Kind = "archive-file-encrypted"
	ArchiveMethod      report.Kind = "archive-file-method"
	ArchiveFile        report.Kind = "archive-file-damaged"
)

// input returns a sentence about what cannot be read.
func input(kind report.Kind, text string, args ...Arg) Entry {
	return Entry{Kind: kind, Rules: readableRule, Text: text, Args: args}
}

var (
	mostFilesArg = arg("most", Number, "most files that are allowed")
	mostMBArg    = arg("most", Number, "largest size that is allowed, in MB")
)

var inputSentences = []Entry{
	input(NoSuchFile, "There is no such file; check its name and folder."),
	input(NoPermission, "The file cannot be read or written; check its permissions."),
	input(IsFolder, "This is a folder, not a file."),
	input(FolderNoPermission, "The folder cannot be read; check its permissions."),
	input(FileTooBig, "The file is larger than {most} MB; check the paper alone.", mostMBArg),
	input(Device, "This is a device, not a file; check a PDF."),
	input(PipeSilent, "This is a pipe, and its data did not end within {limit} (limit timeout); check a PDF, or allow more time with --timeout.",
		arg("limit", Text, "the time")),
	input(FolderEmpty, "The folder contains no PDF; check the folder that contains the papers."),
	input(SpecialFile, "This is a pipe, socket or device, not a PDF; put the paper itself here."),
	input(LinkDangling, "The file that this link points to is missing; put the paper itself here."),
	input(AnnexMissing, `This is a git-annex link whose file is not here; run "git annex get".`),
	input(LinkLoop, "The link points to a folder that contains it and was not followed; remove it."),
	input(FolderTooDeep, "The folders are nested too deeply; check the folder that contains the papers."),
	input(ListEmpty, "The list of files is empty; write at least one name into it."),
	input(ListNUL, "The list of files contains NUL bytes; reading stopped. Add --null if they end its names."),
	input(ListNameLong, "The list of files contains a name of more than {most} bytes (limit maxName); reading stopped. Write one name on each line, or end each with NUL and add --null.",
		arg("most", Number, "largest number of bytes that is allowed")),
	input(ListBroken, "Reading the list of files stopped: {fault}.", faultArg),
	input(ArchiveDamaged, "The archive is damaged; download it again."),
	input(ArchiveEntries, "Stopped: the archive lists more than {most} files (limit maxEntries); split it.", mostFilesArg),
	input(ArchiveDirectory, "Stopped: the archive's list of files is larger than {most} MB (limit maxDirectory); split it.", mostMBArg),
	input(ArchiveUnpacked, "Stopped: the archive claims to contain more than {most} GB (limit maxUnpacked); split it.", arg("most", Number, "largest size that is allowed, in GB")),
	input(ArchiveRatio, "Stopped: the file expands to more than {most} times its size (limit maxRatio), which no paper does.", arg("most", Number, "largest ratio that is allowed")),
	input(ArchiveOverlap, "Files in the archive overlap, as in an archive made to expand without end; pack the papers again."),
	input(ArchiveEmpty, "The archive contains no PDF; check the archive that contains the papers."),
	input(ArchiveNested, "An archive within an archive is not opened; unpack it and check it by itself."),
	input(ArchiveLink, "This is a link in the archive, which is not followed; put the paper itself into the archive."),
	input(ArchiveEncrypted, "The file is encrypted in the archive; unpack it."),
	input(ArchiveMethod, "The file is compressed by an unknown method; unpack it."),
	input(ArchiveFile, "The file is damaged in the archive; download it again."),
}

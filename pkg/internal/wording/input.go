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
	ArchiveSparse      report.Kind = "archive-file-sparse"
	ArchiveWindow      report.Kind = "archive-window"
	ArchiveChanged     report.Kind = "archive-changed"
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

var inputSentences = func() []Entry {
	return []Entry{
		input(NoSuchFile, "No such file; check the name and the folder."),
		input(NoPermission, "Permission denied; check the permissions of the file."),
		input(IsFolder, "This is a folder, not a file."),
		input(FolderNoPermission, "Permission denied; check the permissions of the folder."),
		input(FileTooBig, "The file is larger than {most} MB; check only the paper.", mostMBArg),
		input(Device, "This is a device, not a file; name a PDF."),
		input(PipeSilent, "The data from this pipe did not end within {limit} (limit timeout); name a PDF, or allow more time with --timeout.",
			arg("limit", Text, "the time")),
		input(FolderEmpty, "No PDF in this folder; name the folder that contains the papers."),
		input(SpecialFile, "This is a pipe, socket or device, not a PDF; put the paper itself here."),
		input(LinkDangling, "The target of this link is missing; put the paper itself here."),
		input(AnnexMissing, `The content of this git-annex link is missing; run "git annex get".`),
		input(LinkLoop, "This link leads to a folder that contains it and was not followed; remove it."),
		input(FolderTooDeep, "Folders are nested too deeply; name the folder that contains the papers."),
		input(ListEmpty, "The list of files is empty."),
		input(ListNUL, "The list of files has NUL bytes; use --null if they end its names."),
		input(ListNameLong, "The list of files has a name of more than {most} bytes (limit maxName); write one name per line, or end each with NUL and use --null.",
			arg("most", Number, "largest number of bytes that is allowed")),
		input(ListBroken, "Cannot read the list of files: {fault}.", faultArg),
		input(ArchiveDamaged, "The archive is damaged; download it again."),
		input(ArchiveEntries, "The archive has more than {most} files (limit maxEntries); split it.", mostFilesArg),
		input(ArchiveDirectory, "The archive's list of files is larger than {most} MB (limit maxDirectory); split it.", mostMBArg),
		input(ArchiveUnpacked, "The archive unpacks to more than {most} GB (limit maxUnpacked); split it.", arg("most", Number, "largest size that is allowed, in GB")),
		input(ArchiveRatio, "Stopped: the file unpacks to more than {most} times its size (limit maxRatio); no paper does.", arg("most", Number, "largest ratio that is allowed")),
		input(ArchiveOverlap, "Files in the archive overlap, as in a zip bomb; pack the papers again."),
		input(ArchiveEmpty, "No PDF in this archive; name the archive that contains the papers."),
		input(ArchiveNested, "Archives within archives are not opened; unpack it and check it separately."),
		input(ArchiveLink, "Links in archives are not followed; put the paper itself into the archive."),
		input(ArchiveEncrypted, "The file is encrypted in the archive; unpack it."),
		input(ArchiveMethod, "Unsupported compression method in the archive; unpack it."),
		input(ArchiveSparse, "The file has holes (tar --sparse), which are not read; pack the papers again without that."),
		input(ArchiveWindow, "Unpacking the archive takes more than {most} MB of memory (limit maxWindow); pack the papers again with the usual settings.", mostMBArg),
		input(ArchiveChanged, "The archive changed while it was read; run the check again."),
		input(ArchiveFile, "The file is damaged in the archive; download it again."),
	}
}

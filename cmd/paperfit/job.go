package main

import (
	"context"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/crosscheck"
	"github.com/paperfit/paperfit/pkg/report"
	"github.com/paperfit/paperfit/pkg/rules"
)

// job checks the files of one run.
type job struct {
	streams Streams
	checker *check.Checker
	second  *crosscheck.Reader // nil: nobody asked for a cross-check
}

// report checks the files that the arguments name, in their order, and returns
// the report, after an interrupt that of the files checked so far.
func (j job) report(ctx context.Context, args []string) *report.Report {
	var files []report.File
	for in := range inputs(args) {
		file := j.file(ctx, in)
		if ctx.Err() != nil {
			break // the file was not checked to its end
		}
		files = append(files, file)
	}
	return report.New(report.Tool{Name: "paperfit", Version: version}, j.checker.Profile.Head(), files)
}

// file checks one file.
func (j job) file(ctx context.Context, in input) report.File {
	data, err := j.read(ctx, in)
	if err != nil {
		return j.unread(in.path, err)
	}
	file := j.checker.Check(ctx, in.path, data)
	if j.second != nil {
		compared := crosscheck.Compare(ctx, *j.second, data)
		file.CrossCheck = &compared
	}
	return file
}

// unread returns the entry of a file that is not there or cannot be read.
func (j job) unread(path string, err error) report.File {
	file := report.File{Path: path, Verdict: report.Error}
	file.Checks, file.Findings = rules.Unreadable(j.checker.Profile, err.Error(), "") // the remedy is in the error
	return file
}

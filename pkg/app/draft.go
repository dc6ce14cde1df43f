package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxCallBytes caps the text of a call.
const maxCallBytes = 1 << 20

// DraftProfile returns the text of a new profile: a draft of what a call says, a draft
// of what is measured in a sample, or without both a template.
func DraftProfile(ctx context.Context, streams system.Streams, call, sample string) (string, error) {
	switch {
	case sample != "":
		file, err := measureSample(ctx, streams, sample)
		if err != nil {
			return "", err
		}
		return draftOf(file), nil
	case call != "":
		text, err := readCall(streams.In, call)
		if err != nil {
			return "", fmt.Errorf("call %s: %w", batch.Shown(call), err)
		}
		return profile.FromCall(text), nil
	}
	return profile.Start(), nil
}

// readCall reads the text of a call from a file or standard input.
func readCall(in io.Reader, name string) (string, error) {
	data, err := readNamed(in, name, maxCallBytes)
	switch {
	case err != nil:
		return "", err
	case strings.HasPrefix(string(data), "%PDF-"):
		return "", errors.New("this is a PDF; give its text, such as that of pdftotext")
	case strings.TrimSpace(string(data)) == "":
		return "", errors.New("the text is empty")
	}
	return string(data), nil
}

// sampleLimits bound the reading of a sample.
var sampleLimits = Limits{Jobs: 1, Timeout: batch.DefaultTimeout, MaxMemory: batch.DefaultMaxMemory}

// measureSample measures a sample in a process of its own.
func measureSample(ctx context.Context, streams system.Streams, name string) (report.File, error) {
	by, err := judging.Options{Profile: profile.Default}.Load()
	if err != nil {
		return report.File{}, err
	}
	skips := new(batch.Skips)
	inputs, _, err := Papers{Names: []string{name}, Limits: sampleLimits}.inputs(streams, skips)
	if err != nil {
		return report.File{}, err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	j := newJob(streams, sampleLimits, by, false, false)
	j.skips, j.opensLate = skips, true
	j.progress = newProgress(streams)
	defer j.workers.close()
	for file := range j.files(ctx, stop, inputs) {
		if file.Verdict == report.Error && len(file.Findings) > 0 {
			return file, fmt.Errorf("sample %s: %s", batch.Shown(name), file.Findings[0].Message)
		}
		return file, nil
	}
	return report.File{}, fmt.Errorf("sample %s: no PDF found", batch.Shown(name))
}

// draftOf returns what was measured in a sample as a profile. What could not be
// measured is left out.
func draftOf(file report.File) string {
	var out strings.Builder
	out.WriteString("# Draft from what was measured in a sample. A sample may set less than the call allows:\n" +
		"# read each line against the call. Then: paperfit profiles validate FILE\n" +
		"title: \"?\"\nextends: common\n")
	var rules []string
	add := func(rule, format string, args ...any) {
		fmt.Fprintf(&out, format+"\n", args...)
		rules = append(rules, rule)
	}
	m := file.Measured
	if m.PageSizeIn != nil {
		add("page-size", "paper: %s", profile.PaperWord(m.PageSizeIn[0], m.PageSizeIn[1]))
	}
	if m.TextBlockIn != nil {
		add("text-block", "block: %.2fin x %.2fin  # the widest and the tallest page; the template may allow more", m.TextBlockIn[0], m.TextBlockIn[1])
	}
	if m.Columns != nil {
		add("columns", "columns: %d", *m.Columns)
		if m.GutterIn != nil && *m.Columns > 1 {
			add("gutter", "gutter: %.2fin", math.Floor(*m.GutterIn*100)/100)
		}
	}
	if m.BodyFontPt != nil {
		add("body-font-size", "body_size: %.1fpt  # measured: %.2fpt, %s", *m.BodyFontPt, *m.BodyFontPt, cmp.Or(deref(m.BodyFont), "font unknown"))
	}
	if m.LeadingPt != nil {
		add("leading", "leading: %.1fpt  # measured: %.2fpt", *m.LeadingPt, *m.LeadingPt)
	}
	out.WriteString("\nrules:\n")
	for _, rule := range rules {
		fmt.Fprintf(&out, "  %s: error\n", rule)
	}
	if len(rules) == 0 {
		out.WriteString("  readable: error  # nothing could be measured\n")
	}
	return out.String()
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

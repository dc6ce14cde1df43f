// Package version names the program and its version, for reports and people.
package version

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/paperfit/paperfit/pkg/report"
)

// Version is the version of the program. With the digest of a profile it pins a
// verdict, so it changes with every release.
const Version = "0.1.0"

// linkedCommit is the commit that the linker writes into released programs, such
// as "0123456789ab of 2026-11-23"; empty elsewhere.
var linkedCommit string

// Tool names the program in reports.
var Tool = report.Tool{Name: "paperfit", Version: Version}

// Text returns the version, the compiler and, if known, the commit that the
// program was built from.
func Text() string {
	text := Version
	if linkedCommit != "" {
		text += ", commit " + linkedCommit
	} else if info, ok := debug.ReadBuildInfo(); ok {
		text += commitText(info.Settings)
	}
	return fmt.Sprintf("%s, %s %s/%s", text, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// commitText returns the commit, its day, and whether files were changed since.
func commitText(settings []debug.BuildSetting) string {
	values := map[string]string{}
	for _, s := range settings {
		values[s.Key] = s.Value
	}
	commit, day := values["vcs.revision"], values["vcs.time"]
	if commit == "" {
		return ""
	}
	text := ", commit " + commit[:min(len(commit), 12)]
	if len(day) >= len("2006-01-02") {
		text += " of " + day[:len("2006-01-02")]
	}
	if values["vcs.modified"] == "true" {
		text += " with changes"
	}
	return text
}

package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is the version of the program. With the digest of a profile it pins a
// verdict, so it changes with every release.
const version = "0.1.0"

// linkedCommit is the commit that the linker writes into released programs, such
// as "0123456789ab of 2026-11-23"; empty elsewhere.
var linkedCommit string

// newVersion returns the command that tells the version.
func newVersion(streams Streams) *cobra.Command {
	var verbose bool
	cmd := &cobra.Command{
		Use:   "version [flags]",
		Short: "Tell the version of the program and what it was built from",
		Long: `Tell the version of the program and what it was built from.

With --verbose it also reports what confines the processes that read papers on
this system: Landlock, a filter of system calls, limits on resources, and what
each of them refuses. A process is confined for it and tries to get around that.`,
		Example: `  paperfit version --verbose`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text := fmt.Sprintf("paperfit version %s\n", versionText())
			if verbose {
				text += confinementText(cmd.Context())
			}
			_, err := io.WriteString(streams.Out, text)
			return err
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "report what confines the processes that read papers on this system")
	return cmd
}

// versionText tells the version and, where they are known, the commit and the
// compiler that the program was built with.
func versionText() string {
	text := version
	if linkedCommit != "" {
		text += ", commit " + linkedCommit
	} else if info, ok := debug.ReadBuildInfo(); ok {
		text += commitText(info.Settings)
	}
	return fmt.Sprintf("%s, %s %s/%s", text, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// commitText tells the commit, its day, and whether files were changed since.
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

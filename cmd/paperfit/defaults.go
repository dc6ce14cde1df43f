package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

// defaultsName is the file in the working directory that sets an author's defaults
// for the commands that check papers or document rules. One in another folder is
// never read: next to a submission, its author could choose the rules. Nor does banal
// read one: a site's answers must not depend on where its program was started.
const defaultsName = ".paperfit.yaml"

// maxDefaultsBytes caps the defaults file.
const maxDefaultsBytes = 64 << 10

// setDefaults sets the flags that the defaults file names and the command line does
// not. The file is not read if it may be in a folder that is checked.
func setDefaults(cmd *cobra.Command, streams system.Streams, papers []string) error {
	if _, err := os.Lstat(defaultsName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if mayHold(papers) {
		fmt.Fprintf(streams.Err, "paperfit: %s not read: it is in a folder of papers; use --profile instead\n", defaultsName)
		return nil
	}
	data, err := batch.ReadFile(defaultsName, maxDefaultsBytes)
	if err != nil {
		return fmt.Errorf("%s: %w", defaultsName, err)
	}
	defaults, err := profile.ParseDefaults(defaultsName, data)
	if err != nil {
		return err
	}
	ownProfile := cmd.Flags().Changed("profile")
	for _, d := range defaults {
		flag := cmd.Flags().Lookup(d.Flag)
		switch {
		case flag == nil || flag.Changed:
		case d.Flag == "category" && ownProfile: // it is one of the other profile
		case d.Flag == "format" && !isCheck(cmd): // other commands have forms of their own
		default:
			if err := cmd.Flags().Set(d.Flag, d.Value); err != nil {
				return fmt.Errorf("%s: line %d: %s: %w", defaultsName, d.Line, d.Flag, err)
			}
		}
	}
	return nil
}

// isCheck reports whether a command is check or stands for it.
func isCheck(cmd *cobra.Command) bool { return cmd.Name() == "check" || !cmd.HasParent() }

// mayHold reports whether the working directory is in one of the folders that are
// checked.
func mayHold(args []string) bool {
	here, err := os.Getwd()
	if err != nil {
		return true
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			continue
		}
		folder, err := filepath.Abs(arg)
		if err == nil {
			folder, err = filepath.EvalSymlinks(folder)
		}
		if real, e := filepath.EvalSymlinks(here); e == nil {
			here = real
		}
		inside, e := filepath.Rel(folder, here)
		if err != nil || e != nil || inside == "." || !strings.HasPrefix(inside, "..") {
			return true
		}
	}
	return false
}

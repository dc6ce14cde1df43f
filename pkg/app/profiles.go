package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

// categoryWords names the categories of a profile.
func categoryWords(p *profile.Profile) string {
	if len(p.Categories) == 0 {
		return ""
	}
	var names []string
	for _, c := range p.Categories {
		names = append(names, c.Category)
	}
	return "; --category " + strings.Join(names, ", ")
}

// ShowProfile writes everything that a profile requires of a category of papers, ""
// for the usual ones, as self-contained YAML.
func ShowProfile(w io.Writer, name, category string) error {
	p, err := judging.LoadVariant(name, category)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w, p.YAML())
	return err
}

// DiffProfiles compares what two profiles require.
func DiffProfiles(w io.Writer, nameA, nameB string) error {
	a, err := judging.LoadProfile(nameA)
	if err != nil {
		return err
	}
	b, err := judging.LoadProfile(nameB)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w, diffOf(a, b))
	return err
}

// diffOf lists the differences of two profiles, a line each. Titles, sources and
// years describe a profile and are not compared.
func diffOf(a, b *profile.Profile) string {
	theirs := map[string]string{}
	var keys []string
	for _, e := range b.Entries() {
		theirs[e.Key] = e.Value
		keys = append(keys, e.Key)
	}
	var out strings.Builder
	seen := map[string]bool{}
	for _, e := range a.Entries() {
		seen[e.Key] = true
		if value := theirs[e.Key]; value != e.Value && isRequirement(e.Key) {
			fmt.Fprintf(&out, "- %s: %s\n", e.Key, e.Value)
			if value != "" {
				fmt.Fprintf(&out, "+ %s: %s\n", e.Key, value)
			}
		}
	}
	for _, key := range keys {
		if !seen[key] && isRequirement(key) {
			fmt.Fprintf(&out, "+ %s: %s\n", key, theirs[key])
		}
	}
	if out.Len() == 0 {
		return "No differences.\n"
	}
	return out.String()
}

// isRequirement reports whether a key is of a requirement.
func isRequirement(key string) bool {
	return !slices.Contains([]string{"title", "source", "year", "stage"}, key)
}

// StartProfile writes the text of a profile to a new file.
func StartProfile(streams system.Streams, name, text string) (Status, error) {
	streams.ListenToInterrupts()
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return ExitUsage, fmt.Errorf("%s already exists; use another file", batch.Shown(name))
	case errors.Is(err, fs.ErrNotExist):
		return ExitUsage, fmt.Errorf("cannot write %s: folder %s does not exist; create it or use another file", batch.Shown(name), batch.Shown(filepath.Dir(name)))
	case err != nil:
		return ExitUsage, fmt.Errorf("cannot write %s: %w", batch.Shown(name), batch.Reason(err))
	}
	_, err = file.WriteString(text)
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(name)
		return ExitBroke, fmt.Errorf("cannot write %s: %w", batch.Shown(name), batch.Reason(err))
	}
	return ExitPass, nil
}

// ValidateProfiles checks the files of profiles, "-" for standard input. The error
// points out all mistakes of all of them.
func ValidateProfiles(streams system.Streams, names []string) error {
	var all []error
	for _, name := range names {
		p, err := readProfile(streams.In, name)
		mistakes := profile.Mistakes(err)
		for _, mistake := range mistakes {
			all = append(all, profile.InProfile(shownName(name), mistake))
		}
		switch {
		case len(mistakes) > 0:
			continue
		case err != nil:
			all = append(all, err)
			continue
		}
		fmt.Fprintf(streams.Out, "%s is valid: %s, %d rules%s\n", name, p.Title, len(p.Rules), categoryWords(p))
		if p.Source == "" {
			fmt.Fprintln(streams.Out, "No source given: add the address of the call for papers.")
		}
	}
	return errors.Join(all...)
}

// readProfile reads a profile's file, or standard input.
func readProfile(in io.Reader, name string) (*profile.Profile, error) {
	if name != batch.Stdin {
		return judging.ReadProfile(name)
	}
	return judging.ReadProfileFrom(in, shownName(name))
}

// ExportProfile writes a profile as a HotCRP specification, and reports on standard
// error what that cannot express.
func ExportProfile(streams system.Streams, name, category string) error {
	p, err := judging.LoadVariant(name, category)
	if err != nil {
		return err
	}
	text, lost := p.HotCRP()
	fmt.Fprintln(streams.Out, text)
	for _, sentence := range lost {
		fmt.Fprintf(streams.Err, "paperfit: not exported: %s\n", sentence)
	}
	return nil
}

// readNamed reads a file, or standard input.
func readNamed(in io.Reader, name string, most int64) ([]byte, error) {
	if name == batch.Stdin {
		return batch.ReadAll(in, most)
	}
	return batch.ReadFile(name, most)
}

// shownName returns the name of a profile's file in sentences.
func shownName(name string) string {
	if name == batch.Stdin {
		return "standard input"
	}
	return name
}

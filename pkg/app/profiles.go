package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

// ListProfiles lists the built-in profiles with their titles, categories and
// sources.
func ListProfiles(w io.Writer) error {
	names := profile.Names()
	widest := 0
	for _, name := range names {
		widest = max(widest, len(name))
	}
	for _, name := range names {
		p, err := profile.Load(name)
		if err != nil {
			return err
		}
		mark := ""
		if name == profile.Default {
			mark = " (default)"
		}
		fmt.Fprintf(w, "%-*s  %s%s%s\n%-*s  %s\n", widest, name, p.Title, mark, categoryWords(p), widest, "", p.Source)
	}
	return nil
}

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

// ShowProfile writes all that a profile asks of a category of papers, "" for the
// usual ones, as the YAML of one that stands alone.
func ShowProfile(w io.Writer, name, category string) error {
	p, err := judging.LoadVariant(name, category)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w, p.YAML())
	return err
}

// DiffProfiles compares what two profiles ask.
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

// diffOf tells in lines where two profiles differ; their titles, sources and
// years are what they are called, not what they ask.
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
		if value := theirs[e.Key]; value != e.Value && asks(e.Key) {
			fmt.Fprintf(&out, "- %s: %s\n", e.Key, e.Value)
			if value != "" {
				fmt.Fprintf(&out, "+ %s: %s\n", e.Key, value)
			}
		}
	}
	for _, key := range keys {
		if !seen[key] && asks(key) {
			fmt.Fprintf(&out, "+ %s: %s\n", key, theirs[key])
		}
	}
	if out.Len() == 0 {
		return "They ask the same.\n"
	}
	return out.String()
}

// asks reports whether a key says what is asked.
func asks(key string) bool {
	return !slices.Contains([]string{"title", "source", "year", "stage"}, key)
}

// StartProfile writes a commented start for a profile to a new file.
func StartProfile(name string) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s is there already; name another file", name)
	case err != nil:
		return fmt.Errorf("%s cannot be written: %w", name, batch.Reason(err))
	}
	_, err = file.WriteString(profile.Start())
	return errors.Join(err, file.Close())
}

// ValidateProfile tells whether a file is a profile; the error says where it is
// not.
func ValidateProfile(w io.Writer, name string) error {
	p, err := judging.ReadProfile(name)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s is a profile: %s, %d rules%s\n", name, p.Title, len(p.Rules), categoryWords(p))
	if p.Source == "" {
		fmt.Fprintln(w, "It names no source: add the address of the page that it was read from.")
	}
	return nil
}

// ExportProfile writes a profile as HotCRP's specification of a format, and tells
// on errors what that cannot express.
func ExportProfile(streams system.Streams, name, category string) error {
	p, err := judging.LoadVariant(name, category)
	if err != nil {
		return err
	}
	text, lost := p.HotCRP()
	fmt.Fprintln(streams.Out, text)
	for _, sentence := range lost {
		fmt.Fprintf(streams.Err, "not expressed: %s\n", sentence)
	}
	return nil
}

package app

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/profile"
)

// ListProfiles lists the built-in profiles by community, with their titles,
// categories and sources: all, or those that have each of the words in their name,
// title, series or community.
func ListProfiles(w io.Writer, words []string) error {
	profiles, err := profile.BuiltIn()
	if err != nil {
		return err
	}
	found := slices.DeleteFunc(slices.Clone(profiles), func(p *profile.Profile) bool { return !isAbout(p, words) })
	if len(found) == 0 {
		return fmt.Errorf("no built-in profile is about %s; \"paperfit profiles list\" lists all", strings.Join(words, " "))
	}
	list := profileList{w: w, newest: profile.NewestOf(profiles)}
	for _, p := range found {
		list.widest = max(list.widest, len(p.Name))
	}
	for _, community := range profile.Communities() {
		list.group(community, slices.DeleteFunc(slices.Clone(found), func(p *profile.Profile) bool { return p.Community != community }))
	}
	return nil
}

// isAbout reports whether a profile has each of the words, whatever their case.
func isAbout(p *profile.Profile, words []string) bool {
	text := strings.ToLower(strings.Join(append([]string{p.Name, p.Title, p.Community, communityWords(p.Community)}, p.Series...), "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, strings.ToLower(word)) })
}

// communityWords returns a community as a heading of the list.
func communityWords(community string) string { return strings.ReplaceAll(community, "-", " ") }

// profileList writes the list of profiles.
type profileList struct {
	w      io.Writer
	widest int                         // name
	newest map[string]*profile.Profile // of each series
	begun  bool
}

// group writes the profiles of a community under its name.
func (l *profileList) group(community string, profiles []*profile.Profile) {
	if len(profiles) == 0 {
		return
	}
	if l.begun {
		fmt.Fprintln(l.w)
	}
	l.begun = true
	heading := communityWords(community)
	fmt.Fprintf(l.w, "%s%s:\n", strings.ToUpper(heading[:1]), heading[1:])
	for _, p := range profiles {
		fmt.Fprintf(l.w, "  %-*s  %s%s%s\n", l.widest, p.Name, p.Title, l.marks(p), categoryWords(p))
		fmt.Fprintf(l.w, "  %-*s  %s\n", l.widest, "", p.Source)
		for _, line := range []string{p.Head().Caution(), p.Remark} {
			if line != "" {
				fmt.Fprintf(l.w, "  %-*s  %s\n", l.widest, "", line)
			}
		}
	}
}

// marks says what is special about a profile.
func (l *profileList) marks(p *profile.Profile) string {
	var out string
	if p.Name == profile.Default {
		out += " (default)"
	}
	older := func(series string) bool { return l.newest[series] != p }
	if names := slices.DeleteFunc(slices.Clone(p.Series), older); len(names) > 0 {
		out += " (newest: " + strings.Join(names, ", ") + ")"
	}
	return out
}

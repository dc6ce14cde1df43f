package system

import "strings"

// asciiOnly reports whether the terminal shows no more than ASCII: it is the
// Linux console, whose fonts lack the marks, or its locale names another
// encoding than UTF-8, as C and POSIX do. Where no locale is named, as in most
// containers and on Windows, terminals show UTF-8. What goes to files and pipes
// is always UTF-8, so that a log is the same bytes everywhere.
func asciiOnly(getenv func(string) string) bool {
	if getenv("TERM") == "linux" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} { // the first that is set counts (POSIX)
		locale := strings.ToLower(getenv(name))
		if locale == "" {
			continue
		}
		_, encoding, named := strings.Cut(locale, ".")
		encoding, _, _ = strings.Cut(encoding, "@")
		if named {
			return encoding != "utf-8" && encoding != "utf8"
		}
		return locale == "c" || locale == "posix"
	}
	return false
}

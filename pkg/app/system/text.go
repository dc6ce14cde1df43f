package system

import "github.com/paperfit/paperfit/pkg/render"

// Color sets when text has colours.
type Color string

// When text has colours: on a terminal that supports them, unless NO_COLOR is set;
// always; never.
const (
	ColorAuto   Color = "auto"
	ColorAlways Color = "always"
	ColorNever  Color = "never"
)

// Text returns the options of text, for the terminal or elsewhere.
func (s Streams) Text(color Color, terminal bool) render.TextOptions {
	opt := render.TextOptions{Color: color == ColorAlways}
	if terminal {
		opt.Width, opt.ASCII = s.Width(), asciiOnly(s.Getenv)
		if color == ColorAuto {
			opt.Color = s.Getenv("NO_COLOR") == "" && s.Getenv("TERM") != "dumb"
		}
	}
	return opt
}

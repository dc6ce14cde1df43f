package system

import "github.com/paperfit/paperfit/pkg/render"

// Color says when text has colours.
type Color string

// When text has colours: on a terminal that shows them and whose user did not turn
// them off by NO_COLOR; always; never.
const (
	ColorAuto   Color = "auto"
	ColorAlways Color = "always"
	ColorNever  Color = "never"
)

// Text says how text looks, on the terminal or elsewhere.
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

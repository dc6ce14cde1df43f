package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/batch"
)

// banalOptions are the options of banal, which are written with one dash or two.
type banalOptions struct {
	app.BanalOptions
	instead banalInstead
}

// banalInstead is what is asked for in place of an answer.
type banalInstead uint8

// What is asked for: an answer, the version, or help.
const (
	banalAnswer banalInstead = iota
	banalVersion
	banalHelp
)

// answers returns what asks for an answer in a form. The last such option counts.
func answers(form app.BanalForm) func(*banalOptions) {
	return func(o *banalOptions) { o.Form, o.instead = form, banalAnswer }
}

// tells returns what asks for something in place of an answer.
func tells(instead banalInstead) func(*banalOptions) {
	return func(o *banalOptions) { o.instead = instead }
}

// banalSwitches are the options without a value.
var banalSwitches = map[string]func(*banalOptions){
	"json":         answers(app.BanalJSON),
	"report":       answers(app.BanalReport),
	"stats":        answers(app.BanalStats),
	"version":      tells(banalVersion),
	"V":            tells(banalVersion),
	"help":         tells(banalHelp),
	"h":            tells(banalHelp),
	"p":            func(o *banalOptions) { o.Headings = true },
	"pagenum":      func(o *banalOptions) { o.Headings = true },
	"pageno":       func(o *banalOptions) { o.Headings = true },
	"headings":     func(o *banalOptions) { o.Headings = true },
	"headers":      func(o *banalOptions) { o.Headings = true },
	"no-time":      func(o *banalOptions) { o.Timed = false },
	"notime":       func(o *banalOptions) { o.Timed = false },
	"no-timestamp": func(o *banalOptions) { o.Timed = false },
	"C":            func(o *banalOptions) { o.Columns = true },
	"colpos":       func(o *banalOptions) { o.Columns = true },
	"no-unsafe":    func(o *banalOptions) { o.NoUnsafe = true },
	"free-end":     func(o *banalOptions) { o.FreeEnd = true },
	"figures":      func(o *banalOptions) { o.Figures = true },
	"trim":         func(o *banalOptions) { o.Trim = true },

	// How the text is come by is our own matter.
	"debug-pdftohtml": nil,
	"debug-words":     nil,
}

// banalValues are the options with a value.
var banalValues = map[string]func(o *banalOptions, value string) error{
	"max-pages": setMaxPages,
	"timeout": func(o *banalOptions, value string) (err error) {
		if o.Limits.Timeout, err = time.ParseDuration(value); err != nil || o.Limits.Timeout <= 0 {
			err = fmt.Errorf("%q is no time to work in; give one such as 20s", value)
		}
		return err
	},
	"max-memory": func(o *banalOptions, value string) error {
		most, err := app.ParseSize(value)
		if err == nil && most < batch.LeastMemory {
			err = fmt.Errorf("%s is less than paperfit itself needs", value)
		}
		o.Limits.MaxMemory = int64(most)
		return err
	},
	"grep": func(o *banalOptions, value string) error {
		answers(app.BanalGrep)(o)
		o.Grep = value
		return oneOf(value, "unsafe", "error", "problem")
	},
	"compat": func(o *banalOptions, value string) error {
		o.Legacy = true
		return oneOf(value, "banal")
	},

	// How the text is come by is our own matter.
	"zoom":    nil,
	"columns": nil,
	"rot":     nil,
	"stext":   nil,
}

func setMaxPages(o *banalOptions, value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		return fmt.Errorf("%q is no number of pages", value)
	}
	o.MaxPages = n
	return nil
}

func oneOf(value string, words ...string) error {
	for _, w := range words {
		if value == w {
			return nil
		}
	}
	return fmt.Errorf("%q is not known; use %s", value, strings.Join(words, ", "))
}

// parseBanal reads the arguments of banal.
func parseBanal(args []string) (banalOptions, error) {
	o := banalOptions{BanalOptions: app.BanalOptions{Timed: true, Limits: batch.Limits{Timeout: app.BanalTimeout, MaxMemory: batch.DefaultMaxMemory}}}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			o.Files = append(o.Files, args...)
			break
		}
		if arg == batch.Stdin || !strings.HasPrefix(arg, "-") {
			o.Files = append(o.Files, arg)
			continue
		}
		rest, err := o.set(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), args)
		if err != nil {
			return o, fmt.Errorf("option %s: %w", arg, err)
		}
		o.Given = append(append(o.Given, arg), args[:len(args)-len(rest)]...)
		args = rest
	}
	return o, nil
}

// set sets an option and returns the arguments that are left: the value of an
// option stands behind a "=" or in the next argument.
func (o *banalOptions) set(option string, args []string) ([]string, error) {
	name, value, joined := strings.Cut(option, "=")
	name = strings.ReplaceAll(name, "_", "-")
	if turn, ok := banalSwitches[name]; ok && !joined {
		if turn != nil {
			turn(o)
		}
		return args, nil
	}
	take, ok := banalValues[name]
	switch {
	case !ok:
		return args, fmt.Errorf("it is not known; see paperfit banal --help")
	case !joined && len(args) == 0:
		return args, fmt.Errorf("its value is missing")
	case !joined:
		value, args = args[0], args[1:]
	}
	if take == nil {
		return args, nil
	}
	return args, take(o, value)
}

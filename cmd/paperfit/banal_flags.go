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

// banalInstead is what the program prints instead of an answer.
type banalInstead uint8

// What is printed: an answer, the version, or help.
const (
	banalAnswer banalInstead = iota
	banalVersion
	banalHelp
)

// answers returns the effect of an option for a form of the answer. The last such
// option counts.
func answers(form app.BanalForm) func(*banalOptions) {
	return func(o *banalOptions) { o.Form, o.instead = form, banalAnswer }
}

// prints returns the effect of an option that prints something instead of an answer.
func prints(instead banalInstead) func(*banalOptions) {
	return func(o *banalOptions) { o.instead = instead }
}

// banalSwitches are the options without a value.
var banalSwitches = map[string]func(*banalOptions){
	"json":         answers(app.BanalJSON),
	"report":       answers(app.BanalReport),
	"stats":        answers(app.BanalStats),
	"version":      prints(banalVersion),
	"V":            prints(banalVersion),
	"help":         prints(banalHelp),
	"h":            prints(banalHelp),
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
	"figures":      func(o *banalOptions) { o.Figures = true },
	"trim":         func(o *banalOptions) { o.Trim = true },

	// Accepted and ignored: banal's ways of extracting text.
	"debug-pdftohtml": nil,
	"debug-words":     nil,
}

// banalValues are the options with a value.
var banalValues = map[string]func(o *banalOptions, value string) error{
	"max-pages": setMaxPages,
	"timeout": func(o *banalOptions, value string) (err error) {
		if o.Limits.Timeout, err = time.ParseDuration(value); err != nil || o.Limits.Timeout <= 0 {
			err = fmt.Errorf("invalid duration %q; use one such as 20s", value)
		}
		return err
	},
	"max-memory": func(o *banalOptions, value string) error {
		most, err := app.ParseSize(value)
		if err == nil && most < batch.LeastMemory {
			err = fmt.Errorf("%s is less than paperfit itself needs; use at least %d MB", value, batch.LeastMemory>>20)
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

	// Accepted and ignored: banal's ways of extracting text.
	"zoom":    nil,
	"columns": nil,
	"rot":     nil,
	"stext":   nil,
}

// banalRuns are the options of mubanal that print and read the text of pages as MuPDF
// sees it.
var banalRuns = map[string]bool{"dump-runs": true, "runs": true}

func setMaxPages(o *banalOptions, value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		return fmt.Errorf("invalid number of pages %q; must be a positive integer", value)
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
	return fmt.Errorf("invalid value %q; must be one of %s", value, strings.Join(words, ", "))
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
// option follows a "=" or is the next argument.
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
	case banalRuns[name]:
		return args, fmt.Errorf("paperfit reads pages without MuPDF; for the text that it sees, run \"paperfit inspect --layout\"")
	case !ok:
		return args, fmt.Errorf("unknown option; see \"paperfit banal --help\"")
	case !joined && len(args) == 0:
		return args, fmt.Errorf("missing value")
	case !joined:
		value, args = args[0], args[1:]
	}
	if take == nil {
		return args, nil
	}
	return args, take(o, value)
}

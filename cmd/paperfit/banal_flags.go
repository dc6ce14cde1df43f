package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/hotcrp"
)

// banalForm is what an answer is written as.
type banalForm uint8

// The forms of an answer. JSON is what HotCRP reads, so it needs no asking.
const (
	banalJSON banalForm = iota
	banalReport
	banalStats
	banalGrep
	banalVersion
	banalHelp
)

// banalOptions are the options of banal, which are written with one dash or two.
type banalOptions struct {
	hotcrp.Options
	form   banalForm
	grep   string // what is looked for: unsafe, error or problem
	timed  bool   // the answer tells its time
	limits batch.Limits
	given  []string // the options as they were written
	files  []string
}

// banalTimeout is how long a file may take, where HotCRP itself would wait for
// ever. It is below the time after which HotCRP takes a check for lost.
const banalTimeout = 20 * time.Second

// banalSwitches are the options without a value.
var banalSwitches = map[string]func(*banalOptions){
	"json":         func(o *banalOptions) { o.form = banalJSON },
	"report":       func(o *banalOptions) { o.form = banalReport },
	"stats":        func(o *banalOptions) { o.form = banalStats },
	"version":      func(o *banalOptions) { o.form = banalVersion },
	"V":            func(o *banalOptions) { o.form = banalVersion },
	"help":         func(o *banalOptions) { o.form = banalHelp },
	"h":            func(o *banalOptions) { o.form = banalHelp },
	"p":            func(o *banalOptions) { o.Headings = true },
	"pagenum":      func(o *banalOptions) { o.Headings = true },
	"pageno":       func(o *banalOptions) { o.Headings = true },
	"headings":     func(o *banalOptions) { o.Headings = true },
	"headers":      func(o *banalOptions) { o.Headings = true },
	"no-time":      func(o *banalOptions) { o.timed = false },
	"notime":       func(o *banalOptions) { o.timed = false },
	"no-timestamp": func(o *banalOptions) { o.timed = false },
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
		if o.limits.Timeout, err = time.ParseDuration(value); err != nil || o.limits.Timeout <= 0 {
			err = fmt.Errorf("%q is no time to work in; give one such as 20s", value)
		}
		return err
	},
	"max-memory": func(o *banalOptions, value string) error {
		most := size{o.limits.MaxMemory}
		err := most.Set(value)
		if err == nil && most.bytes < batch.LeastMemory {
			err = fmt.Errorf("%s is less than paperfit itself needs", value)
		}
		o.limits.MaxMemory = most.bytes
		return err
	},
	"grep": func(o *banalOptions, value string) error {
		o.form, o.grep = banalGrep, value
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
	o := banalOptions{timed: true, limits: batch.Limits{Timeout: banalTimeout, MaxMemory: batch.DefaultMaxMemory}}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			o.files = append(o.files, args...)
			break
		}
		if arg == batch.Stdin || !strings.HasPrefix(arg, "-") {
			o.files = append(o.files, arg)
			continue
		}
		rest, err := o.set(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), args)
		if err != nil {
			return o, fmt.Errorf("option %s: %w", arg, err)
		}
		o.given = append(append(o.given, arg), args[:len(args)-len(rest)]...)
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

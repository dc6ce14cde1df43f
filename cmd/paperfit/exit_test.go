package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// TestUsageErrors: wrong arguments of any command end with status 2, one line with a
// remedy, and nothing on standard output.
func TestUsageErrors(t *testing.T) {
	draft := paper(t, "ok-plain.pdf")
	for _, c := range []struct{ args, want string }{
		{"help nonsense", `unknown help topic "nonsense"; see "paperfit --help"`},
		{"help check x", `unknown help topic "check x"; see "paperfit --help"`},
		{"completion tcsh", `unknown command "paperfit completion tcsh"; see "paperfit completion --help"`},
		{"completion bsh", `unknown command "paperfit completion bsh"; did you mean "paperfit completion bash"?`},
		{"completion bash x", `unexpected argument "x"; see "paperfit completion bash --help"`},
		{"version x", `unexpected argument "x"; see "paperfit version --help"`},
		{"version --zebra", `unknown flag: --zebra; see "paperfit version --help"`},
		{"schema xml", `unknown schema "xml"; must be one of json, jsonl`},
		{"schema json x", `unexpected argument "x"; see "paperfit schema --help"`},
		{"rules x", `unexpected argument "x"; see "paperfit rules --help"`},
		{"explain", `no rule given; "paperfit rules" lists them`},
		{"explain zebra", `unknown rule "zebra"; "paperfit rules" lists them`},
		{"explain leding", `unknown rule "leding"; did you mean "leading"?`},
		{"profiles lst", `unknown command "paperfit profiles lst"; did you mean "paperfit profiles list"?`},
		{"profiles list zzzz", `no built-in profile is about zzzz; "paperfit profiles list" lists all`},
		{"profiles show", `no profile given; see "paperfit profiles show --help"`},
		{"profiles show opml2", `unknown profile "opml2"; did you mean "opml20"? (a profile of your own is a .yaml file)`},
		{"profiles show --category x opml20", `profile opml20 has no categories; remove --category`},
		{"profiles init none/own.yaml", `cannot write none/own.yaml: folder none does not exist; create it or use another file`},
		{"profiles validate", `no profile file given; see "paperfit profiles validate --help"`},
		{"profiles validate none.yaml", `profile none.yaml: no such file; check the name and the folder`},
		{"profiles diff opml20", `two profiles are required; see "paperfit profiles diff --help"`},
		{"profiles diff opml20 osdi22 x", `unexpected argument "x"; see "paperfit profiles diff --help"`},
		{"profiles export opml20", `no target given; use --hotcrp`},
		{"profiles schema x", `unexpected argument "x"; see "paperfit profiles schema --help"`},
		{"watch", `no file or folder given; see "paperfit watch --help"`},
		{"watch a b", `unexpected argument "b"; see "paperfit watch --help"`},
		{"watch -", `cannot watch standard input; name a file or a folder`},
		{"inspect", `no file given; name a PDF, a folder, or - for standard input`},
		{"inspect --dump", `--dump requires exactly one paper; name its PDF, or - for standard input`},
		{"inspect --dump --layout " + draft, `--dump cannot be used with --layout`},
		{"inspect --jobs x " + draft, `invalid value "x" for --jobs: must be an integer, such as 4; see "paperfit inspect --help"`},
		{"check", `no file given; name a PDF, a folder, or - for standard input`},
		{"check --fail-on warnin " + draft, `invalid value "warnin" for --fail-on: did you mean "warning"?`},
		{"check --timeout x " + draft, `invalid value "x" for --timeout: must be a duration, such as 30s or 2m; see "paperfit check --help"`},
		{"check --max-memory 1 " + draft, `invalid value "1" for --max-memory: must be a size such as 512MB or 2GB; see "paperfit check --help"`},
		{"check --annotate - " + draft, `cannot write an annotated copy to standard output; use a file with --annotate`},
		{"check --waivers none.yaml " + draft, `waivers none.yaml: no such file; check the name and the folder`},
		{"check --category", `flag needs an argument: --category; see "paperfit check --help"`},
	} {
		var s testStreams
		status := run(strings.Fields(c.args), s.streams())
		if status != int(app.ExitUsage) || s.out.Len() > 0 || s.err.String() != "paperfit: "+c.want+"\n" {
			t.Errorf("paperfit %s: status %d, %q on standard output\n%swant\npaperfit: %s", c.args, status, &s.out, &s.err, c.want)
		}
	}
}

// TestUnreadableFiles: a file that cannot be read ends every command that reads papers
// with status 3, banal with its own 1.
func TestUnreadableFiles(t *testing.T) {
	for args, want := range map[string]app.Status{
		"check": app.ExitError, "check --format json": app.ExitError, "inspect": app.ExitError,
		"inspect --dump": app.ExitError, "banal": app.ExitFail, "banal -grep=unsafe": 2,
	} {
		var s testStreams
		if status := run(append(strings.Fields(args), missing), s.streams()); status != int(want) {
			t.Errorf("paperfit %s: status %d, want %d", args, status, want)
		}
	}
}

// TestLostOutput: output that cannot be written ends every command with status 4.
func TestLostOutput(t *testing.T) {
	draft := paper(t, "ok-plain.pdf")
	for _, args := range []string{
		"check " + draft, "check --format json " + draft, "inspect " + draft, "inspect --dump " + draft, "banal " + draft,
		"profiles list", "profiles show opml20", "profiles init", "profiles schema", "profiles export --hotcrp opml20",
		"profiles diff opml20 osdi22", "rules", "explain leading", "schema", "version", "completion bash", "help", "check --help",
	} {
		var s testStreams
		streams := s.streams()
		streams.Out = fullDisk{}
		if status := run(strings.Fields(args), streams); status != int(app.ExitBroke) || !strings.Contains(s.err.String(), "paperfit: cannot write the ") {
			t.Errorf("paperfit %s: status %d, %s", args, status, &s.err)
		}
	}
}

// fullDisk is a file on a full disk.
type fullDisk struct{}

// Write writes nothing.
func (fullDisk) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: os.ErrInvalid}
}

// TestProfileTemplateIsWhole: a file that is there already is not overwritten.
func TestProfileTemplateIsWhole(t *testing.T) {
	name := filepath.Join(t.TempDir(), "own.yaml")
	for i, want := range []app.Status{app.ExitPass, app.ExitUsage} {
		var s testStreams
		if status := run([]string{"profiles", "init", name}, s.streams()); status != int(want) {
			t.Errorf("run %d: status %d, want %d: %s", i+1, status, want, &s.err)
		}
	}
}

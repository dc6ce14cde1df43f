package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// action is what the tests read of action.yml.
type action struct {
	Inputs  map[string]struct{ Description, Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

// actionStep is one step of a composite action.
type actionStep struct {
	ID, If, Uses, Shell, Run string
	Env                      map[string]string
}

// needsBash skips a test where the action's scripts cannot run.
func needsBash(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the scripts are run by bash with Unix paths")
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
}

func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// expression is one of GitHub's, such as ${{ inputs.files }}.
var expression = regexp.MustCompile(`\$\{\{ *(.*?) *\}\}`)

// runAction runs the shell steps of the action in their order, as a runner does,
// in the given folder; what was installed there before is used again. It returns
// the outputs, and the status of the step that failed.
func runAction(t *testing.T, dir string, with, runner map[string]string) (outputs map[string]string, log string, status int) {
	t.Helper()
	var a action
	readYAML(t, "action.yml", &a)
	repository, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{"github.action_path": repository, "github.server_url": "https://github.com"}
	for name, input := range a.Inputs {
		values["inputs."+name] = input.Default
	}
	for name, value := range with {
		if _, ok := a.Inputs[name]; !ok {
			t.Fatalf("the action has no input %q", name)
		}
		values["inputs."+name] = value
	}
	evaluate := func(text string) string {
		return expression.ReplaceAllStringFunc(text, func(found string) string {
			name := expression.FindStringSubmatch(found)[1]
			value, ok := values[name]
			if !ok {
				t.Errorf("nothing is known of %s", found)
			}
			return value
		})
	}
	outputFile := filepath.Join(dir, "outputs")
	if program, ok := readOutputs(t, outputFile)["program"]; ok {
		values["steps.install.outputs.program"] = program
	}
	for _, step := range a.Runs.Steps {
		_, installed := values["steps.install.outputs.program"]
		if step.Run == "" || step.ID == "install" && installed {
			continue
		}
		if step.Shell != "bash" || step.If != "" {
			t.Fatalf("the test does not run steps such as %+v", step)
		}
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", evaluate(step.Run))
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GITHUB_OUTPUT="+outputFile, "RUNNER_TEMP="+dir, "CGO_ENABLED="+cgo) // so that packages compiled for the tests serve
		for name, value := range step.Env {
			if over, ok := runner[name]; ok {
				value = over
			}
			cmd.Env = append(cmd.Env, name+"="+evaluate(value))
		}
		for name, value := range runner {
			if strings.HasPrefix(name, "RUNNER_") {
				cmd.Env = append(cmd.Env, name+"="+value)
			}
		}
		out, err := cmd.CombinedOutput()
		log += string(out)
		for name, value := range readOutputs(t, outputFile) {
			values["steps."+step.ID+".outputs."+name] = value
		}
		if err != nil {
			var exit *exec.ExitError
			if !errors.As(err, &exit) {
				t.Fatal(err)
			}
			status = exit.ExitCode()
			break
		}
	}
	outputs = map[string]string{}
	if _, checked := values["steps.check.outputs.status"]; checked {
		for name, output := range a.Outputs {
			outputs[name] = evaluate(output.Value)
		}
	}
	return outputs, log, status
}

// readOutputs reads what steps reported so far.
func readOutputs(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(data)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		out[name] = value
	}
	return out
}

// cgo reports whether the tests were compiled with cgo.
var cgo = func() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "CGO_ENABLED" {
				return s.Value
			}
		}
	}
	return "0"
}()

// paper returns the full path of one of our papers.
func paper(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(folder("papers"), name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAction runs the action's own shell steps with a program built from these
// sources: by the step that installs it in a thorough run, else for all tests.
func TestAction(t *testing.T) {
	t.Parallel()
	needsBash(t)
	dir := t.TempDir()
	if !thorough {
		if err := os.WriteFile(filepath.Join(dir, "outputs"), []byte("program="+built(t)+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	report := filepath.Join(dir, "a report.json")
	repository := filepath.Join(dir, "repository")
	makeRepository(t, repository)
	for name, text := range map[string]string{
		".paperfit.yaml": "profile: kinds.yaml\n",
		"kinds.yaml":     "title: Kinds\npages: 3\ncategories: {short: {pages: 2}}\nrules: {page-limit: error}\n",
		"waivers.yaml":   "[{file: bad-page-limit.pdf, rule: page-limit, reason: merged papers, by: Ada Chair}]\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name    string
		with    map[string]string
		verdict string
		status  int
		log     string
	}{
		{"good", map[string]string{"files": paper(t, "ok-plain.pdf")}, "pass", 0, "paperfit: 1 file: 1 pass"},
		{"bad", map[string]string{"files": paper(t, "ok-plain.pdf") + "\n" + paper(t, "bad-leading.pdf") + "\n", "profile": "opml20", "reports": "json=" + report + "\n"}, "fail", 1, "title=paperfit%3A leading::"},
		{"text", map[string]string{"files": paper(t, "ok-plain.pdf"), "format": "text"}, "pass", 0, "of Kinds"},
		{"category", map[string]string{"files": paper(t, "bad-page-limit.pdf"), "category": "short"}, "fail", 1, "title=paperfit%3A page-limit::"},
		{"waiver", map[string]string{"files": paper(t, "bad-page-limit.pdf"), "category": "short", "waivers": "waivers.yaml", "format": "text"}, "pass", 0, "waived by Ada Chair"},
		{"warning", map[string]string{"files": paper(t, "warn-font-family.pdf"), "profile": "opml20", "fail-on": "warning"}, "fail", 1, "font-family"},
		{"repository", map[string]string{"files": repository, "profile": "opml20"}, "pass", 0, "1 small figure"},
		{"repository with figures", map[string]string{"files": repository, "profile": "opml20", "skip-figures": "false"}, "fail", 1, "figure.pdf,title=paperfit%3A page-size::"},
		{"missing", map[string]string{"files": "-- no; such $(file).pdf"}, "error", 3, "No such file"},
		{"incomplete", map[string]string{"files": paper(t, "ok-plain.pdf"), "reports": "json=/dev/full"}, "incomplete", 4, "cannot write the report to /dev/full"},
		{"usage", map[string]string{"profile": "nobody"}, "usage", 2, "unknown profile"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := os.Stat("/dev/full"); err != nil && test.name == "incomplete" {
				t.Skip("there is no /dev/full here")
			}
			outputs, log, status := runAction(t, dir, test.with, nil)
			if status != test.status || outputs["verdict"] != test.verdict || outputs["status"] != fmt.Sprint(test.status) || !strings.Contains(log, test.log) {
				t.Errorf("status %d, outputs %v, want %d and %s; the log:\n%s", status, outputs, test.status, test.verdict, log)
			}
		})
	}
	if data, err := os.ReadFile(report); err != nil || !strings.Contains(string(data), `"verdict": "fail"`) {
		t.Errorf("the second report: %v %.80s", err, data)
	}
}

// smallFigure is a rectangle on a small page. Readers find its objects without a table.
const smallFigure = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n" +
	"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 280 180] /Resources << >> /Contents 4 0 R >> endobj\n" +
	"4 0 obj << /Length 19 >> stream\n40 40 200 100 re S\nendstream endobj\ntrailer << /Root 1 0 R /Size 5 >>\n"

// makeRepository makes a folder with a paper and the PDF of a figure.
func makeRepository(t *testing.T, dir string) {
	t.Helper()
	good, err := os.ReadFile(paper(t, "ok-plain.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"paper.pdf": good, "figure.pdf": []byte(smallFigure)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestActionDownloadsReleases: the archive of a release is installed, and one
// that does not match its sum is refused.
func TestActionDownloadsReleases(t *testing.T) {
	t.Parallel()
	needsBash(t)
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("curl is not installed")
	}
	release := filepath.Join(t.TempDir(), "v9.9.9")
	name := "paperfit_9.9.9_linux_amd64"
	if err := os.MkdirAll(filepath.Join(release, name), 0o755); err != nil {
		t.Fatal(err)
	}
	program := "#!/bin/sh\necho the released program \"$@\"\n"
	if err := os.WriteFile(filepath.Join(release, name, "paperfit"), []byte(program), 0o755); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(release, name+".tar.gz")
	if out, err := exec.Command("tar", "-czf", archive, "-C", release, name).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	runner := map[string]string{"RELEASES": "file://" + filepath.Dir(release), "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64"}
	for _, test := range []struct {
		name, sum string
		installed bool
	}{
		{"right sum", fmt.Sprintf("%x", sha256.Sum256(data)), true},
		{"wrong sum", strings.Repeat("0", 64), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			sums := test.sum + "  " + name + ".tar.gz\n"
			if err := os.WriteFile(filepath.Join(release, "SHA256SUMS"), []byte(sums), 0o644); err != nil {
				t.Fatal(err)
			}
			_, log, status := runAction(t, t.TempDir(), map[string]string{"version": "v9.9.9", "files": "draft.pdf"}, runner)
			if installed := status == 0 && strings.Contains(log, "the released program check"); installed != test.installed {
				t.Errorf("status %d; the log:\n%s", status, log)
			}
		})
	}
}

// TestPreCommitHook runs the hook's entry as pre-commit does: the program that
// "go install ./..." makes, with the files' names after the entry.
func TestPreCommitHook(t *testing.T) {
	t.Parallel()
	var hooks []struct {
		ID, Name, Entry, Language string
		Types                     []string
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].ID != "paperfit" || hooks[0].Language != "golang" || !slices.Equal(hooks[0].Types, []string{"pdf"}) {
		t.Fatalf("the hooks are %+v", hooks)
	}
	entry := strings.Fields(hooks[0].Entry)
	program := executable(filepath.Join(filepath.Dir(built(t)), entry[0]))
	repository := filepath.Join(t.TempDir(), "repository")
	makeRepository(t, repository)
	for name, want := range map[string]int{paper(t, "ok-plain.pdf"): 0, paper(t, "bad-leading.pdf"): 1, filepath.Join(repository, "figure.pdf"): 0} {
		out, err := exec.Command(program, append(entry[1:], name)...).CombinedOutput()
		status := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			status = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if status != want {
			t.Errorf("%s: status %d, want %d\n%s", name, status, want, out)
		}
	}
}

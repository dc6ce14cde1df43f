package main

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/app"
)

// watched returns what watch shows first of a paper of too many pages, run in a
// folder with these files.
func watched(t *testing.T, files map[string]string, args ...string) string {
	t.Helper()
	cmd, _ := program(t, append([]string{"watch"}, args...)...)
	cmd.Dir, cmd.Stdout = t.TempDir(), nil
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(cmd.Dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(paper(t, "bad-page-limit.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cmd.Dir, "draft.pdf"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // else nothing would ever come
	defer cancel()
	defer context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })()
	var shown strings.Builder
	for lines := bufio.NewScanner(out); lines.Scan(); {
		shown.WriteString(lines.Text() + "\n")
		if strings.Contains(lines.Text(), " page-limit ") { // a line of the table of rules
			break
		}
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if status := statusFrom(t, cmd.Wait()); status != int(app.ExitInterrupted) {
		t.Errorf("status %d, want %d", status, app.ExitInterrupted)
	}
	return shown.String()
}

// TestWatchJudgesAsCheckDoes: by the author's defaults, categories and waivers.
func TestWatchJudgesAsCheckDoes(t *testing.T) {
	kinds := map[string]string{
		"kinds.yaml":     "title: Kinds\npages: 1\ncategories: {short: {pages: 2}}\nrules: {page-limit: error}\n",
		".paperfit.yaml": "profile: kinds.yaml\n",
		"kinds.csv":      "draft.pdf,short\n",
		"waivers.yaml":   "[{file: draft.pdf, rule: page-limit, reason: merged papers, by: Ada Chair}]\n",
	}
	for _, test := range []struct {
		args []string
		want string
	}{
		{nil, "at most 1 page"},
		{[]string{"--category", "short"}, "at most 2 pages"},
		{[]string{"--categories", "kinds.csv"}, "at most 2 pages"},
		{[]string{"--category", "short", "--waivers", "waivers.yaml"}, "waived by Ada Chair: merged papers"},
	} {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			t.Parallel()
			if shown := watched(t, kinds, append(test.args, "draft.pdf")...); !strings.Contains(shown, test.want) {
				t.Errorf("no %q is shown:\n%s", test.want, shown)
			}
		})
	}
}

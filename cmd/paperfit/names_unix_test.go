//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// strange are names that a terminal may not show as they are.
var strange = []string{"a\nb.pdf", "a\x1b[2Jb.pdf", `a\b.pdf`, "a\u202eb.pdf"}

// TestCopiesOfStrangeNames: an annotated copy is made of a paper whatever its name,
// under that name.
func TestCopiesOfStrangeNames(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(paper(t, "bad-page-size.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	in, out := t.TempDir(), t.TempDir()
	for _, name := range strange {
		if err := os.WriteFile(filepath.Join(in, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var s testStreams
	if status := run([]string{"check", "--annotate", out, in}, s.streams()); status != int(app.ExitFail) || s.err.Len() > 0 {
		t.Errorf("status %d, said is %q", status, &s.err)
	}
	for _, name := range strange {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}

// TestStrangeNamesInMessages: what is said of a name stays one line and moves no
// cursor.
func TestStrangeNamesInMessages(t *testing.T) {
	const bad = "no\n\x1b[2Jpaperfit: such folder"
	nowhere := bad + "/x.pdf"
	for _, args := range [][]string{
		{"check", "--annotate", nowhere, missing},
		{"check", "--annotate", paper(t, "ok-plain.pdf") + "/" + bad, missing, missing},
		{"check", "--output", nowhere, missing},
		{"check", "--report", "json=" + nowhere, missing},
		{"check", "--report", "html=" + paper(t, "ok-plain.pdf") + "/" + bad + "/", missing},
		{"check", "--files-from", nowhere},
		{"check", "--waivers", nowhere, missing},
		{"check", "--categories", nowhere, missing},
		{"check", "--profile", bad, missing},
		{"check", "--profile", nowhere + ".yaml", missing},
		{"inspect", "--dump", "--output", nowhere, missing},
		{"inspect", "--dump", nowhere},
		{"profiles", "show", bad},
		{"profiles", "init", nowhere},
		{"explain", bad},
		{"watch", "--profile", nowhere + ".yaml", missing},
		{bad + "=", "--" + bad},
	} {
		var s testStreams
		run(args, s.streams())
		if said := s.err.String(); said == "" || strings.Count(said, "\n") != 1 || strings.Contains(said, escape[:1]) {
			t.Errorf("%.40q says %q", args, said)
		}
	}
}

package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

const testdata = "../../testdata"

// TestSameAsCheck: globs, lists and archives, on disk and on another file system, give
// what check gives for the same files. A paper that is named twice is there once.
func TestSameAsCheck(t *testing.T) {
	s := settingsFor(t)
	folder := t.TempDir()
	want := map[string][]byte{}
	packed := map[string][]byte{"notes.txt": []byte("no paper")}
	for _, glob := range []string{"papers/*.pdf", "bad/*.pdf"} {
		names, err := filepath.Glob(filepath.Join(testdata, glob))
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			data := read(t, name)
			want[name] = data
			packed[filepath.Base(name)] = data
		}
	}
	sample := read(t, testdata+"/papers/ok-plain.pdf")
	want[written(t, "memfs://one/paper.pdf", sample)] = sample
	for _, archive := range []string{filepath.Join(folder, "export.zip"), "memfs://two/export.zip"} {
		written(t, archive, zipped(t, packed))
		for name, data := range packed {
			if strings.HasSuffix(name, ".pdf") {
				want[archive+"/"+name] = data
			}
		}
	}
	list := written(t, filepath.Join(folder, "list"), []byte("memfs://one/paper.pdf\r\n\nmemfs://two/export.zip\n"+testdata+"/papers/ok-plain.pdf\n"))

	got, sum := checked(t, s, sources{Globs: []string{testdata + "/papers/*.pdf", testdata + "/bad/*.pdf", folder + "/*.zip"}, List: list})
	if len(got) != len(want) || sum.Summary.Files != len(want) {
		t.Errorf("%d entries, %d in the summary, of %d papers", len(got), sum.Summary.Files, len(want))
	}
	var counted report.Summary
	for path, data := range want {
		f := got[path]
		alike(t, s, path, f, data)
		counted.Add(&f)
	}
	if sum.Summary.Pass != counted.Pass || sum.Summary.Fail != counted.Fail || sum.Summary.Error != counted.Error || sum.Summary.Skipped[".txt"] != 2 {
		t.Errorf("the summary has %+v, the entries are %+v", sum.Summary, counted)
	}
	if sum.Profile.Digest != s.Head.Digest || sum.Rules["readable"][report.StatusFail] != counted.Error {
		t.Errorf("the summary is of %+v: %+v", sum.Profile, sum.Rules)
	}
	if unread := bytes.Count(read(t, filepath.Join(s.Output, "unread.jsonl")), []byte("\n")); unread != counted.Error {
		t.Errorf("%d papers are listed as unread, %d were", unread, counted.Error)
	}
}

// TestOnePaperCostsItselfAlone: whatever is among the papers, the others are checked.
func TestOnePaperCostsItselfAlone(t *testing.T) {
	s := settingsFor(t)
	s.Timeout = 3 * time.Second
	folder := t.TempDir()
	sample := read(t, testdata+"/papers/ok-plain.pdf")
	good := map[string]bool{}
	for _, name := range []string{"a.pdf", "d.pdf", "k.pdf", "p.pdf", "z.pdf"} {
		good[written(t, filepath.Join(folder, name), sample)] = true
	}
	bad := map[string]string{
		written(t, filepath.Join(folder, "hang.pdf"), append([]byte(hangs), sample...)):             "limit timeout",
		written(t, filepath.Join(folder, "kill.pdf"), append([]byte(dies), sample...)):              "died twice",
		filepath.Join(folder, "missing.pdf"):                                                        "No such file",
		"memfs://nowhere/missing.pdf":                                                               "No such file",
		"memfs://nowhere/missing.zip":                                                               "No such file",
		"nosuch://bucket/a.pdf":                                                                     "not registered",
		"nosuch://bucket/*.zip":                                                                     "not registered",
		written(t, "memfs://torn/export.zip", zipped(t, map[string][]byte{"a.pdf": sample})[:9000]): "",
	}
	bomb := zipped(t, map[string][]byte{"bomb.pdf": append(bytes.Clone(sample), make([]byte, 40<<20)...)})
	bad[written(t, "memfs://bomb/export.zip", bomb)+"/bomb.pdf"] = "100 times"

	globs := []string{folder + "/?.pdf", folder + "/hang.pdf", folder + "/kill.pdf", "memfs://bomb/export.zip"}
	for path := range bad {
		if !strings.HasPrefix(path, "memfs://bomb/") {
			globs = append(globs, path)
		}
	}
	got, sum := checked(t, s, sources{Globs: globs})
	for path := range good {
		alike(t, s, path, got[path], sample)
	}
	for path, why := range bad {
		f := got[path]
		if f.Verdict != report.Error || len(f.Findings) != 1 || !strings.Contains(f.Findings[0].Message, why) {
			t.Errorf("%s: %s, %+v; want %q", path, f.Verdict, f.Findings, why)
		}
	}
	if len(got) != len(good)+len(bad) || sum.Summary.Error != len(bad) {
		t.Errorf("%d entries, %+v", len(got), sum.Summary)
	}
}

// TestRetriedLinesAreWrittenOnce: a file of the report has each paper once, whatever
// came twice, and a version of a paper with other bytes beside it.
func TestRetriedLinesAreWrittenOnce(t *testing.T) {
	s := settingsFor(t)
	s.Shards = 1
	f := &writeFn{Settings: s.encoded()}
	if err := f.Setup(); err != nil {
		t.Fatal(err)
	}
	var packets [][]byte
	for _, e := range []entry{
		{Path: "a", SHA256: "1", Verdict: report.Pass}, {Path: "a", SHA256: "1", Verdict: report.Pass}, {Path: "a", SHA256: "2", Verdict: report.Fail}, {},
		{Path: "x.zip", Skipped: report.Skipped{".txt": 2}}, {Path: "x.zip", Skipped: report.Skipped{".txt": 2}},
	} {
		packet, line := []byte(nil), []byte(nil) // as of a file that has no paper
		if e.SHA256 != "" {
			line = fmt.Appendf(nil, `{"path":%q,"sha256":%q}`+"\n", e.Path, e.SHA256)
		}
		if e.Path != "" {
			var err error
			if packet, err = pack(e, line); err != nil {
				t.Fatal(err)
			}
		}
		packets = append(packets, packet)
	}
	name := filepath.Join(s.Output, "papers-00001-of-00001.jsonl")
	var before []byte
	for range 2 {
		next := 0
		iter := func(packet *[]byte) bool {
			if next == len(packets) {
				return false
			}
			*packet = packets[next]
			next++
			return true
		}
		if err := f.ProcessElement(t.Context(), 0, iter, func(int, []byte) {}); err != nil {
			t.Fatal(err)
		}
		data := read(t, name)
		if bytes.Count(data, []byte(`"path"`)) != 2 || !bytes.Contains(data, []byte(`"skipped":{".txt":2}`)) {
			t.Errorf("the file is\n%s", data)
		}
		if before != nil && !bytes.Equal(before, data) {
			t.Error("a second time the file is another")
		}
		before = data
	}
	if left, _ := filepath.Glob(s.Output + "/*.part-*"); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

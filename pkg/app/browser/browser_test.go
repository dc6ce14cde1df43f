package browser

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// paper returns a paper of testdata.
func paper(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/papers/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// entry reads the entry of a paper.
func entry(t *testing.T, c Checked) report.File {
	t.Helper()
	f, err := report.ReadFile(c.Entry)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestCheckDrawsThePagesAndEntriesHaveNone(t *testing.T) {
	var e Engine
	c, err := e.Check(Rules{Profile: profile.Default}, "draft.pdf", paper(t, "bad-leading.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	f := entry(t, c)
	if f.Path != "draft.pdf" || f.Verdict != report.Fail || f.ElapsedMS != nil {
		t.Errorf("%s %s %v", f.Path, f.Verdict, f.ElapsedMS)
	}
	for _, p := range f.Pages {
		if p.Sketch != nil {
			t.Errorf("the entry has the words of page %d", p.Page)
		}
	}
	if !strings.Contains(string(c.HTML), "<figcaption") {
		t.Error("the report has no drawn page")
	}
	all, err := e.Report(Rules{Profile: profile.Default}, []json.RawMessage{c.Entry, c.Entry})
	if err != nil || strings.Count(string(all), `"verdict": "fail"`) != 2 {
		t.Errorf("%v: %.300s", err, all)
	}
}

// TestRulesAreThoseOfTheRequest: the rules of an earlier request are not used again for
// another one.
func TestRulesAreThoseOfTheRequest(t *testing.T) {
	var e Engine
	const text = "title: Ours\npages: {most: 1, except: nothing}\nrules: {page-limit: error}\ncategories: {short: {pages: {most: 8, except: nothing}}}\n"
	data := paper(t, "ok-plain.pdf")
	for _, step := range []struct {
		rules Rules
		want  report.Verdict
	}{
		{Rules{Profile: "ours.yaml", Text: text}, report.Fail},
		{Rules{Profile: "ours.yaml", Text: text, Category: "short"}, report.Pass},
		{Rules{Profile: profile.Default}, report.Pass},
		{Rules{Profile: "ours.yaml", Text: text}, report.Fail},
	} {
		c, err := e.Check(step.rules, "a.pdf", data)
		if err != nil {
			t.Fatal(err)
		}
		if f := entry(t, c); f.Verdict != step.want {
			t.Errorf("%+v: %s, want %s", step.rules, f.Verdict, step.want)
		}
	}
	v, err := e.Venue(Rules{Profile: "ours.yaml", Text: text})
	if err != nil || v.Title != "Ours" || len(v.Categories) != 1 || v.Rules != 1 {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestRulesThatCannotBeRead(t *testing.T) {
	for _, test := range []struct {
		rules Rules
		want  string
	}{
		{Rules{Profile: "osid22"}, "osdi22"},
		{Rules{Profile: "ours.yaml", Text: "pgaes: 2\n"}, "ours.yaml"},
		{Rules{Profile: profile.Default, Category: "short"}, "has no categories"},
		{Rules{Profile: "ours.yaml", Text: strings.Repeat("#\n", maxProfileBytes)}, "larger than 1 MB"},
	} {
		if _, err := new(Engine).Check(test.rules, "a.pdf", nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
}

// TestUncheckedIsAnError: a paper whose check was ended has the verdict error and the
// reason, never another.
func TestUncheckedIsAnError(t *testing.T) {
	data := paper(t, "ok-plain.pdf")
	for want, why := range map[string]Reason{
		"limit timeout of 1m0s exceeded":        {Seconds: 60},
		"limit max-memory of 512 MB exceeded":   {Bytes: 512 << 20},
		"cannot be read: it was moved":          {Fault: "it was moved"},
		"Internal error: paperfit failed on it": {},
	} {
		c, err := new(Engine).Unchecked(Rules{Profile: profile.Default}, "a.pdf", data, why)
		if err != nil {
			t.Fatal(err)
		}
		f := entry(t, c)
		if f.Verdict != report.Error || f.SHA256 == "" || !strings.Contains(f.Findings[0].Message, strings.TrimSuffix(want, " it")) {
			t.Errorf("%s %q, want %q", f.Verdict, f.Findings[0].Message, want)
		}
	}
}

func TestBuiltInVenues(t *testing.T) {
	all, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	communities := map[string]bool{}
	for _, c := range all.Communities {
		communities[c] = true
	}
	newest := map[string]string{}
	for _, v := range all.Venues {
		if v.Title == "" || !communities[v.Community] {
			t.Errorf("%s cannot be found in the list: %+v", v.Name, v)
		}
		for _, series := range v.Newest {
			newest[series] = v.Name
		}
	}
	if len(all.Venues) != len(profile.Names()) || newest["neurips"] != profile.Newest("neurips") {
		t.Errorf("%d venues; the newest NeurIPS is %q", len(all.Venues), newest["neurips"])
	}
}

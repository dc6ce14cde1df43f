package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/report"
)

// familyOf are the profiles of papers whose venue is built in; other papers in a
// USENIX template go by the width of their text.
var familyOf = map[string]string{
	"sym-eccache-osdi16": "osdi16-final", "sym-leap-atc20": "atc21-final", "sym-monarch-hotcloud18": "hotcloud17-final",
	"helena-hotos-2015": "hotos15-final", "parikshan-sandbox": "acm-sig", "aclsty-acl2017": "acl", "aclsty-acl2018": "acl",
}

// truly are the rules of severity error that real papers break under the profile
// of their family, and why that is true.
var truly = map[string]string{
	"aclsty-acl2018 body-font-size":                            "scaled to 98 %: 10.8 pt, as the table says too",
	"db-dynamodb text-block":                                   "published behind a cover sheet with wider lines",
	"db-epaxos body-font-size":                                 "half a column of page 7 is set in 9 pt",
	"db-f4 text-block":                                         "published behind a cover sheet with wider lines",
	"db-haystack leading":                                      "11.7 pt, as the table says too",
	"db-mica text-block":                                       "published behind a cover sheet with wider lines",
	"db-percolator text-block":                                 "code in a figure sticks out by 0.09 in and more",
	"pwl-simple-testing-can-prevent-most-critic text-block":    "published behind a cover sheet with wider lines",
	"pwl-spartan-a-distributed-array-framework text-block":     "published behind a cover sheet with wider lines",
	"pwl-spartan-a-distributed-array-framework body-font-size": "24 lines and a page in 9 pt",
	"pwl-spartan-a-distributed-array-framework leading":        "the same pages on 10.9 pt",
}

// TestRealPapersOfEachFamily: real papers break no rule of severity error under
// the profile of their own family, but for what is true of them.
func TestRealPapersOfEachFamily(t *testing.T) {
	dir := shared(t, "papers")
	checked := 0
	for _, row := range table(t, filepath.Join(dir, "truth.tsv")) {
		name := row["name"]
		family := familyOf[name]
		if width, err := strconv.ParseFloat(orElse(row["text_w_typical_in"], row["text_w_in"]), 64); family == "" && err == nil && strings.HasPrefix(row["template"], "usenix") {
			family = "usenix-6.5x9"
			if width > 6.8 {
				family = "usenix"
			}
		}
		path := filepath.Join(dir, name+".pdf")
		data, err := os.ReadFile(path)
		if family == "" || err != nil {
			continue
		}
		checked++
		file := (&check.Checker{Profile: profileOf(t, family)}).Check(context.Background(), name, data)
		for _, c := range file.Checks {
			key := name + " " + c.Rule
			broken := c.Severity == report.SeverityError && (c.Status == report.StatusFail || c.Status == report.StatusUnknown)
			if broken && truly[key] == "" {
				t.Errorf("%s under %s: %s, %v, asked is %v (%s); explain it in truly or mend it", key, family, c.Status, c.Got, c.Want, c.Message)
			}
			if !broken && truly[key] != "" {
				t.Errorf("%s is %s now: take it out of the list (%s)", key, c.Status, truly[key])
			}
		}
	}
	if checked < 50 {
		t.Errorf("%d papers were checked", checked)
	}
}

func orElse(text, other string) string {
	if text != "" {
		return text
	}
	return other
}

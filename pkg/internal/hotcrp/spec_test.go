package hotcrp_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/hotcrp"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// specs are specifications, and what they require as HotCRP decides it.
var specs = map[string]venue{
	`letter;2;2;7inx9in;10;12;1;{"noappendix":true}`: {paper: letter, pages: 2, freeEnd: true, noAppendix: true, columns: 2, block: [2]float64{504, 648}, size: 10, lead: 12},
	`letter;2;2;7inx9in;10;12;1`:                     {paper: letter, pages: 2, freeEnd: true, columns: 2, block: [2]float64{504, 648}, size: 10, lead: 12},
	`letter;3;2;6.5inx9in;9;10`:                      {paper: letter, pages: 3, columns: 2, block: [2]float64{468, 648}, size: 9, lead: 10},
}

// TestSpecificationsJudgeAsHotCRP: a paper fails by a specification where HotCRP
// complains of it, but for what docs/hotcrp.md explains.
func TestSpecificationsJudgeAsHotCRP(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/papers/*.pdf")
	shared, _ := filepath.Glob("../../../../shared/cases/*.pdf") // none on a clone
	files = append(files, shared...)
	if err != nil || len(files) < 100 {
		t.Fatal(len(files), err)
	}
	profiles := map[string]*profile.Profile{}
	for spec := range specs {
		if profiles[spec], err = profile.ParseHotCRP(spec); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range pdftest.Sample(t, files, 16) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a := answer(t, data, hotcrp.Options{})
		for _, spec := range slices.Sorted(maps.Keys(specs)) {
			compareVerdicts(t, spec+" "+filepath.Base(name), specs[spec].complaints(a), (&check.Checker{Profile: profiles[spec]}).Check(t.Context(), name, data))
		}
	}
}

func compareVerdicts(t *testing.T, what string, complaints []string, f report.File) {
	t.Helper()
	if slices.Contains(complaints, "error") || slices.Contains(complaints, "notext") {
		return
	}
	failed := map[string]bool{}
	for _, c := range f.Checks {
		of := checkOf[c.Rule]
		if c.Rule == "forbidden-sections" {
			of = "pagelimit"
		}
		if of != "" {
			failed[of] = failed[of] || c.Status == report.StatusFail || c.Status == report.StatusWarn
		}
	}
	for _, of := range slices.Sorted(maps.Keys(failed)) {
		if failed[of] != slices.Contains(complaints, of) {
			t.Errorf("%s: %s fails: %v, HotCRP complains: %v", what, of, failed[of], !failed[of])
		}
	}
}

package structure

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// papers is where the committed papers lie, each with its report.
const papers = "../../../testdata/papers"

// sample is a committed paper and the page on which its references begin.
type sample struct {
	name   string
	layout *layout.Layout
	page   int
}

// readSamples lays out the committed papers whose references are known.
func readSamples(t *testing.T) []sample {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(papers, "*.pdf"))
	if err != nil || len(files) < 50 {
		t.Fatalf("%d papers: %v", len(files), err)
	}
	var out []sample
	for _, file := range pdftest.Sample(t, files, 4) {
		page, ok := truthOf(t, file)
		if !ok {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
		if err != nil {
			continue
		}
		sheets := make([]*layout.Sheet, len(doc.Pages()))
		in := content.New(doc, content.DefaultLimits())
		if err := in.EachPage(context.Background(), func(i int, p *content.Page) { sheets[i] = layout.Read(p) }); err != nil {
			t.Fatal(err)
		}
		l, err := layout.Compose(context.Background(), sheets)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, sample{filepath.Base(file), l, page})
	}
	return out
}

// truthOf returns what the expected report of a paper says of its references.
func truthOf(t *testing.T, file string) (page int, ok bool) {
	data, err := os.ReadFile(strings.TrimSuffix(file, ".pdf") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Files []struct {
			Measured struct {
				Page *int `json:"references_page"`
			} `json:"measured"`
		} `json:"files"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	if p := r.Files[0].Measured.Page; p != nil {
		return *p, true
	}
	return 0, false
}

// wrong returns the papers whose references are not found where they are.
func wrong(samples []sample) []string {
	var out []string
	for _, s := range samples {
		page := 0
		if r := Of(s.layout).References; r.Status == Found {
			page = r.First.Page
		}
		if page != s.page {
			out = append(out, s.name)
		}
	}
	return out
}

// zoneTables are the tables that tell zones.
func zoneTables() []*[]Evidence {
	return []*[]Evidence{&textEvidence, &floatEvidence, &headingEvidence, &listEvidence, &bareListEvidence, &interruptionEvidence, &partEvidence}
}

// withWeights runs f with every weight changed, and restores them.
func withWeights(changed func(Evidence) float64, f func()) {
	for _, table := range zoneTables() {
		before := *table
		defer func() { *table = before }()
		*table = slices.Clone(before)
		for i := range *table {
			(*table)[i].Weight = changed((*table)[i])
		}
	}
	f()
}

// No single weight decides: changed at random by up to a fifth, they tell the same.
func TestWeightsMayBeOff(t *testing.T) {
	samples := readSamples(t)
	if bad := wrong(samples); len(bad) > 0 {
		t.Fatalf("with the weights as they are: %v", bad)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		withWeights(func(e Evidence) float64 { return e.Weight * (0.8 + 0.4*random.Float64()) }, func() {
			if bad := wrong(samples); len(bad) > 0 {
				t.Errorf("with weights a fifth off: %v", bad)
			}
		})
	}
}

// Every kind of evidence is of use: without it the lists are less certain, or wrong.
func TestEvidenceIsOfUse(t *testing.T) {
	samples := readSamples(t)
	whole := certainty(samples)
	for name, group := range map[string][]traits.Trait{
		"headings":        {traits.ListHeading, traits.StrongListHeading, traits.HeadingBeforeEntry, traits.RunInList},
		"lines around":    {traits.EntriesAfter, traits.EntriesBefore, traits.EvidenceAfter, traits.EvidenceBefore},
		"sentences":       {traits.FunctionWords, traits.FullProse, traits.OwnWords},
		"names and dates": {traits.OneName, traits.TwoNames, traits.OneVenue, traits.TwoVenues, traits.Year, traits.YearLast},
		"marks":           {traits.NextMark, traits.BracketMark, traits.LabelMark, traits.NumberMark, traits.AuthorFirst},
	} {
		withWeights(func(e Evidence) float64 {
			if slices.Contains(group, e.Trait) {
				return 0
			}
			return e.Weight
		}, func() {
			if got := certainty(samples); got > 0.99*whole {
				t.Errorf("without %s the lists are as certain: %.0f of %.0f", name, got, whole)
			}
		})
	}
}

// certainty sums the margins by which lists begin where they do, and those of the
// pages from there on; what is wrong counts against it.
func certainty(samples []sample) float64 {
	sum := 0.0
	for _, paper := range samples {
		s := Of(paper.layout)
		page := 0
		if s.References.Status == Found {
			page = s.References.First.Page
		}
		if page != paper.page {
			sum -= s.References.Margin
			continue
		}
		sum += s.References.Margin
		for _, p := range s.Pages[max(0, page-1):] {
			sum += p.Margin
		}
	}
	return sum
}

// By no way around does a list go on behind text for less than the price of that.
func TestNoWayAround(t *testing.T) {
	bare := 0.0
	for _, e := range bareListEvidence {
		bare += e.Weight
	}
	g := newGrammar(bare)
	best := scores{}
	for z := range best {
		best[z] = never
	}
	best[BackZone] = 0
	for range 5 {
		best = g.next(&best, traits.NamedHeading)
		best[ListHeadingZone] = never // a second list has a price of its own
	}
	if best[ListZone] > -14 {
		t.Errorf("a list resumes behind text for %.1f", best[ListZone])
	}
}

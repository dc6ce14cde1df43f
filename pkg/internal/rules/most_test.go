package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

func TestMaxBodySize(t *testing.T) {
	at := func(size float64) func(*measure.Facts) {
		return func(f *measure.Facts) { f.BodySize = known(size) }
	}
	hold(t, "max-body-size", "body_size: {max: 10pt, tolerance: 0.1pt}", []askedCase{
		{"as asked", nil, "pass", "9.96"},
		{"smaller", at(8), "pass", "8"},
		{"just inside", at(10.09), "pass", "10.09"},
		{"just outside", at(10.11), "fail", "10.11"},
		{"too little text", func(f *measure.Facts) { f.BodySize = measure.Number{} }, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
}

func TestMaxLeading(t *testing.T) {
	at := func(leading float64) func(*measure.Facts) {
		return func(f *measure.Facts) { f.Leading = known(leading) }
	}
	hold(t, "max-leading", "leading: {max: 12pt, tolerance: 0.1pt}", []askedCase{
		{"as asked", nil, "pass", "11.955"},
		{"tighter", at(10), "pass", "10"},
		{"just inside", at(12.09), "pass", "12.09"},
		{"just outside", at(12.11), "fail", "12.11"},
		{"double", at(24), "fail", "24"},
		{"too little text", func(f *measure.Facts) { f.Leading = measure.Number{} }, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
}

func TestWordLimit(t *testing.T) {
	words := func(n float64) func(*measure.Facts) {
		return func(f *measure.Facts) { f.Words = known(n) }
	}
	hold(t, "word-limit", "words: 1000-1600", []askedCase{
		{"the most", words(1600), "pass", "1600 words"},
		{"one too many", words(1601), "fail", "1601 words"},
		{"the least", words(1000), "pass", "1000 words"},
		{"one too few", words(999), "fail", "999 words"},
		{"none", words(0), "fail", "0 words"},
		{"not counted", nil, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "word-limit", "words: 1600", []askedCase{
		{"no least is asked", words(1), "pass", "1 word"},
	})
}

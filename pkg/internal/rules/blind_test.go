package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

func TestAnonymity(t *testing.T) {
	front := func(lines ...string) func(*measure.Facts) {
		return func(f *measure.Facts) { f.Front.Authors = lines }
	}
	also := func(spoil func(*measure.Facts)) func(*measure.Facts) {
		return func(f *measure.Facts) { front("Anonymous Author(s)")(f); spoil(f) }
	}
	firstLine := func(text string) func(*measure.Facts) {
		return also(func(f *measure.Facts) { f.Pages[0].Lines[0].Text = text })
	}
	metadata := func(name string) func(*measure.Facts) {
		return also(func(f *measure.Facts) { f.Authors = []string{name} })
	}
	hold(t, "anonymity", "names: forbidden", []askedCase{
		{"anonymous", front("Anonymous Author(s)"), "pass", noneFound},
		{"a paper's number", front("Paper #41", "12 pages"), "pass", noneFound},
		{"nothing", front(), "pass", noneFound},
		{"what a template has", front("Your N. Here", "Second Name", "Your Institution", "Second Institution"), "pass", noneFound},
		{"stand-ins", front("Alice Anonymous", "One University", "Bob Blinded", "Two Institute"), "pass", noneFound},
		{"hidden names", front("Names withheld", "Affiliations redacted"), "pass", noneFound},
		{"names beside stand-ins", front("Alice Anonymous", "Ada Lovelace, Charles Babbage", "Two Institute"), "fail", ""},
		{"a name beside a stand-in", front("Ada Lovelace, The Anonymous Looms Lab"), "warn", ""},
		{"a city beside a stand-in", front("Anonymous Institute, New York"), "pass", noneFound},
		{"a place beside stand-ins", front("Bob Blinded", "University of London"), "fail", ""},
		{"a name and a place", nil, "fail", ""},
		{"two names", front("Ada Lovelace, Charles Babbage"), "fail", ""},
		{"a place alone", front("Department of Engines"), "fail", ""},
		{"a place with the letter of its authors", front("aUniversity of Turin"), "fail", ""},
		{"a place with the number of its authors", front("12Department of Engines"), "fail", ""},
		{"an Italian place", front("Politecnico di Torino"), "fail", ""},
		{"no place", front("mInstitutions and BMIT"), "pass", noneFound},
		{"names in Chinese", front("张三，李四", "12 pages"), "fail", ""},
		{"names with marks of places", front("张三1, 欧阳明2, 李四1"), "fail", ""},
		{"names apart", front("张三 李四光 王五"), "fail", ""},
		{"a name in Japanese", front("山田 太郎"), "warn", ""},
		{"a name in Korean", front("홍길동"), "warn", ""},
		{"a place in Chinese", front("清华大学 计算机系"), "fail", ""},
		{"a place in Russian", front("Московский университет"), "fail", ""},
		{"a stand-in in Chinese", front("匿名作者", "论文编号 41"), "pass", noneFound},
		{"authors without names in Chinese", front("作者 单位"), "pass", noneFound},
		{"a subtitle in Chinese", front("一种基于证据的论文版面分析方法"), "pass", noneFound},
		{"a lone line that may be a name", front("Ada Lovelace"), "warn", ""},
		{"a name beside nobody's address", front("Ada Lovelace a@example.edu", "The Anonymous Looms Lab"), "fail", ""},
		{"nobody beside an address", front("First Author first@example.edu", "Anonymous a@example.edu"), "pass", noneFound},
		{"an address alone", front("a@example.edu"), "pass", noneFound},
		{"an e-mail address", firstLine("write to ada@engines.ac.uk"), "fail", ""},
		{"one of nobody", firstLine("write to anonymous@example.org"), "pass", noneFound},
		{"one of a form", firstLine("write to firstname.lastname@uni.edu"), "pass", noneFound},
		{"the publisher's address", firstLine("Request permissions from permissions@acm.org."), "pass", noneFound},
		{"thanks", also(withSections("1 Introduction", "Acknowledgments", "References")), "warn", ""},
		{"a full name in the metadata", metadata("Ada Lovelace"), "fail", ""},
		{"an author called so", metadata("Jane Q. Author"), "fail", ""},
		{"a form in the metadata", metadata("First Author, Second Author"), "pass", noneFound},
		{"a login in the metadata", metadata("al1815"), "warn", ""},
		{"nobody in the metadata", metadata("Anonymous"), "pass", noneFound},
		{"no title", also(func(f *measure.Facts) { f.Front.Title = "" }), "unknown", ""},
		{"a dump", func(f *measure.Facts) { f.Masked = true }, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "anonymity", "names: forbidden\nmetadata: free", []askedCase{
		{"the metadata are free", metadata("Ada Lovelace"), "pass", noneFound},
	})
}

package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// wordsUnseen returns the outcome of a rule about words where some text cannot be
// seen, or its words cannot be read; ok is false where all can.
func wordsUnseen(f *measure.Facts) (out Outcome, ok bool) { return unseenOr(f, f.Unread.Text) }

// headingsUnseen is wordsUnseen for rules that read headings or the title block.
func headingsUnseen(f *measure.Facts) (out Outcome, ok bool) { return unseenOr(f, f.Unread.Headings) }

func unseenOr(f *measure.Facts, unread report.Sentence) (out Outcome, ok bool) {
	if out, ok = textUnseen(f); ok || unread.Kind == "" {
		return out, ok
	}
	return unknownFor(unread), true
}

// noSize returns the outcome of a rule whose measure of the body's type is not
// known: why it is not, or else that there is too little of it.
func noSize(f *measure.Facts, why report.Kind) Outcome {
	if f.Unread.Size.Kind != "" {
		return cannot(f, f.Unread.Size)
	}
	return cannot(f, report.Say(why, nil))
}

// unsureOfParts makes a rule unknown that is violated by parts of the paper alone
// where words cannot be read: references and captions may be set smaller, and
// cannot be told from running text.
func (o *Outcome) unsureOfParts(f *measure.Facts) {
	if f.Unread.Text.Kind == "" || o.result != violated {
		return
	}
	first, more := o.pages()
	*o = Outcome{result: unknown, Want: o.Want, Tolerance: o.Tolerance, Unit: o.Unit,
		Sentence: report.Say(wording.MaybeReferences, report.Args{"page": first, "others": more > 0, "percent": f.Unread.Text.Args["percent"]})}
}

// pages returns the first page of the findings and how many there are besides.
func (o *Outcome) pages() (first, more int) {
	for _, finding := range o.Findings {
		if first == 0 {
			first = finding.Page
		} else if finding.Page != first {
			more++
		}
	}
	return first, more
}

// doubtful counts those of the pages that may hold references alone: they are
// turned, and do not precede the reference list.
func doubtful(f *measure.Facts, limit *profile.PageLimit, pages []int) int {
	if len(limit.Except)+len(limit.Only) == 0 {
		return 0
	}
	n := 0
	for _, i := range pages {
		if f.IsDoubtful(&f.Pages[i]) {
			n++
		}
	}
	return n
}

// doubtfulBesides counts the pages that are not counted and may have to be.
func doubtfulBesides(f *measure.Facts, limit *profile.PageLimit, pages []int) int {
	if len(limit.Except)+len(limit.Only) == 0 {
		return 0
	}
	n := 0
	for i := range f.Pages {
		if len(f.Pages[i].Hang) > 0 && !slices.Contains(pages, i) {
			n++
		}
	}
	return n
}

// contentInDoubt returns the outcome of a rule about pages of which it is not known
// whether they hold anything besides references.
func contentInDoubt(f *measure.Facts) Outcome {
	for i := range f.Pages {
		p := &f.Pages[i]
		if len(p.Hang) == 0 {
			continue
		}
		out := Outcome{result: unknown, Sentence: report.Say(wording.ContentInDoubt, report.Args{"page": p.Number, "text": p.Hang[0].Text})}
		return hanging(out, p.Hang)
	}
	return cannot(f, report.Say(wording.NoText, nil))
}

// hanging adds the lines that an unknown outcome hangs on.
func hanging(o Outcome, places []measure.Place) Outcome {
	for _, p := range places[:min(len(places), maxHanging)] {
		o.dependsOn = append(o.dependsOn, report.PaperLine{Page: p.Page, Box: p.Box.Array(), Text: p.Text})
	}
	return o
}

// maxHanging is the most lines that an outcome names.
const maxHanging = 20

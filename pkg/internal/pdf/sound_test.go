package pdf

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// soundObjects are written as writers of PDF do.
var soundObjects = []string{
	"<</Type/Page/MediaBox[0 0 612 792]/Parent 3 0 R/Contents 12 0 R>>",
	"<< /A null /B true /C [ false null 7 ] /D (a \\) (b) c) /E <0aFF> /F <> >>",
	"[ 1 -2 +3 4.50 -.5 +.5 .25 6. -6. 007 1 0 R 2 0 R 3 4 5 ]", "12", "12 0 R", "-1", "/Name", "null", "()", "[]", "<<>>", "<</A[/B/C(d)<00>]>>",
	"[0 1 0 R]", "<</Length 12/Filter/FlateDecode>>", " \r\n\t<</A\r1\n/B\t2>>",
}

// oddObjects need something to be tolerated, or care.
var oddObjects = []string{
	"", "/", "/A#20B", "<</A 1/A 2>>", "[1 % two\n3]", "<0a0>", "<0a 0b>", "<zz>", "(open", "[1 2", "<</A 1", "<</A>>", "<</A 1>", "1,5", "0.-5", "--1", "+-1", "1.2.3", ".", "-", "-.", "1-2",
	"TRUE", "nullx", "[-1 0 R]", "[1 0 Rx]", "99999999999999999999", "1.23456789012345678", "/Ä", "[1\x0b2]", "[1\x002]", "R", "/A%c\n", "0)0", "[1{2]",
	strings.Repeat("[", 30) + strings.Repeat("]", 30),
}

// Where an object is sound, it is what pdfcpu reads, and nothing odd is.
func TestSoundObjects(t *testing.T) {
	for _, text := range soundObjects {
		wantSound(t, text)
		if _, ok := parseSound(text); !ok {
			t.Errorf("%q is left to pdfcpu", text)
		}
	}
	for _, text := range oddObjects {
		if o, ok := parseSound(text); ok {
			t.Errorf("%q is sound: %v", text, o)
		}
	}
}

// wantSound fails when text is sound and pdfcpu reads something else.
func wantSound(t *testing.T, text string) {
	t.Helper()
	got, ok := parseSound(text)
	if !ok {
		return
	}
	rest := text
	want, err := model.ParseObjectContext(context.Background(), &rest, 0)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q: %#v, pdfcpu reads %#v, %v", text, got, want, err)
	}
}

func FuzzSound(f *testing.F) {
	for _, text := range append(oddObjects, soundObjects...) {
		f.Add(text)
	}
	f.Fuzz(wantSound)
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// predicted returns text compressed after the PNG predictor Up, in rows of some
// bytes.
func predicted(text string, columns int) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	above := make([]byte, columns)
	for from := 0; from < len(text); from += columns {
		row := []byte(fmt.Sprintf("%-*s", columns, text[from:min(len(text), from+columns)]))
		w.Write([]byte{2})
		for i := range row {
			w.Write([]byte{row[i] - above[i]})
		}
		above = row
	}
	w.Close()
	return packed.Bytes()
}

// A stream's filters and their parameters may be references, as may each part of
// them, and filters may have their short names (7.3.8.2).
func TestFiltersBehindReferences(t *testing.T) {
	const text = "BT /F1 10 Tf (some words) Tj ET "
	for name, entries := range map[string]string{
		"plain":                "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 8 >>",
		"filter":               "/Filter %[1]d 0 R /DecodeParms << /Predictor 12 /Columns 8 >>",
		"parameters":           "/Filter /FlateDecode /DecodeParms %[2]d 0 R",
		"parameters in arrays": "/Filter [/FlateDecode] /DecodeParms [%[2]d 0 R]",
		"array of parameters":  "/Filter [/FlateDecode] /DecodeParms %[3]d 0 R",
		"filter in an array":   "/Filter [%[1]d 0 R] /DecodeParms [%[2]d 0 R]",
		"array of filters":     "/Filter %[4]d 0 R /DecodeParms %[3]d 0 R",
		"numbers":              "/Filter /FlateDecode /DecodeParms << /Predictor %[5]d 0 R /Columns %[6]d 0 R >>",
		"short name":           "/Filter /Fl /DecodeParms << /Predictor 12 /Columns 8 >>",
		"short names":          "/Filter [/Fl] /DP [<< /Predictor 12 /Columns 8 >>]",
		"real numbers":         "/Filter /FlateDecode /DecodeParms << /Predictor 12. /Columns 8.0 >>",
		"crypt filter":         "/Filter [/Crypt /FlateDecode] /DecodeParms [<< /Name /Identity >> %[2]d 0 R]",
	} {
		t.Run(name, func(t *testing.T) {
			b := pdftest.New()
			parts := []any{b.Object("/FlateDecode"), b.Object("<< /Predictor 12 /Columns 8 >>")}
			parts = append(parts, b.Object(fmt.Sprintf("[%d 0 R]", parts[1])), b.Object("[/FlateDecode]"), b.Object("12"), b.Object("8"))
			number := b.Stream(fmt.Sprintf(entries+"%.0[1]d%.0[2]d%.0[3]d%.0[4]d%.0[5]d%.0[6]d", parts...), predicted(text, 8))
			b.AddPage(pdftest.Page{Entries: fmt.Sprintf("/Mine %d 0 R", number)})
			doc, err := Open(context.Background(), b.Bytes(), DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			got, err := doc.Pages()[0].Dict.Key("Mine").Decode()
			if err != nil || string(got) != text {
				t.Errorf("%q, %v, want %q", got, err, text)
			}
		})
	}
}

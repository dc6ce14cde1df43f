package content

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// cyclic are pages whose resources lead back to themselves, with what is reported of
// them; "" where such a thing is worth no word.
var cyclic = []struct {
	name, told string
	build      func(b fileBuilder)
}{
	{"a colour space that names itself", "maxSpaceDepth", spaces("/S /S")},
	{"two that name each other", "maxSpaceDepth", spaces("/S /T /T /S")},
	{"Indexed over itself", "maxSpaceDepth", spaces("/S [/Indexed /S 1 <000000FFFFFF>]")},
	{"Separation over itself", "maxSpaceDepth", spaces("/S [/Separation /X /S << /FunctionType 2 /N 1 >>]")},
	{"DeviceN over Indexed over it", "maxSpaceDepth", spaces("/S [/DeviceN [/X /Y] /T << /FunctionType 2 /N 1 >>] /T [/Indexed /S 1 <00>]")},
	{"ICCBased whose alternate is itself", "maxSpaceDepth", func(b fileBuilder) {
		profile := b.Stream("/Alternate /S", nil)
		spaces("/S [/ICCBased " + ref(profile) + "]")(b)
	}},
	{"spaces through objects", "maxSpaceDepth", func(b fileBuilder) {
		n := b.Object("null") + 1
		b.Object("[/Indexed " + ref(n) + " 1 <00>]")
		spaces("/S " + ref(n))(b)
	}},
	{"Pattern over itself", "", spaces("/S [/Pattern /S]")},
	{"functions of functions", "maxFunctions", func(b fileBuilder) {
		n := b.Object("null") + 1
		b.Object("<< /FunctionType 3 /Domain [0 1] /Bounds [" + strings.Repeat(".5 ", 255) + "] /Encode [" + strings.Repeat("0 1 ", 256) + "] /Functions [" + strings.Repeat(ref(n)+" ", 256) + "] >>")
		spaces("/S [/Separation /X /DeviceGray " + ref(n) + "]")(b)
	}},
	{"a calculator function of braces", "", func(b fileBuilder) {
		n := b.Stream("/FunctionType 4 /Domain [0 1] /Range [0 1]", []byte(strings.Repeat("{ ", 2000)+strings.Repeat("} ", 2000)))
		spaces("/S [/Separation /X /DeviceGray " + ref(n) + "]")(b)
	}},
	{"visibility expressions inside each other", "", func(b fileBuilder) {
		b.page("/OC /M BDC BT /F4 9 Tf 9 9 Td (seen) Tj ET EMC", "/Properties << /M << /Type /OCMD /VE "+strings.Repeat("[/And ", 40)+strings.Repeat("]", 40)+" >> >>")
	}},
	{"a visibility expression of itself", "", func(b fileBuilder) {
		n := b.Object("null") + 1
		b.Object("[/And" + strings.Repeat(" "+ref(n), 100) + "]")
		b.page("/OC /M BDC BT /F4 9 Tf 9 9 Td (seen) Tj ET EMC", fmt.Sprintf("/Properties << /M << /Type /OCMD /VE %s >> >>", ref(n)))
	}},
}

// spaces is a page that is painted in the colour space S.
func spaces(entries string) func(fileBuilder) {
	return func(b fileBuilder) {
		b.page("/S cs 0 scn /S CS 0 SCN BT /F4 9 Tf 9 9 Td (seen) Tj ET 0 0 9 9 re f", "/ColorSpace << "+entries+" >>")
	}
}

// What leads back to itself ends, and the page is read.
func TestCycles(t *testing.T) {
	for _, c := range cyclic {
		t.Run(c.name, func(t *testing.T) {
			b := builder()
			c.build(b)
			doc := open(t, b.Builder)
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			page, err := New(doc, DefaultLimits()).Page(ctx, doc.Pages()[0])
			if err != nil || len(page.Glyphs) != len("seen") {
				t.Errorf("%d glyphs, %v", len(page.Glyphs), err)
			}
			names := func(message string) bool { return strings.Contains(message, c.told) }
			if c.told != "" && !slices.ContainsFunc(page.Damage, names) {
				t.Errorf("the damage is %q, want the limit %s", page.Damage, c.told)
			}
		})
	}
}

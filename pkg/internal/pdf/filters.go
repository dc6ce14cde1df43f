package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// longName returns the name of a filter by its abbreviation (Table 92), "" where the name
// is none.
func longName(name types.Name) string {
	switch name {
	case "AHx":
		return filter.ASCIIHex
	case "A85":
		return filter.ASCII85
	case "LZW":
		return filter.LZW
	case "Fl":
		return filter.Flate
	case "RL":
		return filter.RunLength
	case "CCF":
		return filter.CCITTFax
	case "DCT":
		return filter.DCT
	}
	return ""
}

// maxFilters caps the filters of one stream.
const maxFilters = 32

// pipeline returns the filters of a stream with their parameters (7.3.8.2), each
// of which may be a reference. The crypt filter is none of them: what is read is
// decrypted.
func pipeline(d types.Dict, resolve func(types.Object) types.Object) []types.PDFFilter {
	names, isArray := resolve(d["Filter"]).(types.Array)
	if !isArray {
		names = types.Array{d["Filter"]}
	}
	parms := filterParms(d, resolve)
	var out []types.PDFFilter
	for i, o := range names[:min(len(names), maxFilters)] {
		name, ok := resolve(o).(types.Name)
		if !ok || name == "Crypt" {
			continue
		}
		f := types.PDFFilter{Name: string(name)}
		if long := longName(name); long != "" {
			f.Name = long
		}
		if i < len(parms) {
			f.DecodeParms = resolvedDict(parms[i], resolve)
		}
		out = append(out, f)
	}
	return out
}

// filterParms returns the parameters of a stream's filters, one each. A dictionary
// counts for a lone filter that is in no array, as in viewers.
func filterParms(d types.Dict, resolve func(types.Object) types.Object) types.Array {
	parms := resolve(d["DecodeParms"])
	if parms == nil {
		parms = resolve(d["DP"])
	}
	if all, ok := parms.(types.Array); ok {
		return all
	}
	if _, several := resolve(d["Filter"]).(types.Array); several {
		return nil
	}
	return types.Array{parms}
}

// resolvedDict returns a dictionary without references, nil for an empty one or
// none. Whole numbers are integers.
func resolvedDict(o types.Object, resolve func(types.Object) types.Object) types.Dict {
	d, _ := resolve(o).(types.Dict)
	if len(d) == 0 {
		return nil
	}
	out := types.NewDict()
	for key, value := range d {
		value = resolve(value)
		if x, ok := value.(types.Float); ok && x == types.Float(int(x)) {
			value = types.Integer(int(x))
		}
		out[key] = value
	}
	return out
}

// stream returns the stream that v is, with its filters.
func (v Value) stream() (sd types.StreamDict, ok bool) {
	if b, ok := v.obj.(bareStream); ok {
		return types.StreamDict{Raw: b.raw, FilterPipeline: bareFilters}, true
	}
	if sd, ok = v.obj.(types.StreamDict); !ok {
		return sd, false
	}
	name, isName := sd.Dict["Filter"].(types.Name)
	plain := isName && longName(name) == "" && name != "Crypt" && sd.Dict["DecodeParms"] == nil && sd.Dict["DP"] == nil
	if !plain && sd.Dict["Filter"] != nil {
		sd.FilterPipeline = pipeline(sd.Dict, func(o types.Object) types.Object { return v.doc.resolve(o).obj })
	}
	return sd, true
}

// cryptFilter returns the name of a stream's crypt filter (7.4.10); ok is false
// where it has none.
func cryptFilter(d types.Dict, resolve func(types.Object) types.Object) (name string, ok bool) {
	names, isArray := resolve(d["Filter"]).(types.Array)
	if !isArray {
		names = types.Array{d["Filter"]}
	}
	parms := filterParms(d, resolve)
	for i, o := range names[:min(len(names), maxFilters)] {
		if n, _ := resolve(o).(types.Name); n != "Crypt" {
			continue
		}
		if i < len(parms) {
			n, _ := resolvedDict(parms[i], resolve)["Name"].(types.Name)
			name = string(n)
		}
		return name, true
	}
	return "", false
}

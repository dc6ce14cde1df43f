package color

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// function is a PDF function (7.10): numbers in, numbers out.
type function interface {
	eval(in []float64) (out []float64, ok bool)
}

// Caps on functions.
const (
	maxFunctionDepth   = 4       // stitching functions inside each other
	maxSubfunctions    = 256     // of a stitching function
	maxFunctions       = 1 << 12 // that one function is made of, those inside each other counted
	maxFunctionSamples = 1 << 20 // of a sampled function
)

// evaluate returns the outputs of one function of several outputs, or of
// several functions of one output each.
func evaluate(fs []function, in []float64) (out []float64, ok bool) {
	for _, f := range fs {
		if f == nil {
			return nil, false
		}
		part, ok := f.eval(in)
		if !ok {
			return nil, false
		}
		out = append(out, part...)
	}
	return out, len(fs) > 0
}

// functions reads a function or an array of functions; what cannot be
// understood is nil.
func (r *reader) functions(v pdf.Value) []function {
	r.count = 0
	if !v.IsArray() {
		return []function{r.function(v, 0)}
	}
	var out []function
	for i := range min(v.Len(), maxSubfunctions) {
		out = append(out, r.function(v.Index(i), 0))
	}
	return out
}

func (r *reader) function(v pdf.Value, depth int) function {
	if depth > maxFunctionDepth || !v.IsDict() {
		return nil
	}
	if r.count++; r.count > maxFunctions {
		r.damage("a function is made of too many others (limit maxFunctions)")
		return nil
	}
	f := ranged{domain: v.Key("Domain").Numbers(), bounds: v.Key("Range").Numbers()}
	switch v.Key("FunctionType").NumberOr(-1) {
	case 0:
		f.rule = r.sampled(v, f)
	case 2:
		f.rule = readExponential(v)
	case 3:
		f.rule = r.stitching(v, depth)
	case 4:
		f.rule = r.calculator(v)
	}
	if f.rule == nil {
		return nil
	}
	return f
}

// ranged clips a function's inputs to its Domain and its outputs to its Range.
type ranged struct {
	domain, bounds []float64
	rule           function
}

func (f ranged) eval(in []float64) ([]float64, bool) {
	in = clipped(in, f.domain)
	out, ok := f.rule.eval(in)
	for _, x := range out {
		ok = ok && !math.IsNaN(x)
	}
	return clipped(out, f.bounds), ok
}

// clipped returns a copy of values inside the pairs of bounds, as far as there
// are bounds.
func clipped(values, bounds []float64) []float64 {
	out := append(make([]float64, 0, len(values)), values...)
	for i := range out {
		if 2*i+1 < len(bounds) {
			out[i] = geom.Clamp(out[i], bounds[2*i], bounds[2*i+1])
		}
	}
	return out
}

// exponential is a type 2 function (7.10.3).
type exponential struct {
	c0, c1 []float64
	n      float64
}

func readExponential(v pdf.Value) function {
	f := exponential{c0: v.Key("C0").Numbers(), c1: v.Key("C1").Numbers(), n: v.Key("N").NumberOr(1)}
	if len(f.c0) == 0 {
		f.c0 = []float64{0}
	}
	if len(f.c1) == 0 {
		f.c1 = []float64{1}
	}
	if len(f.c0) != len(f.c1) || len(f.c0) > MaxComponents {
		return nil
	}
	return f
}

func (f exponential) eval(in []float64) ([]float64, bool) {
	if len(in) == 0 {
		return nil, false
	}
	x := math.Pow(in[0], f.n)
	out := make([]float64, len(f.c0))
	for i := range out {
		out[i] = f.c0[i] + x*(f.c1[i]-f.c0[i])
	}
	return out, true
}

// stitching is a type 3 function (7.10.4).
type stitching struct {
	parts                  []function
	domain, limits, encode []float64
}

func (r *reader) stitching(v pdf.Value, depth int) function {
	f := stitching{
		domain: v.Key("Domain").Numbers(),
		limits: v.Key("Bounds").Numbers(),
		encode: v.Key("Encode").Numbers(),
	}
	parts := v.Key("Functions")
	for i := range min(parts.Len(), maxSubfunctions) {
		f.parts = append(f.parts, r.function(parts.Index(i), depth+1))
	}
	k := len(f.parts)
	if k == 0 || len(f.domain) < 2 || len(f.limits) < k-1 || len(f.encode) < 2*k {
		return nil
	}
	return f
}

func (f stitching) eval(in []float64) ([]float64, bool) {
	if len(in) == 0 {
		return nil, false
	}
	x, i, last := in[0], 0, len(f.parts)-1
	for i < last && x >= f.limits[i] {
		i++
	}
	lo, hi := f.domain[0], f.domain[1]
	if i > 0 {
		lo = f.limits[i-1]
	}
	if i < last {
		hi = f.limits[i]
	}
	if f.parts[i] == nil {
		return nil, false
	}
	return f.parts[i].eval([]float64{interpolate(x, lo, hi, f.encode[2*i], f.encode[2*i+1])})
}

// interpolate maps x from one range to another (7.10.2).
func interpolate(x, x0, x1, y0, y1 float64) float64 {
	if x1 == x0 {
		return y0
	}
	return y0 + (x-x0)*(y1-y0)/(x1-x0)
}

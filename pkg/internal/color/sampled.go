package color

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// sampled is a type 0 function (7.10.2). The nearest sample stands for what
// is between: enough to know light from dark.
type sampled struct {
	size, encode, decode, domain []float64
	bits, outputs                int
	data                         []byte
}

func (r *reader) sampled(v pdf.Value, f ranged) function {
	s := sampled{
		size: v.Key("Size").Numbers(), encode: v.Key("Encode").Numbers(),
		decode: v.Key("Decode").Numbers(), domain: f.domain,
		bits: v.Key("BitsPerSample").Int(), outputs: len(f.bounds) / 2,
	}
	if len(s.decode) < 2*s.outputs {
		s.decode = f.bounds
	}
	total := s.outputs
	for _, n := range s.size {
		if n < 1 || n > maxFunctionSamples || total > maxFunctionSamples {
			return nil
		}
		total *= int(n)
	}
	if total < 1 || total > maxFunctionSamples || s.bits < 1 || s.bits > 32 || len(s.domain) < 2*len(s.size) || len(s.size) > MaxComponents {
		return nil
	}
	s.data = r.decode(v, "a function cannot be decoded")
	if len(s.data)*8 < total*s.bits {
		return nil
	}
	return s
}

func (s sampled) eval(in []float64) ([]float64, bool) {
	if len(in) < len(s.size) || len(s.size) == 0 {
		return nil, false
	}
	index, stride := 0, 1
	for i, n := range s.size {
		e0, e1 := 0.0, n-1
		if 2*i+1 < len(s.encode) {
			e0, e1 = s.encode[2*i], s.encode[2*i+1]
		}
		e := interpolate(in[i], s.domain[2*i], s.domain[2*i+1], e0, e1)
		index += geom.Whole(e+0.5, 0, int(n)-1) * stride
		stride *= int(n)
	}
	out := make([]float64, s.outputs)
	for j := range out {
		full := float64(uint64(1)<<s.bits - 1)
		out[j] = interpolate(float64(s.sample(index*s.outputs+j)), 0, full, s.decode[2*j], s.decode[2*j+1])
	}
	return out, true
}

// sample returns the sample i of the bit stream, the highest bit first.
func (s sampled) sample(i int) uint64 {
	var v uint64
	for at := i * s.bits; at < (i+1)*s.bits; at++ {
		bit := s.data[at/8] >> (7 - at%8) & 1
		v = v<<1 | uint64(bit)
	}
	return v
}

// maxProgramBytes caps a calculator function's program.
const maxProgramBytes = 1 << 16

func (r *reader) calculator(v pdf.Value) function {
	data := r.decode(v, "a function cannot be decoded")
	if len(data) > maxProgramBytes {
		return nil
	}
	program, ok := parseCalculator(data)
	if !ok {
		return nil
	}
	return calculator{program, len(v.Key("Range").Numbers()) / 2}
}

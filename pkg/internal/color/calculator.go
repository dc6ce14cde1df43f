package color

import (
	"math"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// calculator is a type 4 function (7.10.5): a PostScript program without loops.
type calculator struct {
	program []instruction
	outputs int
}

// instruction is a number, an operator or a procedure.
type instruction struct {
	op   string // "" for a number, "{" for a procedure
	num  float64
	body []instruction
}

// Caps on calculator functions.
const (
	maxProgramTokens = 4096
	maxProgramDepth  = 16
	maxProgramStack  = 100 // annex C.2
)

func parseCalculator(src []byte) ([]instruction, bool) {
	text := strings.NewReplacer("{", " { ", "}", " } ").Replace(string(src))
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > maxProgramTokens || words[0] != "{" {
		return nil, false
	}
	program, _, ok := parseBody(words[1:], 0)
	return program, ok
}

// parseBody reads up to the closing brace and returns the words after it.
func parseBody(words []string, depth int) (body []instruction, rest []string, ok bool) {
	for len(words) > 0 && depth < maxProgramDepth {
		w := words[0]
		words = words[1:]
		switch x, err := strconv.ParseFloat(w, 64); {
		case w == "}":
			return body, words, true
		case w == "{":
			var inner []instruction
			if inner, words, ok = parseBody(words, depth+1); !ok {
				return nil, nil, false
			}
			body = append(body, instruction{op: "{", body: inner})
		case err == nil:
			body = append(body, instruction{num: x})
		default:
			body = append(body, instruction{op: w})
		}
	}
	return nil, nil, false
}

func (f calculator) eval(in []float64) ([]float64, bool) {
	m := machine{stack: append(make([]float64, 0, maxProgramStack), in...)}
	if !m.run(f.program) || len(m.stack) < f.outputs {
		return nil, false
	}
	return m.stack[len(m.stack)-f.outputs:], true
}

// machine runs a calculator function. Booleans are 0 and 1.
type machine struct{ stack []float64 }

func (m *machine) run(program []instruction) bool {
	for i, ins := range program {
		ok := true
		switch ins.op {
		case "":
			ok = m.push(ins.num)
		case "{": // runs when the if or ifelse after it says so
		case "if":
			ok = i >= 1 && m.branch(program[i-1].body, nil)
		case "ifelse":
			ok = i >= 2 && m.branch(program[i-2].body, program[i-1].body)
		default:
			ok = m.step(ins.op)
		}
		if !ok {
			return false
		}
	}
	return true
}

func (m *machine) branch(yes, no []instruction) bool {
	v, ok := m.pop(1)
	if !ok {
		return false
	}
	if v[0] != 0 {
		return m.run(yes)
	}
	return m.run(no)
}

func (m *machine) push(x float64) bool {
	if len(m.stack) >= maxProgramStack {
		return false
	}
	m.stack = append(m.stack, x)
	return true
}

// pop takes n values off the stack; the last one pushed is the last one of v.
func (m *machine) pop(n int) (v []float64, ok bool) {
	if n < 0 || len(m.stack) < n {
		return nil, false
	}
	v = m.stack[len(m.stack)-n:]
	m.stack = m.stack[:len(m.stack)-n]
	return v, true
}

func (m *machine) step(op string) bool {
	if f, found := unary[op]; found {
		v, ok := m.pop(1)
		return ok && m.push(f(v[0]))
	}
	if f, found := binary[op]; found {
		v, ok := m.pop(2)
		return ok && m.push(f(v[0], v[1]))
	}
	return m.arrange(op)
}

// arrange carries out the operators that move values on the stack.
func (m *machine) arrange(op string) bool {
	switch op {
	case "pop":
		_, ok := m.pop(1)
		return ok
	case "exch":
		return m.roll(2, 1)
	case "dup":
		return m.index(0)
	case "true":
		return m.push(1)
	case "false":
		return m.push(0)
	case "copy":
		return m.copy()
	case "index":
		v, ok := m.pop(1)
		return ok && m.index(int(v[0]))
	case "roll":
		v, ok := m.pop(2)
		return ok && m.roll(int(v[0]), int(v[1]))
	}
	return false
}

func (m *machine) index(i int) bool {
	if i < 0 || i >= len(m.stack) {
		return false
	}
	return m.push(m.stack[len(m.stack)-1-i])
}

func (m *machine) copy() bool {
	v, ok := m.pop(1)
	if !ok {
		return false
	}
	n := int(v[0])
	if n < 0 || n > len(m.stack) || len(m.stack)+n > maxProgramStack {
		return false
	}
	m.stack = append(m.stack, m.stack[len(m.stack)-n:]...)
	return true
}

// roll moves the top n values j places up.
func (m *machine) roll(n, j int) bool {
	if n < 0 || n > len(m.stack) {
		return false
	}
	if n == 0 {
		return true
	}
	top := m.stack[len(m.stack)-n:]
	old := append([]float64(nil), top...)
	for i := range old {
		top[((i+j)%n+n)%n] = old[i]
	}
	return true
}

var unary = map[string]func(float64) float64{
	"abs": math.Abs, "neg": func(a float64) float64 { return -a },
	"ceiling": math.Ceil, "floor": math.Floor, "round": math.Round, "truncate": math.Trunc,
	"sqrt": math.Sqrt, "ln": math.Log, "log": math.Log10,
	"sin": func(a float64) float64 { return math.Sin(a * math.Pi / 180) },
	"cos": func(a float64) float64 { return math.Cos(a * math.Pi / 180) },
	"cvi": math.Trunc,
	"cvr": func(a float64) float64 { return a },
	"not": func(a float64) float64 { return truth(a == 0) },
}

var binary = map[string]func(a, b float64) float64{
	"add":  func(a, b float64) float64 { return a + b },
	"sub":  func(a, b float64) float64 { return a - b },
	"mul":  func(a, b float64) float64 { return a * b },
	"div":  func(a, b float64) float64 { return a / b },
	"idiv": func(a, b float64) float64 { return math.Trunc(a / b) },
	"mod":  math.Mod,
	"exp":  math.Pow,
	"atan": func(a, b float64) float64 { return math.Mod(math.Atan2(a, b)*180/math.Pi+360, 360) },
	"eq":   func(a, b float64) float64 { return truth(a == b) },
	"ne":   func(a, b float64) float64 { return truth(a != b) },
	"gt":   func(a, b float64) float64 { return truth(a > b) },
	"ge":   func(a, b float64) float64 { return truth(a >= b) },
	"lt":   func(a, b float64) float64 { return truth(a < b) },
	"le":   func(a, b float64) float64 { return truth(a <= b) },
	"and":  func(a, b float64) float64 { return float64(int64(a) & int64(b)) },
	"or":   func(a, b float64) float64 { return float64(int64(a) | int64(b)) },
	"xor":  func(a, b float64) float64 { return float64(int64(a) ^ int64(b)) },
	"bitshift": func(a, b float64) float64 {
		if b < 0 {
			return float64(int64(a) >> geom.Whole(-b, 0, 63))
		}
		return float64(int64(a) << geom.Whole(b, 0, 63))
	},
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

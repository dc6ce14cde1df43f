package profile

// Tolerance is how far a value may miss its limit, in points.
type Tolerance struct {
	Paper    float64
	Block    float64 // margins too
	Stray    float64 // how far one or two overfull lines may extend beyond the block
	BodySize float64
	Leading  float64
	Columns  float64 // difference in width of equal columns; excess over the widest column allowed
	Gutter   float64
	Spacing  float64
}

// tolerance is a key below "tolerance". It belongs to a limit and is declared with it.
type tolerance struct {
	word  string
	about string
	usual float64 // the default, in points
	of    func(*Profile) *float64
}

// tolerancesOf returns the tolerances of parameters, in their order.
func tolerancesOf(parameters []parameter) []tolerance {
	var out []tolerance
	for _, p := range parameters {
		out = append(out, p.tolerances...)
	}
	return out
}

// fields returns tolerances as keys below another.
func fields(tolerances []tolerance) []field {
	var out []field
	for _, t := range tolerances {
		out = append(out, field{t.word, t.about, t.of})
	}
	return out
}

// tolerant returns a profile without requirements, with the usual tolerances.
func tolerant() Profile {
	var p Profile
	for _, t := range tolerancesOf(language()) {
		*t.of(&p) = t.usual
	}
	return p
}

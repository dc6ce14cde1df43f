package font

import (
	_ "embed" // the tables
	"strings"
)

//go:generate go run ./internal/gen -afm ../../../../afm -agl ../../../../glyphlist.txt -out data

// The tables stay text and are searched in place: nothing is decoded when the
// program starts, and a look-up takes a dozen comparisons. Licences: data/NOTICE.
var (
	//go:embed data/latin.txt
	latinTable string
	//go:embed data/symbol.txt
	symbolTable string
	//go:embed data/dingbats.txt
	dingbatsTable string
	//go:embed data/encodings.txt
	encodingTable string
	//go:embed data/glyphlist.txt
	glyphListTable string
	//go:embed data/texnames.txt
	texNameTable string
)

// lookup finds the line of a table that starts with key and a space, and
// returns the rest of it. The lines are sorted by key; comments start with "#".
func lookup(table, key string) (rest string, ok bool) {
	lo, hi := 0, len(table)
	if strings.HasPrefix(key, "#") {
		return "", false
	}
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := lo + strings.LastIndexByte(table[lo:mid], '\n') + 1
		end := hi
		if i := strings.IndexByte(table[mid:hi], '\n'); i >= 0 {
			end = mid + i
		}
		name, rest, _ := strings.Cut(table[start:end], " ")
		switch {
		case name == key:
			return rest, true
		case name < key:
			lo = end + 1
		default:
			hi = start
		}
	}
	return "", false
}

// column returns the part i of a line that is cut by semicolons.
func column(line string, i int) string {
	for range i {
		_, line, _ = strings.Cut(line, ";")
	}
	part, _, _ := strings.Cut(line, ";")
	return part
}

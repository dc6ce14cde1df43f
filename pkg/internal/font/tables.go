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
	if key == "" || key[0] == '#' {
		return "", false
	}
	lo, hi := 0, len(table) // the line begins at lo, or behind it and before hi
	for hi-lo > 1 {
		mid := lo + (hi-lo)/2
		line := mid + strings.IndexByte(table[mid-1:hi], '\n') // the first that begins at mid or behind it
		if line < mid || line == hi || compareKey(table[line:], key) > 0 {
			hi = mid
		} else {
			lo = line
		}
	}
	if compareKey(table[lo:], key) != 0 {
		return "", false
	}
	line, _, _ := strings.Cut(table[lo:], "\n")
	return strings.TrimPrefix(line[len(key):], " "), true
}

// compareKey compares the key that a line starts with with another. Space and the end of
// a line are less than whatever a key may have.
func compareKey(line, key string) int {
	for i := range len(key) {
		if i == len(line) || line[i] <= ' ' {
			return -1
		}
		if line[i] != key[i] {
			return int(line[i]) - int(key[i])
		}
	}
	if len(line) == len(key) || line[len(key)] <= ' ' {
		return 0
	}
	return 1
}

// column returns the part i of a line that is cut by semicolons.
func column(line string, i int) string {
	for range i {
		_, line, _ = strings.Cut(line, ";")
	}
	part, _, _ := strings.Cut(line, ";")
	return part
}

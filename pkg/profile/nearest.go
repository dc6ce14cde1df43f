package profile

// suggest returns "; did you mean …?" with the word nearest to what was written, or ""
// if none is near enough.
func suggest(written string, words []string) string {
	if best := Nearest(written, words); best != "" {
		return "; did you mean \"" + best + "\"?"
	}
	return ""
}

// Nearest returns the word with the least edit distance to written, or "" when
// more than a third of the letters would have to change.
func Nearest(written string, words []string) string {
	best, least := "", len(written)
	for _, word := range words {
		d := distance(written, word)
		if d < least && d <= max(len(written), len(word))/3 {
			best, least = word, d
		}
	}
	return best
}

// distance counts the insertions, deletions and substitutions of bytes that
// turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

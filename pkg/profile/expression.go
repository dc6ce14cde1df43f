package profile

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled when it is first used: most runs
// read no call and no mistaken profile. The program starts with all of them made: there
// are so many that it takes time to call a function for each.
type expression struct {
	source   string
	once     sync.Once
	compiled *regexp.Regexp
}

// anyCase begins the expressions for text in letters of any case, as calls are.
const anyCase = `(?i)`

// re returns the regular expression.
func (e *expression) re() *regexp.Regexp {
	e.once.Do(func() { e.compiled = regexp.MustCompile(e.source) })
	return e.compiled
}

//go:build !linux && !darwin

package confine

// Trial tries, in a confined process, what it should not be able to do. There is
// nothing to try where nothing is confined.
type Trial struct {
	Program string
	Args    []string
}

// Verify has a confinement hold only what trials cannot get around.
func (Trial) Verify(*Confinement) {}

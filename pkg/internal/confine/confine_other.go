//go:build !linux && !darwin

package confine

func (c *Confinement) landlock() {}

func (c *Confinement) filter() {}

func (c *Confinement) limit(Limits) {}

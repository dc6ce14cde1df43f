package confine

func (c *Confinement) landlock() {}

func (c *Confinement) filter() {}

func (c *Confinement) limit(l Limits) { c.limitRest(l) }

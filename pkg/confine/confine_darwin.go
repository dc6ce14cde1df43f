package confine

func process(l Limits) { limitRest(l) }

package confine

func kernelABI() int { return 0 }

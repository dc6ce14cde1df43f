// Go accepts a function without a body in packages with such a file.

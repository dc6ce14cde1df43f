package structure

// Doubt is a reason for which the structure is not to be trusted.
type Doubt struct {
	Why   string
	Lines []*Line
}

//go:build from_yaml

package profile

// venue returns nil: all profiles are read from YAML, so that what is compiled can be
// written anew after a change of Profile that it does not agree with.
func venue(string) *Profile { return nil }

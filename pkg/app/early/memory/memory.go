// Package memory asks the system at once for the memory that a short paper takes: for code,
// for Go's heap and for the records of Go's runtime. Otherwise the system provides all of it
// page by page, each on first use; in a virtual machine that takes up to a quarter of the
// time. It is asked as the package is initialized, after package one, as what is allocated
// is of the core that stays, and before the packages that allocate: this one imports nothing
// that Go would have to initialize before.
package memory

import _ "github.com/paperfit/paperfit/pkg/app/early/one"

func init() {
	askForLargePages()
	askForCode()
	askForRecords()
}

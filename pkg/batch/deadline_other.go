//go:build !unix

package batch

import "os"

// whenContinued returns nothing: no signal stops a program here.
func whenContinued() (continued <-chan os.Signal, forget func()) { return nil, func() {} }

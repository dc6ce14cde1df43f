//go:build unix

package batch

import (
	"os"
	"os/signal"
	"syscall"
)

// whenContinued returns a channel that reports that the program was stopped and continued.
func whenContinued() (continued <-chan os.Signal, forget func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGCONT)
	return c, func() { signal.Stop(c) }
}

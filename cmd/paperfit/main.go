// Where the CPU limit of a container changes during a run, the run keeps its number of cores:
// Go's runtime would start a goroutine that adjusts it, and mostly a thread, in each run.
//go:debug updatemaxprocs=0

// Command paperfit checks whether conference papers in PDF meet the format rules of
// their venue. This package is the command line: the flags of each command, which
// fill the options of pkg/app, and its help. The work is done there.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	_ "github.com/paperfit/paperfit/pkg/app/early"
	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
)

func main() {
	heap.QuietStart(os.Getenv)
	streams := system.Process()
	args := arguments(os.Args)
	ctx, listen, _ := interruptible()
	if !isWorker(args) {
		time.AfterFunc(moment, listen)
		streams.Interruptible = listen
	}
	os.Exit(execute(ctx, args, streams))
}

// moment is how long an interrupt ends the program as it ends any other, where there is
// nothing to lose: to listen to signals takes threads, and a tenth of the time in which a
// short paper is checked.
const moment = 100 * time.Millisecond

// arguments returns the arguments of the program. Under the name of banal it is that
// command.
func arguments(args []string) []string {
	if isBanal(args[0]) {
		return append([]string{banalName}, args[1:]...)
	}
	return args[1:]
}

// interruptible returns a context that an interrupt ends once listen has been called, and
// a function that ends it, and the listening. A second interrupt ends the program.
func interruptible() (ctx context.Context, listen func(), end context.CancelFunc) {
	ctx, end = context.WithCancel(context.Background())
	listen = sync.OnceFunc(func() {
		interrupted, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		context.AfterFunc(interrupted, func() {
			end()
			stop()
		})
	})
	return ctx, listen, end
}

// execute runs the program on its arguments, without its name, and returns its exit status.
// When the context ends, so does the run, with a report of what was checked so far.
func execute(ctx context.Context, args []string, streams system.Streams) int {
	out := &mainOutput{Writer: streams.Out}
	streams.Out = out
	root := newProgram(streams, args)
	root.SetArgs(args)
	status, err := out.ending(endOf(root.ExecuteContext(ctx)))
	if err != nil {
		printError(streams.Err, err)
	}
	return int(status)
}

// printError writes an error as a line, and several joined in one as a line each. A
// name in it breaks no line and moves no cursor.
func printError(w io.Writer, err error) {
	if several, ok := err.(interface{ Unwrap() []error }); ok && strings.Contains(err.Error(), "\n") {
		for _, one := range several.Unwrap() {
			printError(w, one)
		}
		return
	}
	fmt.Fprintf(w, "paperfit: %s\n", batch.Line(err.Error()))
}

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/system"
)

// servedWord is the argument with which the program that is built with this file runs
// the commands of a script one after the other. Starting a process costs more than most
// of them.
const servedWord = "serve-a-script"

// servedCommand is a command of a script.
type servedCommand struct {
	Folder, Summary string // where it is run, and the file that GITHUB_STEP_SUMMARY names
	Args            []string
}

// servedEnd is what became of it.
type servedEnd struct {
	Out, Err []byte
	Status   int
}

func init() {
	if slices.Equal(os.Args[1:], []string{servedWord}) {
		heap.QuietStart(os.Getenv)
		status := make(chan int)
		go func() { status <- serveScript() }() // an init has a thread to itself, which iterators do not stand
		os.Exit(<-status)
	}
}

// run runs the program on its arguments, without its name, as main does.
func run(args []string, streams system.Streams) int {
	ctx, listen, end := interruptible()
	defer end()
	listen()
	return execute(ctx, args, streams)
}

// serveScript runs commands until there are no more. This process is not confined: the
// next command needs files; those that it starts are.
func serveScript() int {
	commands, ends := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var c servedCommand
		if commands.Decode(&c) != nil {
			return 0
		}
		if err := os.Chdir(c.Folder); err != nil {
			panic(err)
		}
		var out, err bytes.Buffer
		status := run(c.Args, system.Streams{
			In: strings.NewReader(""), Out: &out, Err: &err,
			Getenv: func(name string) string { return map[string]string{"GITHUB_STEP_SUMMARY": c.Summary}[name] },
		})
		if err := ends.Encode(servedEnd{out.Bytes(), err.Bytes(), status}); err != nil {
			panic(err)
		}
	}
}

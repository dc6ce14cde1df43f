package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Streams is everything through which the program meets its user, so that a
// test can take the terminal's place.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Terminal bool       // whether Out is a terminal
	Width    func() int // of the terminal in characters, 0 when it is not known
}

// systemStreams returns the streams of the process.
func systemStreams() Streams {
	out := int(os.Stdout.Fd())
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv:   os.Getenv,
		Terminal: term.IsTerminal(out),
		Width: func() int {
			width, _, err := term.GetSize(out)
			if err != nil {
				return 0
			}
			return width
		},
	}
}

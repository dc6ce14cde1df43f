package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/confine"
	"github.com/paperfit/paperfit/pkg/internal/crosscheck"
	"github.com/paperfit/paperfit/pkg/report"
)

// systemMargin is how much more memory the system grants a worker than the
// watch: the system counts what is set aside, the watch what is used.
const systemMargin = 256 << 20

// Serve is a worker: it checks the files that come in one after the other until
// there are no more. It confines the process for good, so that it is to be
// called by one that does nothing else. The version is that of the Pool; rules are
// those of the program's own that the Pool's Checker has.
func Serve(in io.Reader, out io.Writer, version string, rules ...check.Rule) error {
	signal.Ignore(os.Interrupt) // it is meant for the program, which ends its workers
	in = polled(in)
	var s setup
	if err := readJSON(in, frameSetup, maxSetup, &s); err != nil {
		return err
	}
	if s.Profile == nil {
		return fmt.Errorf("%w: missing profile", errProtocol)
	}
	confine.Process(confine.Limits{Memory: s.MaxMemory + systemMargin})
	w := server{setup: s, out: out, checker: s.checker(rules)}
	if err := writeJSON(out, frameHello, hello{Protocol: protocol, Version: version}); err != nil {
		return err
	}
	requests := make(chan request)
	go receive(in, requests)
	for q := range requests {
		if err := w.serve(q); err != nil {
			return err
		}
	}
	return nil
}

// checker returns the checker of a worker with that setup.
func (s *setup) checker(rules []check.Rule) *check.Checker {
	return &check.Checker{Profile: s.Profile, Options: check.Options{
		FailOnWarning: s.FailOnWarning, Sketch: s.Sketch, Limits: s.Limits, Rules: rules,
	}}
}

// receive hands on the requests that come in. When the program is gone, no one
// waits for the file at hand.
func receive(in io.Reader, requests chan<- request) {
	for {
		q, err := readRequest(in)
		if err != nil {
			os.Exit(0)
		}
		requests <- q
	}
}

// server checks and annotates files one after the other.
type server struct {
	setup
	checker *check.Checker
	writing sync.Mutex // held for good by who ends the process
	out     io.Writer
}

// serve does what is requested for one file and replies.
func (s *server) serve(q request) error {
	stop := guard(s.MaxMemory, func() {
		s.writing.Lock()
		_ = writeJSON(s.out, frameReply, reply{Limit: limitMemory})
		os.Exit(1)
	})
	var answer, copied []byte
	if q.notes == nil {
		answer = s.check(q)
	} else {
		answer, copied = annotated(q)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	stop()
	err := writeFrame(s.out, frameReply, answer)
	if err == nil && copied != nil {
		err = writeFrame(s.out, frameCopy, copied)
	}
	giveBack()
	return err
}

// check returns the reply for a file.
func (s *server) check(q request) []byte {
	known := q.submitted()
	s.checker.Submitted = func(string) *report.Submission { return known.Submission }
	var answer reply
	ctx := context.Background()
	answer.File = marshalFile(s.checker.Check(ctx, known.Path, q.data))
	if s.Reading {
		answer.Reading, _ = json.Marshal(crosscheck.Read(ctx, q.data)) // what cannot be marshaled is not a reading
	}
	if out, err := json.Marshal(answer); err == nil && len(out) <= maxReply {
		return out
	}
	return []byte(`{"limit":"` + limitReply + `"}`)
}

// marshalFile returns the JSON form of a file with its numbers as they were
// measured. Where one of them is none, which JSON cannot represent, they are rounded
// as for writing, where that is not known.
func marshalFile(f report.File) []byte {
	data, err := json.Marshal(f)
	if err != nil {
		f = report.New(report.Tool{}, report.Profile{}, []report.File{f}).ForWriting().Files[0]
		data, _ = json.Marshal(f) // nothing is left in it that cannot be written
	}
	return data
}

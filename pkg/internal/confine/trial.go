//go:build linux || darwin

package confine

import (
	"errors"
	"os"
	"syscall"
)

// trials are what a confined process tries, each a right that it gave up. The
// last replaces the process where it is not refused.
var trials = []struct {
	right Rights
	what  string
	do    func(t Trial) error
}{
	{Files, "read a file", func(t Trial) error { return open(t.Program, os.O_RDONLY) }},
	{Files, "list a folder", func(Trial) error { return open("/", os.O_RDONLY|syscall.O_DIRECTORY) }},
	{Files, "write a file", func(Trial) error { return open(os.DevNull, os.O_WRONLY) }},
	{TCP, "connect by TCP", func(Trial) error { return reach(syscall.SOCK_STREAM) }},
	{Sockets, "send by UDP", func(Trial) error { return reach(syscall.SOCK_DGRAM) }},
	{Signals, "signal another process", func(Trial) error { return syscall.Kill(os.Getppid(), 0) }},
	{Programs, "start a program", func(t Trial) error {
		return syscall.Exec(t.Program, append([]string{t.Program}, t.Args...), os.Environ())
	}},
}

// Trial tries, in a confined process, what it should not be able to do. Nothing
// is read, written or sent to anybody else.
type Trial struct {
	Program string   // that is read and started, with Args
	Args    []string // with which it does nothing
}

// Verify tries each right that a confinement claims to refuse, and takes from it
// what was not refused.
func (t Trial) Verify(c *Confinement) {
	for _, trial := range trials {
		if !c.Refused().Has(trial.right) || trial.do(t) != nil {
			continue
		}
		c.Landlock &^= trial.right
		c.Filter &^= trial.right
		c.Limit &^= trial.right
		c.problem(trial.what, errNotRefused)
	}
}

var errNotRefused = errors.New("not denied")

func open(path string, how int) error {
	file, err := os.OpenFile(path, how, 0)
	if err == nil {
		file.Close()
	}
	return err
}

// reach connects to a port of this machine. That no one is there is as good as an answer.
func reach(kind int) error {
	socket, err := syscall.Socket(syscall.AF_INET, kind, 0)
	if err != nil {
		return err
	}
	defer syscall.Close(socket)
	err = syscall.Connect(socket, &syscall.SockaddrInet4{Port: 9, Addr: [4]byte{127, 0, 0, 1}})
	if errors.Is(err, syscall.ECONNREFUSED) {
		return nil
	}
	return err
}

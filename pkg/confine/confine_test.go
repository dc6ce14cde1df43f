//go:build linux || darwin

package confine

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// childEnv makes this test's program the confined process.
const childEnv = "PAPERFIT_TEST_CONFINED"

func TestMain(m *testing.M) {
	if os.Getenv(childEnv) == "" {
		os.Exit(m.Run())
	}
	confined(os.Getenv(childEnv))
}

// attempts are what a confined process may not do.
var attempts = map[string]func(folder string) error{
	"read a file":    func(folder string) error { _, err := os.ReadFile(folder + "/secret"); return err },
	"list a folder":  func(folder string) error { _, err := os.ReadDir(folder); return err },
	"write a file":   func(folder string) error { return os.WriteFile(folder+"/new", []byte("x"), 0o600) },
	"connect by TCP": func(string) error { return dial("tcp") },
	"send by UDP":    func(string) error { return dial("udp") },
}

func dial(network string) error {
	conn, err := net.DialTimeout(network, "127.0.0.1:9", time.Second)
	if err == nil {
		_, err = conn.Write([]byte("x"))
		conn.Close()
	}
	if err == nil || strings.Contains(err.Error(), "refused") {
		return nil // somebody was asked
	}
	return err
}

// confined tries everything on several threads and tells what succeeded.
func confined(folder string) {
	Process(Limits{CPUTime: time.Minute})
	done := make(chan string)
	for range 4 {
		go func() {
			runtime.LockOSThread()
			for what, attempt := range attempts {
				if attempt(folder) == nil {
					done <- what
				}
			}
			done <- ""
		}()
	}
	for left := 4; left > 0; {
		if what := <-done; what != "" {
			fmt.Println("could", what)
		} else {
			left--
		}
	}
	if runtime.GOOS == "linux" {
		// Root can raise the cap on files again; Landlock still holds.
		most := syscall.Rlimit{Cur: 64, Max: 64}
		if syscall.Setrlimit(syscall.RLIMIT_NOFILE, &most) == nil {
			for _, what := range []string{"read a file", "list a folder", "write a file"} {
				if attempts[what](folder) == nil {
					fmt.Println("could, as root,", what)
				}
			}
		}
	}
	fmt.Println("end")
}

func TestConfinedProcessCanDoNothing(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(folder+"/secret", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for what, attempt := range attempts {
		if err := attempt(folder); err != nil && what != "send by UDP" {
			t.Skipf("this process cannot %s either: %v", what, err)
		}
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childEnv+"="+folder)
	out, err := child.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := string(out); got != "end\n" {
		t.Errorf("a confined process\n%s", got)
	}
}

package heap

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"syscall"
	"testing"
)

func TestLargePapersGetLargePages(t *testing.T) {
	limited(t, 512<<20)
	start(t, nil)
	ExpectPaper(largePaper)
	maps, err := os.ReadFile("/proc/self/smaps") // proc_pid_smaps(5): hg, huge pages advised
	if err != nil {
		t.Skip("the kernel tells no memory maps: ", err)
	}
	if found := regexp.MustCompile(`(?m)^VmFlags:.* hg\b`).Match(maps); found != hasLargePages {
		t.Errorf("memory of this process is advised to have large pages: %v, want %v", found, hasLargePages)
	}
}

// TestLimitedProcessesLive: a process whose address space is limited does without large
// pages; Go would end it.
func TestLimitedProcessesLive(t *testing.T) {
	const child = "PAPERFIT_TEST_LIMITED"
	if os.Getenv(child) == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestLimitedProcessesLive$")
		cmd.Env = append(os.Environ(), child+"=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%.1000s", err, out)
		}
		return
	}
	var pages uint64
	statm, err := os.Open("/proc/self/statm") // proc_pid_statm(5): the size comes first
	if err != nil {
		t.Skip(err)
	}
	if _, err := fmt.Fscan(statm, &pages); err != nil {
		t.Fatal(err)
	}
	most := pages*uint64(os.Getpagesize()) + morePieces*piece/2
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
		t.Skip(err)
	}
	request(morePieces, adviseLargePages)
}

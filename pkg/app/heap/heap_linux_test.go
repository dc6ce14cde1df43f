package heap

import (
	"os"
	"regexp"
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

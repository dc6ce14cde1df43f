package heap

import (
	"os"
	"regexp"
	"testing"
)

func TestLargePapersGetLargePages(t *testing.T) {
	Limit(512 << 20)
	start(t, nil)
	ExpectPaper(largePaper)
	maps, err := os.ReadFile("/proc/self/smaps") // proc_pid_smaps(5): hg, huge pages advised
	if err != nil {
		t.Skip("the kernel tells no memory maps: ", err)
	}
	if !regexp.MustCompile(`(?m)^VmFlags:.* hg\b`).Match(maps) {
		t.Error("no memory of this process is advised to have large pages")
	}
}

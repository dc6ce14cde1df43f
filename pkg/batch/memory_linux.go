package batch

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"
)

// watchMemory calls over, once, when a process holds more memory than it may.
// It is the watch from outside, should the one inside be kept from looking.
func watchMemory(pid int, most int64, over func()) (stop func()) {
	return watchResident(pid, func(bytes int64) bool { return bytes > most }, over)
}

// watchResident calls over, once, when what a process holds of memory is too much.
func watchResident(pid int, tooMuch func(bytes int64) bool, over func()) (stop func()) {
	return watch(watchEvery, func() (bool, time.Duration) { return tooMuch(resident(pid)), watchEvery }, over)
}

// resident returns the bytes of memory that a process holds, 0 when they are not
// known (proc_pid_statm(5)).
func resident(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	fields := bytes.Fields(data)
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

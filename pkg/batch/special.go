package batch

import (
	"io/fs"
	"os"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxDevice caps what is read from a device that is standard input, in bytes: a
// terminal gives little, and others, such as /dev/zero, have no end.
const maxDevice = 1 << 20

var errDevice = wording.NewError(wording.Device, nil)

// errSilent is the error of a pipe whose data did not come within the time.
func errSilent(timeout time.Duration) error {
	return wording.NewError(wording.PipeSilent, report.Args{"limit": timeout.String()})
}

// openFile opens a file to read it. A device is none, whatever it would give,
// unless it is standard input under another name.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if isDevice(info, err) && !isStdin(info) {
		return nil, errDevice
	}
	return os.Open(path)
}

// isDevice reports whether a file is a device, of characters or blocks.
func isDevice(info fs.FileInfo, err error) bool {
	return err == nil && info.Mode()&fs.ModeDevice != 0
}

// isStdin reports whether a file is what standard input reads from.
func isStdin(info fs.FileInfo) bool {
	in, err := os.Stdin.Stat()
	return err == nil && os.SameFile(in, info)
}

// isPipe reports whether a pipe has this name and is not standard input.
func isPipe(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&fs.ModeNamedPipe != 0 && !isStdin(info)
}

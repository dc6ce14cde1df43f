package confine

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	ll "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// The versions of Landlock's ABI that know a right (landlock(7)), and the one from
// which the kernel itself brings all threads under the rules.
const (
	abiFiles   = 1
	abiTCP     = 4
	abiSignals = 6
	abiThreads = 8
)

// signalsFixed is the bit of landlock(7)'s errata that says that scoped signals
// reach the threads of the same process.
const signalsFixed = 1 << 1

// handled are the accesses that Landlock's versions refuse, each with those of the
// versions before.
var handled = []struct {
	since int
	rules ll.RulesetAttr
}{
	{1, ll.RulesetAttr{HandledAccessFS: 1<<13 - 1}},
	{2, ll.RulesetAttr{HandledAccessFS: ll.AccessFSRefer}},
	{3, ll.RulesetAttr{HandledAccessFS: ll.AccessFSTruncate}},
	{4, ll.RulesetAttr{HandledAccessNet: ll.AccessNetBindTCP | ll.AccessNetConnectTCP}},
	{5, ll.RulesetAttr{HandledAccessFS: ll.AccessFSIoctlDev}},
	{6, ll.RulesetAttr{Scoped: ll.ScopeAbstractUnixSocket | ll.ScopeSignal}},
	{9, ll.RulesetAttr{HandledAccessFS: ll.AccessFSResolveUnix}},
	{10, ll.RulesetAttr{HandledAccessNet: ll.AccessNetBindUDP | ll.AccessNetConnectSendUDP}},
}

// landlock gives up all that Landlock can refuse.
func (c *Confinement) landlock() {
	abi, err := ll.LandlockGetABIVersion()
	known := usable(abi)
	if err == nil {
		err = c.restrict(known)
	}
	if err != nil {
		c.problem("Landlock", err)
		return
	}
	c.ABI = abi
	for _, r := range []struct {
		since  int
		rights Rights
	}{{abiFiles, Files | Programs}, {abiTCP, TCP}, {abiSignals, Signals}} {
		if known >= r.since {
			c.Landlock |= r.rights
		}
	}
}

// usable returns the version whose accesses are refused: where scoped signals do not
// reach other threads of the process, the one before them, since Go's runtime sends
// them.
func usable(abi int) int {
	if abi < abiSignals {
		return abi
	}
	if fixed, err := ll.LandlockGetErrata(); err != nil || fixed&signalsFixed == 0 {
		return abiSignals - 1
	}
	return abi
}

// restrict has the kernel refuse all accesses that a version knows, in all threads.
// No rule allows any, but for the one that the other threads are found by.
func (c *Confinement) restrict(abi int) error {
	var rules ll.RulesetAttr
	for _, h := range handled {
		if abi >= h.since {
			rules.HandledAccessFS |= h.rules.HandledAccessFS
			rules.HandledAccessNet |= h.rules.HandledAccessNet
			rules.Scoped |= h.rules.Scoped
		}
	}
	set, err := ll.LandlockCreateRuleset(&rules, 0)
	if err != nil {
		return fmt.Errorf("make rules: %w", err)
	}
	defer unix.Close(set)
	if abi >= abiThreads {
		return restrictAtOnce(set)
	}
	if findsThreads {
		if err := allowThreads(set); err != nil {
			return fmt.Errorf("allow threads to be found: %w", err)
		}
	}
	// The filter has done so on all threads; to interrupt each of them takes time.
	if c.Filter == 0 {
		if err := ll.AllThreadsPrctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
			return err
		}
	}
	return ll.AllThreadsLandlockRestrictSelf(set, 0)
}

// restrictAtOnce has the kernel bring all threads under the rules.
func restrictAtOnce(set int) error {
	return withoutNewPrivileges(unix.EPERM, func() error {
		return ll.LandlockRestrictSelf(set, ll.FlagRestrictSelfTSync)
	})
}

// errForeignProc: libpsx would look for the threads of another process, and wait for them
// for ever.
var errForeignProc = errors.New("/proc shows the processes of another namespace")

// allowThreads allows to list the threads of this process, which libpsx does
// when the first of them is under the rules already.
func allowThreads(set int) error {
	pid := strconv.Itoa(os.Getpid())
	if self, err := os.Readlink("/proc/self"); err != nil {
		return err
	} else if self != pid {
		return errForeignProc
	}
	folder, err := unix.Open("/proc/"+pid+"/task", unix.O_PATH|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(folder)
	return ll.LandlockAddPathBeneathRule(set, &ll.PathBeneathAttr{AllowedAccess: ll.AccessFSReadDir, ParentFd: folder}, 0)
}

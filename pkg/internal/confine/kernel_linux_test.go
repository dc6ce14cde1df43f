package confine

import ll "github.com/landlock-lsm/go-landlock/landlock/syscall"

// kernelABI returns the version of the kernel's Landlock, 0 where it has none.
func kernelABI() int {
	abi, err := ll.LandlockGetABIVersion()
	if err != nil {
		return 0
	}
	return abi
}

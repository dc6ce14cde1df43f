// Package app is the application: what the commands of paperfit do, without the
// command line. cmd/paperfit reads flags into its options and prints help; here the
// options are validated, papers found and judged, reports and copies written.
//
// Each command is a function of a context, the streams of the program
// (system.Streams) and its options. It returns the exit status of the program, and an
// error if one is left to report: a sentence for people that names the file or the
// flag, and the remedy. Papers are parsed by confined processes: this program
// itself, or this program started again with a hidden command (see WorkerName and the
// names after it).
//
// The package is at pkg/app because packages under pkg/internal can be imported only
// from below pkg. Only pkg/check, pkg/report, pkg/profile, pkg/render and pkg/batch
// are stable: this package follows the command and may change with any version.
package app

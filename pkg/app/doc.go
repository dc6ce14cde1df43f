// Package app is the application: what the commands of paperfit do, without the
// command line. cmd/paperfit reads flags into its options and prints help; here the
// options are validated, papers found and judged, reports and copies written.
//
// Each command is a function of a context, the streams of the program
// (system.Streams) and its options. It returns the status that the program ends
// with, and an error where something is left to say: a sentence for people that names
// the file, or the flag, and the remedy. Papers are parsed by processes that can do
// nothing else: this program itself, confined, or started again under the name of a
// hidden command (see WorkerName and those beside it).
//
// The package stands at pkg/app because packages under pkg/internal can be imported
// only from below pkg. What others may count on is pkg/check, pkg/report,
// pkg/profile, pkg/render and pkg/batch alone: this package follows the command and
// may change with any version.
package app

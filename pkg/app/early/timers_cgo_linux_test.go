//go:build cgo

package early

// The slack of a program that begins on one core, of one that is given one, and all.
const atStart, onOne, onAll = slackAlone, slackAlone, slackAlone

//go:build cgo

package early

// The slack of a program that begins on one core, and of one that is given all.
const atStart, onAll = slackGiven, slackGiven

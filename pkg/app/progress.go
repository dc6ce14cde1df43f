package app

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/report"
)

// progress shows the progress of a run over many files: one line on a terminal's
// standard error, drawn again and again.
type progress struct {
	out   io.Writer // nil: no terminal
	width func() int
	now   func() time.Time

	mutex    sync.Mutex
	started  time.Time
	drawn    time.Time // when the line was last drawn
	visible  bool
	total    int  // of the files found
	all      bool // no more files will be found
	checked  int
	verdicts map[report.Verdict]int
}

// drawEvery is the least time between two drawings of the line.
const drawEvery = 100 * time.Millisecond

// clearLine moves the cursor to the start of its line and clears it (ECMA-48).
const clearLine = "\r\x1b[K"

// newProgress returns the progress of a run that starts now.
func newProgress(streams system.Streams) *progress {
	p := &progress{width: streams.ErrWidth, now: streams.Clock(), verdicts: map[report.Verdict]int{}}
	if streams.ErrTerminal && streams.Getenv("TERM") != "dumb" {
		p.out = streams.Err
	}
	p.started = p.now()
	return p
}

// found sets how many files were found, and whether those are all.
func (p *progress) found(n int, all bool) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.total, p.all = n, all
}

// expected returns how many files were found, and whether those are all.
func (p *progress) expected() (n int, all bool) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.total, p.all
}

// done counts one more file by its verdict.
func (p *progress) done(v report.Verdict) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.checked++
	p.verdicts[v]++
	if now := p.now(); now.Sub(p.drawn) >= drawEvery {
		p.drawn = now
		p.draw()
	}
}

// show draws the line again after something else was written.
func (p *progress) show() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if !p.visible && !p.drawn.IsZero() {
		p.draw()
	}
}

// clear clears the line before something else is written.
func (p *progress) clear() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.visible {
		io.WriteString(p.out, clearLine)
		p.visible = false
	}
}

// draw draws the line. Errors are ignored: the run does not depend on it.
func (p *progress) draw() {
	if p.out == nil {
		return
	}
	io.WriteString(p.out, clearLine+p.line())
	p.visible = true
}

// barWidth is the width of the bar in characters.
const barWidth = 20

// line returns the line, without the parts that do not fit.
func (p *progress) line() string {
	var parts []string
	if p.all && p.total > 0 {
		full := barWidth * p.checked / p.total
		parts = append(parts, strings.Repeat("█", full)+strings.Repeat("░", barWidth-full)+fmt.Sprintf(" %d of %d", p.checked, p.total))
	} else {
		parts = append(parts, fmt.Sprintf("%d of %d or more", p.checked, p.total))
	}
	for _, v := range []report.Verdict{report.Pass, report.Fail, report.Unknown, report.Error} {
		if n := p.verdicts[v]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v))
		}
	}
	if elapsed := p.now().Sub(p.started); elapsed > 0 && p.checked > 0 {
		rate := float64(p.checked) / elapsed.Seconds()
		parts = append(parts, fmt.Sprintf("%.3g/s", rate))
		if p.all {
			left := time.Duration(float64(p.total-p.checked) / rate * float64(time.Second))
			parts = append(parts, left.Round(time.Second).String()+" left")
		}
	}
	line := parts[0]
	for _, part := range parts[1:] {
		if utf8.RuneCountInString(line+" · "+part) < p.width() {
			line += " · " + part
		}
	}
	return line
}

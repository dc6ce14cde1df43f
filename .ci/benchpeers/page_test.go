package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sample has a short paper and a long one, whose pages take half as long.
func sample() []comparison {
	of := func(cpu time.Duration) figures { return figures{wall: cpu, cpu: cpu, peak: 20 << 10} }
	return []comparison{
		{label: "short", pages: 2, by: []figures{of(20 * time.Millisecond), of(40 * time.Millisecond), {}}},
		{label: "long", pages: 1000, by: []figures{of(5 * time.Second), of(5 * time.Second), {}}},
	}
}

func TestSummary(t *testing.T) {
	if s := summaryOf(sample()); s.worst != 1 || s.worstOf != "long" || s.mean != 0.75 || s.perPage != 0.5 || s.peak != 20<<10 {
		t.Errorf("the summary is %+v", s)
	}
}

// A page that is written again has the new figures, and a line more in its history.
func TestPagesKeepTheirHistory(t *testing.T) {
	page := filepath.Join(t.TempDir(), "speed.md")
	for _, as := range []string{"first", "second"} {
		if err := writePage(page, as, sample()); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	_, history, _ := strings.Cut(text, historyHead)
	if n := strings.Count(text, "| short |"); n != 1 || strings.Count(history, "\n") != 2 || !strings.HasPrefix(history, "| first |") {
		t.Errorf("the page has %d tables and the history\n%s", n, history)
	}
	if err := os.WriteFile(page, []byte("something else"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writePage(page, "third", sample()); err == nil {
		t.Error("a page without a history is overwritten")
	}
}

// TestStoppedChecksAreNotTimed: a paper beyond a limit is told, not measured.
func TestStoppedChecksAreNotTimed(t *testing.T) {
	for verdict, stopped := range map[string]bool{"error": true, "fail": false} {
		answer := `{"files":[{"verdict":"` + verdict + `","checks":[{"message":"Stopped: limit max-memory exceeded"}]}]}`
		if err := wholly([]string{"echo", answer}, "1,008 pages"); (err != nil) != stopped {
			t.Errorf("%s: %v", verdict, err)
		}
	}
}

package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// gcPercent returns how the collector is set; -1 is off.
func gcPercent() int64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

func TestQuietStartEndsWithTheFirstCollection(t *testing.T) {
	before := gcPercent()
	quietStart(func(string) string { return "" })
	t.Cleanup(func() { debug.SetGCPercent(int(before)) })
	for range 100 {
		runtime.GC()
		if gcPercent() == before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("the collector is set to %d after a collection, want %d", gcPercent(), before)
}

func TestQuietStartObeysTheUser(t *testing.T) {
	before := gcPercent()
	quietStart(func(key string) string { return map[string]string{"GOGC": "50"}[key] })
	if got := gcPercent(); got != before {
		t.Errorf("the collector is set to %d, want %d as it was", got, before)
	}
}

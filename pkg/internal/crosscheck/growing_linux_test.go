//go:build linux && !race

package crosscheck

import (
	"context"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestGrowingReaderIsEnded: the system ends a child that takes more memory than
// it may have.
func TestGrowingReaderIsEnded(t *testing.T) {
	t.Parallel()
	got := Compare(context.Background(), reader(t, "growing", time.Minute), twoPages())
	if got.Status != report.CrossCouldNotRead || got.Message != "the second reader failed: exit status 2" {
		t.Errorf("%+v", got)
	}
}

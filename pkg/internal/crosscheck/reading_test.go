package crosscheck

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A reading that was handed over compares as the one that was made here.
func TestReadingIsHandedOver(t *testing.T) {
	ctx := context.Background()
	for name, data := range map[string][]byte{"two pages": twoPages(), "no PDF": []byte("no PDF")} {
		written, err := json.Marshal(Read(ctx, data))
		if err != nil {
			t.Fatal(err)
		}
		var handed Reading
		if err := json.Unmarshal(written, &handed); err != nil {
			t.Fatalf("%v in\n%s", err, written)
		}
		r := reader(t, "honest", time.Minute)
		if diff := cmp.Diff(Compare(ctx, r, data), CompareReading(ctx, r, data, handed)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestReadingRefusesNonsense(t *testing.T) {
	for _, text := range []string{`{"pages":[{"rows":[[1,2,0]]}]}`, `{"pages":[{"rows":[[1,2,1e99]]}]}`, `[]`} {
		var r Reading
		if err := json.Unmarshal([]byte(text), &r); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}

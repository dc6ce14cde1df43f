package batch

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// sized is the input of a file of so many bytes.
func sized(bytes int64) Input { return Input{size: bytes} }

// taken is a claim that a test waits for.
func taken(t *testing.T, h *Held, ctx context.Context, bytes int64) <-chan func() {
	t.Helper()
	before := h.claims()
	out := make(chan func(), 1)
	go func() {
		if release, err := h.Take(ctx, sized(bytes)); err == nil {
			out <- release
		}
		close(out)
	}()
	for h.claims() == before { // until it stands in the line, or is let in
		if len(out) > 0 {
			break
		}
		runtime.Gosched()
	}
	return out
}

// claims returns how many bytes are held and how many files wait.
func (h *Held) claims() [2]int64 {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return [2]int64{h.bytes, int64(len(h.waiting))}
}

// TestHeldBoundsWhatIsReadAhead: small files share the room, a large one has it alone
// and is not overtaken, and who no longer waits holds up nobody.
func TestHeldBoundsWhatIsReadAhead(t *testing.T) {
	const small = maxHeld / 2
	ctx := t.Context()
	h := new(Held)
	a, b := taken(t, h, ctx, small), taken(t, h, ctx, small)
	first, second := <-a, <-b
	large := taken(t, h, ctx, 4*maxHeld)
	gone, cancel := context.WithCancel(ctx)
	leaves := taken(t, h, gone, 4*maxHeld)
	last := taken(t, h, ctx, 1)
	want := func(bytes, waiting int64) {
		t.Helper()
		if got := h.claims(); got != [2]int64{bytes, waiting} {
			t.Errorf("%d bytes are held and %d files wait, want %d and %d", got[0], got[1], bytes, waiting)
		}
	}
	want(2*small, 3)
	first()
	want(small, 3)
	second()
	releaseLarge := <-large
	want(4*maxHeld, 2)
	cancel()
	if release, ok := <-leaves; ok {
		t.Error("what was withdrawn is let in")
		release()
	}
	want(4*maxHeld, 1)
	releaseLarge()
	(<-last)()
	want(0, 0)
}

// TestWithdrawnClaimsLetOthersIn: those behind one that is withdrawn come in at once.
func TestWithdrawnClaimsLetOthersIn(t *testing.T) {
	ctx := t.Context()
	h := new(Held)
	one := <-taken(t, h, ctx, 1)
	gone, cancel := context.WithCancel(ctx)
	large := taken(t, h, gone, 4*maxHeld)
	other := taken(t, h, ctx, 1)
	cancel()
	<-large
	(<-other)()
	one()
	if got := h.claims(); got != [2]int64{} {
		t.Errorf("%v is left", got)
	}
}

// TestLimitBesideHeldBytes: with the bytes of the file that the program holds, a
// worker keeps the limit, but for the margin.
func TestLimitBesideHeldBytes(t *testing.T) {
	l := Limits{MaxMemory: 512 << 20}
	for data, want := range map[int]int64{0: l.MaxMemory, heldMargin: l.MaxMemory, 200 << 20: l.MaxMemory + heldMargin - 200<<20} {
		if got := l.besideHeld(data); got != want {
			t.Errorf("%d bytes: %d, want %d", data, got, want)
		}
	}
}

// TestExpectedBytes: what reading takes is known before of files on disk and in
// archives, as far as they may be read.
func TestExpectedBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, make([]byte, 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		in   Input
		want int64
	}{
		{Input{file: path}, 1000}, {Input{file: path + "x"}, 0}, {Input{file: filepath.Dir(path)}, 0},
		{Input{}, 0}, {sized(7), 7}, {sized(maxFile + 1), maxFile},
	} {
		if got := test.in.expected(); got != test.want {
			t.Errorf("%+v: %d bytes, want %d", test.in, got, test.want)
		}
	}
}

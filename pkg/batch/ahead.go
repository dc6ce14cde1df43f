package batch

import "context"

// maxFound caps how many inputs are listed before they are consumed.
const maxFound = 1 << 14

// Collected lists inputs as fast as it can, up to maxFound before anyone consumes
// for them, so that it is known early how many there are: count is called with
// their number so far and whether those are all. Names are small; nothing is
// read. It ends with the context, even where the next input is waited for.
func Collected(ctx context.Context, inputs Inputs, count func(n int, all bool)) Inputs {
	return func(yield func(Input) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		found := make(chan *Input, maxFound) // pointers: most runs have one input, and 1 MB for it would be much
		go func() {
			defer close(found)
			n := 0
			for in := range inputs {
				n++
				count(n, false)
				select {
				case found <- &in:
				case <-ctx.Done():
					return
				}
			}
			count(n, true)
		}()
		for {
			select {
			case in, ok := <-found:
				if !ok || !yield(*in) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

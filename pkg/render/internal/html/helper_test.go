package html

import (
	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/rendertest"
)

type (
	Options = form.Options
	broken  = rendertest.Broken
)

var (
	errFull    = rendertest.ErrFull
	failing    = rendertest.Failing
	golden     = rendertest.Golden
	hostile    = rendertest.Hostile
	passing    = rendertest.Passing
	sample     = rendertest.Sample
	scanned    = rendertest.Scanned
	unreadable = rendertest.Unreadable
)

// ptr returns a pointer to a value that is known.
func ptr[T any](v T) *T { return &v }

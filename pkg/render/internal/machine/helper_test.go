package machine

import (
	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/rendertest"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
)

type (
	Format  = form.Format
	Options = form.Options
)

var (
	failing      = rendertest.Failing
	golden       = rendertest.Golden
	hostile      = rendertest.Hostile
	intCell      = words.IntCell
	Interruption = words.Interruption
	long         = rendertest.Long
	passing      = rendertest.Passing
	sample       = rendertest.Sample
	scanned      = rendertest.Scanned
	stopped      = rendertest.Stopped
	unreadable   = rendertest.Unreadable
)

// ptr returns a pointer to a value that is known.
func ptr[T any](v T) *T { return &v }

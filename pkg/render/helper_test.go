package render

import (
	"github.com/paperfit/paperfit/pkg/render/internal/rendertest"
)

type (
	broken = rendertest.Broken
)

var (
	errFull       = rendertest.ErrFull
	failing       = rendertest.Failing
	golden        = rendertest.Golden
	long          = rendertest.Long
	passing       = rendertest.Passing
	sample        = rendertest.Sample
	sampleProfile = rendertest.SampleProfile
	scanned       = rendertest.Scanned
	stopped       = rendertest.Stopped
	unreadable    = rendertest.Unreadable
)

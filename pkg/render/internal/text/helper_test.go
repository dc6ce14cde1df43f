package text

import (
	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/rendertest"
)

type (
	Options     = form.Options
	TextOptions = form.TextOptions
)

var (
	failing    = rendertest.Failing
	golden     = rendertest.Golden
	hostile    = rendertest.Hostile
	passing    = rendertest.Passing
	sample     = rendertest.Sample
	sampleBook = rendertest.SampleBook
	scanned    = rendertest.Scanned
	unreadable = rendertest.Unreadable
)

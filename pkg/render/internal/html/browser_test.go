//go:build !js

package html

import (
	"os"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Main(m)) }

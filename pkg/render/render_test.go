package render

import (
	"errors"
	"testing"
)

func TestWriteErrorsAreReturned(t *testing.T) {
	r := sample(failing())
	for name, err := range map[string]error{
		"Text":    Text(broken{}, r, TextOptions{}),
		"Inspect": Inspect(broken{}, r, TextOptions{}),
		"JSON":    JSON(broken{}, r),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s returns %v, want %v", name, err, errFull)
		}
	}
}

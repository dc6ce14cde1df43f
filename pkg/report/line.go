package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Line is a line of a report in JSON Lines: the entry of a file with what it was
// checked with, so that every line can be read alone.
type Line struct {
	Schema  string  `json:"schema"`
	Tool    Tool    `json:"tool"`
	Profile Profile `json:"profile"`
	File
}

// ReadLine reads a line of a report in JSON Lines as strictly as ReadFile.
func ReadLine(data []byte) (Line, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var l Line
	if err := decoder.Decode(&l); err != nil {
		return Line{}, fmt.Errorf("no line of a report: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return Line{}, errors.New("no line of a report: something follows it")
	}
	l.File = l.File.Plain()
	if err := l.File.validate(); err != nil {
		return Line{}, fmt.Errorf("no line of a report: %w", err)
	}
	return l, nil
}

package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/paperfit/paperfit/pkg/report/internal/compact"
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
	l, err := parsed[Line](data)
	if err == nil {
		l.File, err = l.File.checked()
	}
	if err != nil {
		return Line{}, fmt.Errorf("no line of a report: %w", err)
	}
	return l, nil
}

// parsed reads the JSON form of a value, in which every member has its field.
func parsed[T any](data []byte) (T, error) {
	var value, none T
	if compact.Read(bytes.TrimSuffix(data, []byte("\n")), &value) {
		return value, nil
	}
	value = none
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&value); err != nil {
		return none, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return none, errors.New("something follows it")
	}
	return value, nil
}

// AppendJSON appends the JSON form of a File, a Line or any other value of a report, in
// one line without its break. What steers terminals and text is escaped: controls and
// format characters, such as those that turn the direction of text.
func AppendJSON(to []byte, value any) ([]byte, error) { return compact.Append(to, value) }

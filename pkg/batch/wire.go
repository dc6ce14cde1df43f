package batch

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
)

// protocol is the version of what the program and its workers say to each other.
//
// Each message is a frame: a letter for its kind, four bytes for the length of
// what follows, the highest first, and that many bytes. The worker says hello;
// the program says how to check, and then again and again sends the bytes of a
// file to check; the worker answers each with a reply. Where an annotated copy is
// wanted, the file's report comes before its bytes, and the copy follows a reply
// that does not say why there is none.
const protocol = 3

// The kinds of frames.
const (
	frameHello byte = 'H' // worker: hello as JSON
	frameSetup byte = 'S' // program: setup as JSON
	frameFile  byte = 'F' // program: the bytes of a file
	frameReply byte = 'R' // worker: reply as JSON
	frameAbout byte = 'A' // program: about, as JSON, of the file that follows
	frameNotes byte = 'N' // program: the report.File, as JSON, of the file that follows
	frameCopy  byte = 'C' // worker: the bytes of an annotated copy
)

// Caps on the frames.
const (
	maxHello = 1 << 10
	maxSetup = 4 << 20
	maxAbout = 4 << 20
	maxReply = 64 << 20 // a report with sketches of 2,000 full pages
	maxAdded = 64 << 20 // that annotations add to a file
)

// hello is what a worker says first.
type hello struct {
	Protocol int    `json:"protocol"`
	Version  string `json:"version"` // of the program
}

// setup says how to check.
type setup struct {
	Profile       *profile.Profile `json:"profile"`
	FailOnWarning bool             `json:"fail_on_warning"`
	Sketch        bool             `json:"sketch"`
	Reading       bool             `json:"reading"` // a cross-check needs it
	MaxMemory     int64            `json:"max_memory"`
	Limits        *check.Limits    `json:"limits,omitempty"` // nil: the defaults
}

// reply is what a worker found.
type reply struct {
	File    json.RawMessage `json:"file,omitempty"`    // a report.File without its path
	Reading json.RawMessage `json:"reading,omitempty"` // a crosscheck.Reading
	Limit   string          `json:"limit,omitempty"`   // the limit that the file exceeded; the worker ends
	Refused *refusal        `json:"refused,omitempty"` // why there is no annotated copy
	copied  []byte          // the annotated copy, from the frame that follows
}

// refusal says why a file is not annotated.
type refusal struct {
	Why       string `json:"why"`
	Forbidden bool   `json:"forbidden,omitempty"` // by the file itself
}

var errProtocol = errors.New("worker protocol error")

// writeFrame writes one frame.
func writeFrame(w io.Writer, kind byte, data []byte) error {
	head := [5]byte{kind}
	binary.BigEndian.PutUint32(head[1:], uint32(len(data)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// readFrame reads one frame, which must be of this kind and have so many bytes
// at most.
func readFrame(r io.Reader, kind byte, most int64) ([]byte, error) {
	_, data, err := readFrameOf(r, map[byte]int64{kind: most})
	return data, err
}

// readFrameOf reads one frame, which must be of one of some kinds and have at
// most the bytes that this kind may have.
func readFrameOf(r io.Reader, kinds map[byte]int64) (kind byte, data []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	size := int64(binary.BigEndian.Uint32(head[1:]))
	if most, ok := kinds[head[0]]; !ok || size > most {
		return 0, nil, fmt.Errorf("%w: %q with %d bytes", errProtocol, head[0], size)
	}
	data, err = readSized(r, size)
	return head[0], data, err
}

// readSized reads so many bytes.
func readSized(r io.Reader, size int64) ([]byte, error) {
	// A long frame is not believed before it is there.
	data := make([]byte, 0, min(size, 1<<20))
	for int64(len(data)) < size {
		if len(data) == cap(data) {
			grown := make([]byte, len(data), min(size, 4*int64(cap(data))))
			copy(grown, data)
			data = grown
		}
		n, err := io.ReadFull(r, data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			return nil, err
		}
	}
	return data, nil
}

// writeJSON writes a frame of JSON.
func writeJSON(w io.Writer, kind byte, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return writeFrame(w, kind, data)
}

// readJSON reads a frame of JSON.
func readJSON(r io.Reader, kind byte, most int64, v any) error {
	data, err := readFrame(r, kind, most)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%w: a message cannot be read", errProtocol)
	}
	return nil
}

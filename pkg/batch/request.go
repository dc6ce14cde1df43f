package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/paperfit/paperfit/pkg/internal/annotate"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/report"
)

// request is what a worker is asked for: to check a file or, with the notes to
// make in it, to annotate it.
type request struct {
	data  []byte
	notes []byte // its report.File as JSON; nil: it is to be checked
	about []byte // about as JSON; nil: nothing is known of it
}

// about is what a worker needs to know of a file beside its bytes.
type about struct {
	Path       string             `json:"path"`
	Submission *report.Submission `json:"submission"`
}

// aboutOf returns what a worker needs to know of a file as JSON, nil for nothing.
func (c *Checker) aboutOf(path string) []byte {
	if c.Submitted == nil {
		return nil
	}
	s := c.Submitted(path)
	if s == nil {
		return nil
	}
	data, err := json.Marshal(about{path, s})
	if err != nil { // it holds nothing but words
		panic(err)
	}
	return data
}

// submitted returns what is known of a file, in the worker.
func (q request) submitted() (a about) {
	if q.about != nil && json.Unmarshal(q.about, &a) != nil {
		return about{}
	}
	return a
}

// write sends a request to a worker.
func (q request) write(w io.Writer) error {
	if q.notes != nil {
		if err := writeFrame(w, frameNotes, q.notes); err != nil {
			return err
		}
	}
	if q.about != nil {
		if err := writeFrame(w, frameAbout, q.about); err != nil {
			return err
		}
	}
	return writeFrame(w, frameFile, q.data)
}

// readRequest reads a request in the worker.
func readRequest(r io.Reader) (request, error) {
	kind, data, err := readFrameOf(r, map[byte]int64{frameFile: maxFile, frameNotes: maxReply, frameAbout: maxAbout})
	if err != nil || kind == frameFile {
		return request{data: data}, err
	}
	q := request{notes: data}
	if kind == frameAbout {
		q = request{about: data}
	}
	q.data, err = readFrame(r, frameFile, maxFile)
	return q, err
}

// read reads the worker's answer to a request.
func (q request) read(r io.Reader, answer *reply) error {
	err := readJSON(r, frameReply, maxReply, answer)
	if err != nil || q.notes == nil || answer.Limit != "" || answer.Refused != nil {
		return err
	}
	answer.copied, err = readFrame(r, frameCopy, int64(len(q.data))+maxAdded)
	return err
}

// Annotate has a worker make the annotated copy of a paper that was checked, as
// annotate.Write does, within the limits. The error is that of the context, or
// tells in words why there is no copy; it is pdf.ErrForbidden where the file
// forbids one.
func (p *Pool) Annotate(ctx context.Context, file report.File, data []byte) ([]byte, error) {
	notes := marshalFile(file)
	if len(notes) > maxReply {
		return nil, errors.New(p.Limits.notAnnotated(limitReply))
	}
	_, answer, short, err := p.answer(ctx, request{data: data, notes: notes})
	switch {
	case err != nil:
		return nil, err
	case short.limit != "":
		return nil, errors.New(p.Limits.notAnnotated(short.limit))
	case short.why != nil:
		return nil, short.why
	case answer.Refused != nil && answer.Refused.Forbidden:
		return nil, forbidden(answer.Refused.Why)
	case answer.Refused != nil:
		return nil, errors.New(Line(answer.Refused.Why))
	}
	return answer.copied, nil
}

// forbidden is an error that tells in words that the file forbids annotations.
type forbidden string

// Error returns the words.
func (f forbidden) Error() string { return Line(string(f)) }

// Is reports whether it is pdf.ErrForbidden.
func (f forbidden) Is(err error) bool { return err == pdf.ErrForbidden }

// annotated returns the reply with the annotated copy of a file, or the reply
// that says why there is none.
func annotated(q request) (answer, copied []byte) {
	var out bytes.Buffer
	file, err := report.ReadFile(q.notes)
	if err == nil {
		err = annotate.Write(context.Background(), &out, q.data, file)
	}
	var r reply
	switch {
	case err != nil:
		r.Refused = &refusal{Why: err.Error(), Forbidden: errors.Is(err, pdf.ErrForbidden)}
	case out.Len() > len(q.data)+maxAdded:
		r.Refused = &refusal{Why: "the annotations are larger than any paper needs (limit maxAdded)"}
	default:
		copied = out.Bytes()
	}
	answer, err = json.Marshal(r)
	if err != nil { // it holds nothing but words
		panic(err)
	}
	return answer, copied
}

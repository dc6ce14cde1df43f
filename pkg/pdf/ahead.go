package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Caps of what is decoded ahead of its use at one time.
const (
	maxAheadRaw  = 4 << 20 // coded bytes
	maxAheadData = 8 << 20 // decoded bytes of one stream
)

// ahead is a stream that a second goroutine decodes before it is asked for.
type ahead struct {
	raw  []byte
	data []byte
	ok   bool          // data is whole
	done chan struct{} // closed when data and ok are set
}

// DecodeAhead begins to decode streams on another core, so that Decode finds
// them done. It is a hint: what is no Flate stream, too large or corrupt is left
// to Decode, which alone spends the document's budget.
func (d *Document) DecodeAhead(streams []Value) {
	var jobs []*ahead
	total := 0
	for _, v := range streams {
		sd, ok := v.obj.(types.StreamDict)
		if !ok || len(sd.Raw) == 0 || !isPlainFlate(&sd) || d.aheads[&sd.Raw[0]] != nil {
			continue
		}
		if total += len(sd.Raw); total > maxAheadRaw {
			break
		}
		job := &ahead{raw: sd.Raw, done: make(chan struct{})}
		if d.aheads == nil {
			d.aheads = map[*byte]*ahead{}
		}
		d.aheads[&sd.Raw[0]] = job
		jobs = append(jobs, job)
	}
	if len(jobs) > 0 {
		go decodeJobs(jobs)
	}
}

func decodeJobs(jobs []*ahead) {
	var f inflater
	for _, j := range jobs {
		j.data, j.ok = f.whole(j.raw, maxAheadData)
		close(j.done)
	}
}

// takeAhead returns the stream's data if it was decoded ahead, waiting for it if
// need be. It is given out once.
func (d *Document) takeAhead(raw []byte) ([]byte, bool) {
	if len(raw) == 0 {
		return nil, false
	}
	job := d.aheads[&raw[0]]
	if job == nil {
		return nil, false
	}
	<-job.done
	data := job.data
	job.data, job.raw = nil, nil // the entry stays, so that nothing is decoded ahead twice
	return data, job.ok && data != nil
}

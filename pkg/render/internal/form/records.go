package form

import (
	"bufio"
	"io"
)

// Records keeps the records of a report, such as the rows of a table, until it is known
// which are written: in the Spool, with a few bytes of memory for each.
type Records struct {
	spool Spool
	sizes []int32
}

// Add keeps a record.
func (r *Records) Add(record []byte) error {
	r.sizes = append(r.sizes, int32(len(record)))
	_, err := r.spool.Write(record)
	return err
}

// Len returns how many records are kept.
func (r *Records) Len() int { return len(r.sizes) }

// Size returns the size of a record in bytes.
func (r *Records) Size(i int) int { return int(r.sizes[i]) }

// Each calls do with the records that are wanted, in their order; each is there until do
// returns. Nothing can be added afterwards.
func (r *Records) Each(wanted func(i int) bool, do func(i int, record []byte) error) error {
	from, err := r.spool.reader()
	if err != nil {
		return err
	}
	in := bufio.NewReader(from)
	var record []byte
	for i, size := range r.sizes {
		if !wanted(i) {
			if _, err := in.Discard(int(size)); err != nil {
				return err
			}
			continue
		}
		record = append(record[:0], make([]byte, size)...)
		if _, err := io.ReadFull(in, record); err != nil {
			return err
		}
		if err := do(i, record); err != nil {
			return err
		}
	}
	return nil
}

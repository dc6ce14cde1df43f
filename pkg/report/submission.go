package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Submission is what the submission system knows of a paper.
type Submission struct {
	ID      string   `json:"id"`
	Title   string   `json:"title,omitempty"`
	Authors []string `json:"authors,omitempty"` // their full names
}

// SubmissionRef names the submission that a file was compared with. It has no names:
// reports on anonymous papers go to people who must not know them.
type SubmissionRef struct {
	ID     string `json:"id"`
	Digest string `json:"digest"` // "sha256:…" of what the system knows
}

// Ref returns the reference to a submission, nil for none.
func (s *Submission) Ref() *SubmissionRef {
	if s == nil {
		return nil
	}
	data, err := json.Marshal(s)
	if err != nil {
		panic("it holds nothing but words: " + err.Error())
	}
	sum := sha256.Sum256(data)
	return &SubmissionRef{ID: s.ID, Digest: "sha256:" + hex.EncodeToString(sum[:])}
}

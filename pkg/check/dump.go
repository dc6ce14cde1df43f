package check

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"reflect"

	"github.com/paperfit/paperfit/pkg/internal/dump"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxDumpTries caps the masks and precisions that are tried for one paper: there are
// papers of which every second mask changes something.
const maxDumpTries = 24

// Dump returns a dump of a paper: what was seen of it, without its words, for
// package dump to read back. It is compared with the paper first: differs names
// the checks that come out differently from it, which is nearly always none. The
// error says in a sentence why a file cannot be dumped.
func (c *Checker) Dump(ctx context.Context, data []byte) (text []byte, differs []string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Fault{Cause: r}
		}
	}()
	p, err := c.measure(ctx, data, uses{dump: true})
	if err != nil {
		return nil, nil, errors.New(Explain(err))
	}
	if dump.Is(data) {
		return nil, nil, errors.New("this is a dump already")
	}
	want := c.Check(ctx, "", data)
	p.seen.SHA256, p.seen.Bytes = want.SHA256, want.Bytes
	for try := range maxDumpTries {
		salt := make([]byte, sha256.Size)
		rand.Read(salt) // never fails
		decimals := dump.Short
		if try > 0 {
			decimals = dump.Exact
		}
		var out bytes.Buffer
		if err := dump.Write(&out, dump.Mask(p.seen, p.structure, salt), decimals); err != nil {
			return nil, nil, err
		}
		text = out.Bytes()
		if differs = differences(want, c.Check(ctx, "", text)); len(differs) == 0 || ctx.Err() != nil {
			break
		}
	}
	return text, differs, ctx.Err()
}

// differences names the checks of two reports of one paper that came out
// differently, besides "measures" and "places" when those do. What quotes the
// paper is not looked at.
func differences(a, b report.File) []string {
	a, b = unquoted(a), unquoted(b)
	var out []string
	for i, x := range a.Checks {
		if i >= len(b.Checks) || !reflect.DeepEqual(x, b.Checks[i]) {
			out = append(out, x.Rule)
		}
	}
	if !reflect.DeepEqual(a.Measured, b.Measured) || !reflect.DeepEqual(a.Pages, b.Pages) || a.Verdict != b.Verdict {
		out = append(out, "measures")
	}
	if !reflect.DeepEqual(a.Reported(), b.Reported()) || !reflect.DeepEqual(a.Damage, b.Damage) {
		out = append(out, "places")
	}
	return out
}

// unquoted returns a report as it is written, without what may quote the paper.
func unquoted(f report.File) report.File {
	r := report.Report{Files: []report.File{f}}
	f = r.ForWriting().Files[0]
	for i := range f.Checks {
		c := &f.Checks[i]
		c.Sentence, c.Message = wording.English().WithoutQuotes(c.Sentence), ""
	}
	for _, findings := range [][]report.Finding{f.Findings, f.Notes} {
		for i := range findings {
			x := &findings[i]
			x.Sentence, x.Message = wording.English().WithoutQuotes(x.Sentence), ""
		}
	}
	return f
}

// identify describes which paper a report is of: the file that was read, or the paper
// of a dump.
func identify(file *report.File, data []byte, p *paper) {
	if p != nil && p.seen.SHA256 != "" {
		file.SHA256, file.Bytes = p.seen.SHA256, p.seen.Bytes
		return
	}
	sum := sha256.Sum256(data)
	file.SHA256, file.Bytes = hex.EncodeToString(sum[:]), int64(len(data))
}

// fromDump measures the paper of a dump.
func fromDump(ctx context.Context, data []byte, limits dump.Limits) (*paper, error) {
	seen, err := dump.Read(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	p := &paper{sheets: seen.Sheets, seen: seen, graphics: make([]graphics, len(seen.Sheets))}
	l, err := layout.Compose(ctx, p.sheets)
	if err != nil {
		return nil, err
	}
	p.measure(l)
	p.addFileFacts()
	p.facts.Masked = true
	return p, nil
}

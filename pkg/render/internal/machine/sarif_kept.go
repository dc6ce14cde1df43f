package machine

import (
	"bytes"
	"io"
	"slices"
	"strconv"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
)

// Places in the list of files that none has.
const (
	noFile  = -1       // what concerns no file
	anyFile = -1 << 31 // the file of a record, whose place is known when it is written
)

// sarifKept keeps what a run has of each file until it is known which of it is written,
// as compact JSON in which anyFile stands for the file's place.
type sarifKept struct {
	most    int // results of a level that are kept
	files   form.Records
	results form.Records
	notes   form.Records
	of      []sarifOf // of each result that is kept
	noteOf  []int32   // of each note, its file
	levels  [3]int    // how many results there are of each
	err     error     // the first
}

// sarifOf is what a result belongs to.
type sarifOf struct {
	file  int32
	level uint8
}

// sarifLevels are the levels, the heaviest first.
var sarifLevels = []string{string(words.LevelError), string(words.LevelWarning), string(words.LevelNote)}

// total returns how many results there are.
func (k *sarifKept) total() int { return k.levels[0] + k.levels[1] + k.levels[2] }

// lastFile returns the place of the file that was added last.
func (k *sarifKept) lastFile() int32 { return int32(k.files.Len() - 1) }

func (k *sarifKept) addFile(a sarifArtifact) { k.add(&k.files, a) }

// addResult adds a result of the last file. One that can never be written is counted
// alone.
func (k *sarifKept) addResult(r sarifResult) {
	level := slices.Index(sarifLevels, r.Level)
	if k.levels[level]++; k.levels[level] > k.most {
		return
	}
	k.of = append(k.of, sarifOf{k.lastFile(), uint8(level)})
	k.add(&k.results, r)
}

// addNotification adds what is told of a file, or of the run.
func (k *sarifKept) addNotification(file int32, n sarifNotification) {
	k.noteOf = append(k.noteOf, file)
	k.add(&k.notes, n)
}

func (k *sarifKept) add(to *form.Records, value any) {
	data, err := encodeJSON(value)
	if err == nil {
		err = to.Add(bytes.TrimSuffix(data, []byte("\n")))
	}
	if k.err == nil {
		k.err = err
	}
}

// writePart writes a part of the run: what all of it has, around the lists of what it has
// of each file.
func (run *sarifBuilder) writePart(w io.Writer, part sarifPart) error {
	data, err := encodeJSON(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run.sarifRun}})
	if err != nil {
		return err
	}
	rest := indented(data, 0)
	for _, list := range []struct {
		name  string
		depth int
		write func(*sarifList) error
	}{
		{"toolExecutionNotifications", 5, func(l *sarifList) error { return run.writeNotes(l, part) }},
		{"artifacts", 3, func(l *sarifList) error { return run.writeFiles(l, part) }},
		{"results", 3, func(l *sarifList) error { return run.writeResults(l, part) }},
	} {
		lineStart := "\n" + string(bytes.Repeat([]byte("  "), list.depth))
		name := []byte(lineStart + strconv.Quote(list.name) + ": [")
		at := bytes.Index(rest, name) + len(name) // a line break stands in no string
		if _, err := w.Write(rest[:at]); err != nil {
			return err
		}
		items := &sarifList{w: w, depth: list.depth + 1}
		if err := list.write(items); err != nil {
			return err
		}
		if rest = rest[at:]; items.some {
			rest = append([]byte(lineStart), rest...)
		}
	}
	_, err = w.Write(rest)
	return err
}

// sarifList writes the items of a list.
type sarifList struct {
	w     io.Writer
	depth int
	some  bool
}

// add writes an item, in compact JSON, of the file at a place.
func (l *sarifList) add(item []byte, place int32) error {
	const index = `,"index":`
	item = bytes.ReplaceAll(item, []byte(index+strconv.Itoa(anyFile)+"}"), []byte(index+strconv.Itoa(int(place))+"}"))
	out := []byte(",\n")
	if !l.some {
		out = []byte("\n")
	}
	l.some = true
	for range l.depth {
		out = append(out, "  "...)
	}
	_, err := l.w.Write(append(out, indented(item, l.depth)...))
	return err
}

// writeNotes writes what is told of the run and of the files that are listed.
func (run *sarifBuilder) writeNotes(l *sarifList, part sarifPart) error {
	place := func(i int) int32 {
		if file := run.kept.noteOf[i]; file != noFile {
			return part.at[file]
		}
		return noFile
	}
	told := func(i int) bool { return run.kept.noteOf[i] == noFile || place(i) != noFile }
	err := run.kept.notes.Each(told, func(i int, note []byte) error { return l.add(note, place(i)) })
	if err != nil || part.told == nil {
		return err
	}
	note, err := encodeJSON(part.told)
	if err != nil {
		return err
	}
	return l.add(bytes.TrimSuffix(note, []byte("\n")), noFile)
}

// writeFiles writes the files that are listed.
func (run *sarifBuilder) writeFiles(l *sarifList, part sarifPart) error {
	listed := func(i int) bool { return part.at[i] != noFile }
	inOrder := slices.IsSorted(part.files)
	var files [][]byte // of which the first listed may come last
	if !inOrder {
		files = make([][]byte, len(part.files))
	}
	err := run.kept.files.Each(listed, func(i int, file []byte) error {
		if inOrder {
			return l.add(file, part.at[i])
		}
		files[part.at[i]] = bytes.Clone(file)
		return nil
	})
	for place, file := range files {
		if err == nil {
			err = l.add(file, int32(place))
		}
	}
	return err
}

// writeResults writes the results of the part: where they are sorted by level, those of
// each level in a pass of its own.
func (run *sarifBuilder) writeResults(l *sarifList, part sarifPart) error {
	for rest := part.results; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n] > rest[n-1] {
			n++
		}
		pass, next := rest[:n], 0
		rest = rest[n:]
		wanted := func(i int) bool { return next < len(pass) && pass[next] == i }
		err := run.kept.results.Each(wanted, func(i int, result []byte) error {
			next++
			return l.add(result, part.at[run.kept.of[i].file])
		})
		if err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn3x1[context.Context, string, func(string, int), error](&listFn{})
	register.Emitter2[string, int]()
	register.Function1x2(beginFile)
}

// sources are where the papers and archives are named.
type sources struct {
	Globs []string
	List  string // "": none
}

// listMark begins the source that is a list.
const listMark = "list:"

// all returns the sources, each as a text.
func (s sources) all() []string {
	out := s.Globs
	if s.List != "" {
		out = append(out, listMark+s.List)
	}
	return out
}

// listFn lists the paths of a source.
type listFn struct{}

// ProcessElement emits the paths that a source names. A source that names none, or
// cannot be read, takes their place: the step that checks it says in the report what is
// wrong with it.
func (*listFn) ProcessElement(ctx context.Context, source string, emit func(string, int)) error {
	name, isList := strings.CutPrefix(source, listMark)
	expand := paths
	if isList {
		expand = listed
	}
	found := false
	err := expand(ctx, name, func(path string) {
		found = true
		emit(path, 0)
	})
	if !found || err != nil {
		emit(name, 0)
	}
	return nil
}

// paths gives the paths that match a glob.
func paths(ctx context.Context, glob string, give func(string)) error {
	files, err := filesystem.New(ctx, glob)
	if err != nil {
		return err
	}
	defer files.Close()
	found, err := files.List(ctx, glob)
	for _, path := range found {
		give(path)
	}
	return err
}

// maxName caps the bytes of a name in a list.
const maxName = 64 << 10

// opened opens a file of any file system; done closes both.
func opened(ctx context.Context, name string) (in io.Reader, done func(), err error) {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	file, err := files.OpenRead(ctx, name)
	if err != nil {
		files.Close()
		return nil, nil, err
	}
	return file, func() { file.Close(); files.Close() }, nil
}

// listed gives the paths in a list, one on each line.
func listed(ctx context.Context, name string, give func(string)) error {
	in, done, err := opened(ctx, name)
	if err != nil {
		return err
	}
	defer done()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxName)
	for lines.Scan() {
		if path := strings.TrimSuffix(lines.Text(), "\r"); path != "" {
			give(path)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("reading the list: %w", err)
	}
	return nil
}

package batch

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// listed returns what a list names: paths, and for what is wrong its sentence.
func listed(t *testing.T, name string, in io.Reader, null bool) []string {
	t.Helper()
	inputs, err := Listed(name, in, null, nil)
	if err != nil {
		t.Fatal(err)
	}
	return told(inputs)
}

func TestListed(t *testing.T) {
	folder(t, map[string]string{
		"lines": "a.pdf\r\n\nb c.pdf\n-", "nulls": "a\nb.pdf\x00c.pdf\x00",
		"a.pdf": "%PDF-1.7", "b c.pdf": "%PDF-1.7", "-": "%PDF-1.7", "a\nb.pdf": "%PDF-1.7", "c.pdf": "%PDF-1.7",
	})
	for _, c := range []struct {
		name string
		null bool
		want []string
	}{{"lines", false, []string{"a.pdf", "b c.pdf", "./-"}}, {"nulls", true, []string{`a\nb.pdf`, "c.pdf"}}, {Stdin, false, []string{"c.pdf"}}} {
		if got := listed(t, c.name, strings.NewReader("c.pdf\n"), c.null); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for name, want := range map[string]string{"none": "no such file", ".": "it is a folder"} {
		if _, err := Listed(name, nil, false, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestFaultsOfLists: what is wrong with a list is told after the files that it
// named until then, and an attack with one endless name ends at maxName.
func TestFaultsOfLists(t *testing.T) {
	folder(t, map[string]string{"a.pdf": "%PDF-1.7"})
	long := strings.Repeat("n", maxName)
	for _, c := range []struct {
		list io.Reader
		want []string
	}{
		{strings.NewReader(""), []string{"-: the list of files is empty"}},
		{strings.NewReader("\n\r\n"), []string{"-: the list of files is empty"}},
		{strings.NewReader("a.pdf\x00b.pdf\x00"), []string{"-: the list of files has NUL bytes"}},
		{strings.NewReader("a.pdf\nb\x00\n"), []string{"a.pdf", "-: the list of files has NUL bytes"}},
		{strings.NewReader("a.pdf\n" + long + ".pdf\n"), []string{"a.pdf", "-: the list of files has a name of more than"}},
		{io.MultiReader(strings.NewReader("a.pdf\na."), iotest.ErrReader(errors.New("cut"))), []string{"a.pdf", "-: cannot read the list of files: cut"}},
	} {
		got := listed(t, Stdin, c.list, false)
		if !slices.EqualFunc(got, c.want, strings.HasPrefix) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestListIsReadWhileItIsWritten: a file comes before the next name is written.
func TestListIsReadWhileItIsWritten(t *testing.T) {
	folder(t, map[string]string{"a.pdf": "%PDF-1.7", "b.pdf": "%PDF-1.7"})
	in, names := io.Pipe()
	inputs, err := Listed(Stdin, in, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	next, stop := iter.Pull(inputs)
	defer stop()
	for _, name := range []string{"a.pdf", "b.pdf"} {
		go io.WriteString(names, name+"\n")
		if got, ok := next(); !ok || got.Path != name {
			t.Errorf("%+v, want %s", got, name)
		}
	}
	names.Close()
	if got, ok := next(); ok {
		t.Errorf("one more: %+v", got)
	}
}

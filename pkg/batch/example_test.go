package batch_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// newPool returns a pool of two workers, for the papers of a venue. The main function
// of the program begins as the documentation of Pool says.
func newPool(venue *profile.Profile) *batch.Pool {
	program, err := os.Executable()
	if err != nil {
		panic(err)
	}
	pool := &batch.Pool{Program: program, Args: []string{"worker"}, Jobs: 2}
	pool.Profile = venue
	return pool
}

// A chair checks a folder. The files are checked by worker processes, and their
// entries come in the order of their names.
func ExampleRun() {
	venue, err := profile.Load("opml20")
	if err != nil {
		fmt.Println(err)
		return
	}
	folder, err := submissions("ok-plain.pdf", "bad-columns.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)

	pool := newPool(venue)
	defer pool.Close()
	var skips batch.Skips
	inputs := batch.Named([]string{folder}, nil, &skips)
	var summary report.Summary
	for file := range batch.Run(context.Background(), inputs, 2*pool.Jobs, pool.CheckInput) {
		fmt.Println(filepath.Base(file.Path), file.Verdict)
		summary.Add(&file)
	}
	fmt.Println(summary.Pass, "of", summary.Files, "pass")
	fmt.Println(render.SkippedText(skips.Counts()))
	// Output:
	// bad-columns.pdf fail
	// notes.pdf error
	// ok-plain.pdf pass
	// 1 of 3 pass
	// 1 file skipped: 1 .txt
}

// submissions makes a folder of papers, of a file that is none, and of another that is
// only called one.
func submissions(papers ...string) (string, error) {
	folder, err := os.MkdirTemp("", "submissions")
	files := map[string][]byte{"notes.pdf": []byte("not a paper"), "readme.txt": []byte("none either")}
	for _, name := range papers {
		if err == nil {
			files[name], err = os.ReadFile(filepath.Join("../../testdata/papers", name))
		}
	}
	for name, data := range files {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), data, 0o600)
		}
	}
	return folder, err
}

// maxUpload is the size of the largest upload, in bytes.
const maxUpload = 50 << 20

// upload answers a PDF, the body of a POST, with its report in JSON. A file that hangs,
// crashes or grows harms its worker alone, and has a verdict like any other.
func upload(pool *batch.Pool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, err := batch.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload+1), maxUpload)
		if err != nil {
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
			return
		}
		result, err := pool.Check(r.Context(), "upload.pdf", data)
		if err != nil { // the client is gone, or no worker starts: no file is to blame
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		tool := report.Tool{Name: "my site", Version: "1"}
		_ = render.JSON(w, report.New(tool, pool.Profile.Head(), []report.File{result.File})) // nobody is left to tell
	})
}

// A submission site checks each upload, in a worker process with limits of time and
// memory.
func ExamplePool() {
	venue, err := profile.Load("opml20")
	if err != nil {
		fmt.Println(err)
		return
	}
	pool := newPool(venue)
	defer pool.Close()
	site := httptest.NewServer(upload(pool))
	defer site.Close()

	paper, err := os.ReadFile("../../testdata/papers/bad-columns.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := http.Post(site.URL, "application/pdf", bytes.NewReader(paper))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.Status)
	fmt.Println(strings.Contains(string(body), `"verdict": "fail"`))
	// Output:
	// 200 OK
	// true
}

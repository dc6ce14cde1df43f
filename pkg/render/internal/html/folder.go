package html

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// OverviewName is the name of the overview in a folder of pages.
const OverviewName = "index.html"

// maxFolderDrawings caps the bytes of the pages of a folder that have drawings. From a
// half of it on, pages of papers without a finding are not drawn.
const maxFolderDrawings = 600 << 20

// folder writes a page for each file that does not pass, or for each, and at the end
// an overview with a link to each of them.
type folder struct {
	write    form.WriteFile
	overview overview
	bytes    int // of the pages
}

func openFolder(write form.WriteFile, opt form.Options) form.Writer {
	return &folder{write: write, overview: newOverview(opt)}
}

// Begin keeps what the report is made with.
func (h *folder) Begin(tool report.Tool, profile report.Profile) error {
	h.overview.tool, h.overview.profile = tool, profile
	return nil
}

// File adds a file, and writes its page.
func (h *folder) File(f report.File) error {
	if f.Verdict == report.Pass && !h.overview.opt.AllPages {
		h.overview.add("", &f)
		return nil
	}
	name := pageName(f.Path, h.overview.files+1)
	h.overview.add(name, &f)
	room := newDrawingRoom()
	switch {
	case h.bytes > maxFolderDrawings:
		room = drawingRoom{}
		h.overview.undrawn++
	case h.bytes > maxFolderDrawings/2:
		room.plain = 0
	}
	var page bytes.Buffer
	r := report.New(h.overview.tool, h.overview.profile, []report.File{f})
	if err := writePage(&page, r, h.overview.opt, OverviewName, room); err != nil {
		return err
	}
	h.bytes += page.Len()
	return h.write(name, page.Bytes())
}

// End writes the overview.
func (h *folder) End(s report.Summary) error {
	h.overview.summary = s
	page, err := h.overview.html()
	if err != nil {
		return err
	}
	return h.write(OverviewName, page)
}

// maxNameBytes caps what the name of a page takes of its file's.
const maxNameBytes = 60

// pageName returns the name of the page of the n-th file: what is plain in the
// file's own name, and its number, so that no two pages share one, on systems
// that know no case neither.
func pageName(path string, n int) string {
	name := words.DisplayPath(path)
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if len(name) > 4 && strings.EqualFold(name[len(name)-4:], ".pdf") {
		name = name[:len(name)-4]
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '.':
			return r
		}
		return '-'
	}, name)
	parts := slices.DeleteFunc(strings.Split(plain, "-"), func(part string) bool { return part == "" })
	plain = strings.Trim(strings.Join(parts, "-"), ".-")
	plain = plain[:min(len(plain), maxNameBytes)]
	if plain == "" {
		plain = "file"
	}
	return plain + pageNumber(n)
}

// pageNumber returns how the name of the page of the n-th file ends.
func pageNumber(n int) string { return fmt.Sprintf("-%d.html", n) }

// IsFolderName reports whether a folder of pages can hold a file of this name.
func IsFolderName(name string) bool {
	if strings.EqualFold(name, OverviewName) {
		return true
	}
	base, ok := strings.CutSuffix(strings.ToLower(name), ".html")
	at := strings.LastIndexByte(base, '-')
	if !ok || at < 1 {
		return false
	}
	_, err := strconv.ParseUint(base[at+1:], 10, 64)
	return err == nil
}

// What a page of ours says of its origin, near its beginning: a page by itself, or
// one of a folder.
const (
	generator       = "paperfit"
	folderGenerator = "paperfit overview"
)

// generatorWindow is how far from its beginning a page says so.
const generatorWindow = 256

// IsFolderPage reports whether these are the first bytes of a page of a folder
// that was written by this package. It may be written anew, and taken away.
func IsFolderPage(head []byte) bool {
	var b builder
	b.generator(folderGenerator)
	return bytes.HasPrefix(head, []byte(doctype)) && bytes.Contains(head[:min(len(head), generatorWindow)], b.buf)
}

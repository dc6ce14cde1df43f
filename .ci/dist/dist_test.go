package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestLicences(t *testing.T) {
	own, err := os.ReadFile("../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{string(own), "(Apache-2.0)"},
		{"PERMISSION is hereby granted, free of charge, to any person obtaining a copy\nof this software", "(MIT)"},
		{"Redistribution and use in source and binary forms, with or\nwithout modification, are permitted provided that the\nfollowing conditions are met:", "(BSD)"},
		{"Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software and …", "(MIT)"},
		{"GNU GENERAL PUBLIC LICENSE\nVersion 3", ""},
		{"Permission is hereby granted, free of charge, to any person obtaining a copy of this software, with the Commons Clause", ""},
		{"All rights reserved.", ""},
	} {
		if got := licenceOf(test.text); got != test.want {
			t.Errorf("%.60q is %q, want %q", test.text, got, test.want)
		}
	}
}

// TestChosenLicence: of two licences that a module offers, only the one that is
// taken is in the notices.
func TestChosenLicence(t *testing.T) {
	const psx = "kernel.org/pub/linux/libs/security/libcap/psx"
	text := []byte("BSD 3-clause: …\n\nGPL v2.0:\n\nALTERNATIVELY, …")
	if got := string(chosen(psx, text)); got != "BSD 3-clause: …\n" {
		t.Errorf("%q", got)
	}
	if got := chosen("example.org/other", text); string(got) != string(text) {
		t.Errorf("%q", got)
	}
}

// TestUnknownLicenceIsRefused: a module under another licence, or without one,
// ends the build.
func TestUnknownLicenceIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := writeNotices(io.Discard, module{Path: "none", Dir: dir}); err == nil {
		t.Error("a module without a licence passes")
	}
	if err := os.WriteFile(filepath.Join(dir, "LICENSE.md"), []byte("Ask me."), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writeNotices(io.Discard, module{Path: "odd", Dir: dir}); err == nil {
		t.Error("an unknown licence passes")
	}
}

// TestArchives: both kinds hold the same files, sorted, with their modes, one
// time and no owner, and are the same bytes each time.
func TestArchives(t *testing.T) {
	stamp := time.Date(2026, 11, 23, 10, 20, 30, 0, time.UTC)
	files := []member{{"b/text", 0o644, []byte("text")}, {"a", 0o755, []byte("program")}}
	for _, system := range []target{{"linux", "amd64"}, {"windows", "amd64"}} {
		one, err := pack(system, "x", files, stamp)
		if err != nil {
			t.Fatal(err)
		}
		two, err := pack(system, "x", []member{files[1], files[0]}, stamp)
		if err != nil || !bytes.Equal(one, two) {
			t.Errorf("%s: the order of the files changes the archive (%v)", system, err)
		}
		if got, want := list(t, system, one), "x/a 0755 program 10:20:30\nx/b/text 0644 text 10:20:30\n"; got != want {
			t.Errorf("%s holds\n%swant\n%s", system, got, want)
		}
	}
}

// list reads an archive back: a line a file.
func list(t *testing.T, system target, archive []byte) string {
	t.Helper()
	var out strings.Builder
	line := func(name string, mode int64, r io.Reader, at time.Time) {
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(name + " 0" + string(rune('0'+mode>>6&7)) + string(rune('0'+mode>>3&7)) + string(rune('0'+mode&7)) + " " + string(data) + " " + at.UTC().Format("15:04:05") + "\n")
	}
	if system.os == "windows" {
		r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.File {
			data, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			line(f.Name, int64(f.Mode().Perm()), data, f.Modified)
		}
		return out.String()
	}
	packed, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(packed)
	for {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if head.Uid != 0 || head.Gid != 0 || head.Uname != "" {
			t.Errorf("%s has an owner", head.Name)
		}
		line(head.Name, head.Mode, r, head.ModTime)
	}
}

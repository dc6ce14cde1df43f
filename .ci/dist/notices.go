package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
)

// module is a module that is in the program.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// notices returns the licences of all that is in the program besides its own
// sources: modules, Go's library, and data. A licence that is not known to be
// permissive is an error.
func notices(all []target) ([]byte, error) {
	modules, err := linkedModules(all)
	if err != nil {
		return nil, err
	}
	modules = append(modules, module{Path: "Go, its standard library", Version: runtime.Version(), Dir: goRoot()})
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "paperfit is under the Apache License 2.0, see LICENSE.\nIt is built with the following, under their own licences.\n")
	for _, m := range modules {
		if err := writeNotices(&buf, m); err != nil {
			return nil, err
		}
	}
	fonts, err := os.ReadFile("pkg/internal/font/data/NOTICE")
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&buf, "\n%s\nMetrics of the standard 14 fonts, glyph names, character collections\n\n%s", rule, fonts)
	return buf.Bytes(), nil
}

var rule = strings.Repeat("=", 78)

// goRoot returns the folder of Go itself.
func goRoot() string {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// linkedModules returns the modules whose packages are in the program on any of
// the systems, sorted.
func linkedModules(all []target) ([]module, error) {
	found := map[string]module{}
	for _, t := range all {
		cmd := exec.Command("go", "list", "-deps", "-json=Module", "./cmd/paperfit")
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.os, "GOARCH="+t.arch)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		decoder := json.NewDecoder(bytes.NewReader(out))
		for {
			var p struct{ Module *module }
			if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Module != nil && !p.Module.Main {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	var out []module
	for _, m := range found {
		out = append(out, m)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Path < out[j].Path })
	return out, nil
}

// licenceFile matches the names of files that hold licences.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([.-].*)?$`)

// writeNotices writes all licences of a module.
func writeNotices(w io.Writer, m module) error {
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return err
	}
	known := false
	for _, entry := range entries {
		if entry.IsDir() || !licenceFile.MatchString(entry.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(m.Dir, entry.Name()))
		if err != nil {
			return err
		}
		text = chosen(m.Path, text)
		kind := licenceOf(string(text))
		if strings.HasPrefix(strings.ToLower(entry.Name()), "licen") || strings.HasPrefix(strings.ToLower(entry.Name()), "copying") {
			if kind == "" {
				return fmt.Errorf("%s: %s is not a known permissive licence; read it", m.Path, entry.Name())
			}
			known = true
		}
		fmt.Fprintf(w, "\n%s\n%s %s: %s\n\n%s\n", rule, m.Path, m.Version, strings.TrimSpace(entry.Name()+" "+kind), strings.TrimSpace(string(text)))
	}
	if !known {
		return fmt.Errorf("%s has no licence", m.Path)
	}
	return nil
}

// permissive are sentences by which licences are known.
var permissive = []struct{ name, sentence string }{
	{"(MIT)", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
	{"(BSD)", "Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met"},
	{"(BSD)", "Redistribution and use in source and binary forms of libcap/psx, with or without modification, are permitted provided that the following conditions are met"},
	{"(Apache-2.0)", "Licensed under the Apache License, Version 2.0"},
	{"(Apache-2.0)", "Apache License Version 2.0, January 2004"},
	{"(ISC)", "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted"},
}

// forbidden are words of licences that ask more than to be named.
var forbidden = regexp.MustCompile(`(?i)GNU (Affero |Lesser |Library )?General Public|Mozilla Public|Eclipse Public|Common Development and Distribution|Server Side Public|Commons Clause|Business Source|non-?commercial`)

// choices are modules that offer another licence besides the permissive one that
// is taken, and where the text of the other begins.
var choices = map[string]string{
	"kernel.org/pub/linux/libs/security/libcap/psx": "\nGPL v2.0:",
}

// chosen returns the part of a licence file that is the licence taken.
func chosen(path string, text []byte) []byte {
	if other := choices[path]; other != "" {
		text, _, _ = bytes.Cut(text, []byte(other))
	}
	return text
}

// licenceOf names a permissive licence, "" for any other text.
func licenceOf(text string) string {
	if forbidden.MatchString(text) {
		return ""
	}
	flat := strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, p := range permissive {
		if strings.Contains(flat, strings.ToLower(p.sentence)) {
			return p.name
		}
	}
	return ""
}

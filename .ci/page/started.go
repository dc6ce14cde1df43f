package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
)

// state is what the engine is when it has started and waits for its first operation.
type state struct {
	Globals []int64  `json:"globals"`
	Held    []string `json:"held"` // the names of JavaScript's values, in the order of Go's numbers
	memory  []byte
}

// started returns a module that begins where the given one has started, and what it then
// holds of JavaScript. To start Go and all packages takes a browser longer than the rest
// of what it does before it can check, since it has to compile for it what runs once.
func started(data []byte, wasmExec string) ([]byte, []string, error) {
	m, err := readModule(data)
	if err != nil {
		return nil, nil, err
	}
	if m, err = m.withLoops(); err != nil {
		return nil, nil, fmt.Errorf("giving functions their loops: %w", err)
	}
	kinds, err := m.globals()
	if err != nil {
		return nil, nil, err
	}
	probe, err := m.exporting(len(kinds))
	if err != nil {
		return nil, nil, err
	}
	s, err := start(probe.bytes(), wasmExec)
	if err != nil {
		return nil, nil, err
	}
	out, err := m.at(s, kinds)
	if err != nil {
		return nil, nil, err
	}
	return out.bytes(), s.Held, nil
}

// start has Node start the engine.
func start(probe []byte, wasmExec string) (state, error) {
	var s state
	var said bytes.Buffer
	cmd := exec.Command("node", filepath.Join(".ci", "page", "start.mjs"), wasmExec)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(probe), &said
	out, err := cmd.Output()
	if err != nil {
		return s, fmt.Errorf("starting the engine under Node: %w\n%s", err, &said)
	}
	line, memory, _ := bytes.Cut(out, []byte("\n"))
	s.memory = memory
	return s, json.Unmarshal(line, &s)
}

// at returns the module that begins in a state. Its function “run” does nothing.
func (m module) at(s state, kinds []byte) (module, error) {
	if len(s.Globals) != len(kinds) || len(s.memory) == 0 || len(s.memory)%pageBytes != 0 {
		return nil, fmt.Errorf("the state has %d globals of %d and %d bytes", len(s.Globals), len(kinds), len(s.memory))
	}
	globals := binary.AppendUvarint(nil, uint64(len(kinds)))
	for i, kind := range kinds {
		globals = append(globals, kind, mutable, constants[kind])
		globals = append(appendSigned(globals, s.Globals[i]), endOfCode)
	}
	run, err := m.exported("run")
	if err != nil {
		return nil, err
	}
	code, err := m.emptied(run)
	if err != nil {
		return nil, err
	}
	return m.with(map[byte][]byte{
		memorySection: binary.AppendUvarint([]byte{1, 0}, uint64(len(s.memory)/pageBytes)),
		globalSection: globals,
		codeSection:   code,
		dataSection:   segments(s.memory),
	}), nil
}

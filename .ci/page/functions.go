package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"regexp"
)

const customSection = 0

// firstFunction is the number in addresses of code of the first function.
const firstFunction = 0x1000

// noReturn are the functions that never return to where they are called.
var noReturn = regexp.MustCompile(`^runtime\.(goPanic\w+|gopanic|sigpanic|throw|fatal|panic(wrap|divide|shift|dottype[EI]|nildottype|rangestate|makeslice(len|cap)|unsafe\w+))$`)

// withLoops returns the module with loops in its functions, without their names. Go's
// compiler writes each jump as a way back to a table at the beginning of the function: a
// browser takes far longer to compile and to run that than loops and branches.
func (m module) withLoops() (module, error) {
	names, err := m.names()
	if err != nil {
		return nil, err
	}
	imported, count, section, err := m.functions()
	if err != nil {
		return nil, err
	}
	to, err := calleesOf(names)
	if err != nil {
		return nil, err
	}
	code, asIs := binary.AppendUvarint(nil, count), uint64(0)
	for i := range count {
		body, err := section.counted()
		if err != nil {
			return nil, err
		}
		out, err := looped(body, firstFunction+int64(i), to)
		if errors.Is(err, errAsIs) {
			out = body
			asIs++
		} else if err != nil {
			return nil, fmt.Errorf("function %s: %w", names[imported+i], err)
		}
		code = appendCounted(code, out)
	}
	if asIs > count/2 {
		return nil, fmt.Errorf("%d of %d functions have another form than Go's compiler gave them: has it changed?", asIs, count)
	}
	return m.without(customSection).with(map[byte][]byte{codeSection: code}), nil
}

// looped returns the body of a function with its loops.
func looped(body reader, own int64, to callees) ([]byte, error) {
	f, err := readFlow(body, own, to)
	if err != nil {
		return nil, err
	}
	return structured(f)
}

// without returns the module without sections of a kind.
func (m module) without(id byte) module {
	var out module
	for _, s := range m {
		if s.id != id {
			out = append(out, s)
		}
	}
	return out
}

// names returns the names of functions by their numbers.
func (m module) names() (map[uint64]string, error) {
	for _, s := range m {
		body := s.body
		if s.id != customSection {
			continue
		}
		name, err := body.counted()
		if err != nil {
			return nil, err
		}
		if string(name) != "name" {
			continue
		}
		if kind, err := body.byte(); err != nil || kind != 1 {
			return nil, errModule
		}
		functions, err := body.counted()
		if err != nil {
			return nil, err
		}
		return reader(functions).namesByNumber()
	}
	return nil, errModule
}

func (r reader) namesByNumber() (map[uint64]string, error) {
	count, err := r.number()
	if err != nil {
		return nil, err
	}
	out := map[uint64]string{}
	for range count {
		n, err := r.number()
		if err != nil {
			return nil, err
		}
		name, err := r.counted()
		if err != nil {
			return nil, err
		}
		out[n] = string(name)
	}
	return out, nil
}

// calleesOf finds the functions whose calls are special.
func calleesOf(names map[uint64]string) (callees, error) {
	to := callees{noReturn: map[uint64]bool{}}
	for n, name := range names {
		if noReturn.MatchString(name) {
			to.noReturn[n] = true
		}
		if name == "runtime.deferreturn" {
			if to.deferReturn != 0 {
				return to, errModule
			}
			to.deferReturn = n
		}
	}
	if to.deferReturn == 0 || len(to.noReturn) == 0 {
		return to, errModule
	}
	return to, nil
}

//go:build js && wasm

// Command paperfit-page is the engine of the page that checks papers in a browser. It is
// built for js/wasm and runs in a worker, to which it gives one function:
//
//	paperfit(operation, request, data) → {reply, body} or {error}
//
// A request and a reply are JSON; data and body are bytes.
package main

import (
	"encoding/json"
	"fmt"
	"runtime/debug"
	"syscall/js"

	"github.com/paperfit/paperfit/pkg/app/browser"
)

// Most papers make much garbage beside little that stays. The heap grows so far before it
// is collected, in percent, but not to more than the bytes at which the page takes a new
// worker.
const (
	heapGrowth = 400
	fullWorker = 256 << 20
)

func main() {
	debug.SetGCPercent(heapGrowth)
	debug.SetMemoryLimit(fullWorker)
	engine := new(browser.Engine)
	js.Global().Set("paperfit", js.FuncOf(func(_ js.Value, args []js.Value) any {
		reply, body, err := answer(engine, args[0].String(), args[1].String(), bytesOf(args[2]))
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return map[string]any{"reply": string(reply), "body": arrayOf(body)}
	}))
	select {}
}

// request is what the page hands over with an operation.
type request struct {
	Rules   browser.Rules     `json:"rules"`
	Name    string            `json:"name"`
	Reason  browser.Reason    `json:"reason"`
	Entries []json.RawMessage `json:"entries"`
}

// answer does an operation.
func answer(engine *browser.Engine, operation, text string, data []byte) (reply, body []byte, err error) {
	var r request
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return nil, nil, fmt.Errorf("the request cannot be read: %w", err)
	}
	var out browser.Checked
	switch operation {
	case "venue":
		venue, err := engine.Venue(r.Rules)
		if err != nil {
			return nil, nil, err
		}
		reply, err = json.Marshal(venue)
		return reply, nil, err
	case "check":
		out, err = engine.Check(r.Rules, r.Name, data)
	case "unchecked":
		out, err = engine.Unchecked(r.Rules, r.Name, data, r.Reason)
	case "report":
		out.HTML, err = engine.Report(r.Rules, r.Entries)
	default:
		err = fmt.Errorf("unknown operation %q", operation)
	}
	return out.Entry, out.HTML, err
}

// bytesOf copies a Uint8Array into Go's memory; nil for undefined.
func bytesOf(array js.Value) []byte {
	if array.IsUndefined() {
		return nil
	}
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}

// arrayOf copies bytes out of Go's memory.
func arrayOf(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

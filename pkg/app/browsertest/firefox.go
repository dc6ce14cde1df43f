//go:build !js

package browsertest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// Firefox is a tab of Firefox, which is driven by WebDriver BiDi.
type Firefox struct {
	socket  *websocket.Conn
	sent    int
	context string

	// Complaints are what the page's scripts threw or wrote to the console.
	Complaints []string
}

// NewFirefox starts Firefox without a window. The test is skipped without it, and unless
// the run is thorough.
func NewFirefox(t testing.TB) *Firefox {
	t.Helper()
	if os.Getenv("PAPERFIT_ORACLE") != "all" {
		t.Skip("Firefox takes long: PAPERFIT_ORACLE=all")
	}
	program, err := exec.LookPath("firefox-esr")
	if err != nil {
		program, err = exec.LookPath("firefox")
	}
	if err != nil {
		t.Skip("firefox is not installed")
	}
	f := &Firefox{}
	if f.socket, err = dial(startFirefox(t, program)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.socket.Close() })
	if err := f.socket.SetDeadline(time.Now().Add(5 * time.Minute)); err != nil { // of a busy machine
		t.Fatal(err)
	}
	f.Command(t, "session.new", members{"capabilities": members{}}, nil)
	f.Command(t, "session.subscribe", members{"events": []string{"log.entryAdded"}}, nil)
	var tree struct{ Contexts []struct{ Context string } }
	f.Command(t, "browsingContext.getTree", members{}, &tree)
	f.context = tree.Contexts[0].Context
	return f
}

// allowed is where the socket may come from.
const allowed = "http://localhost"

// startFirefox returns the address of the socket at which Firefox listens.
func startFirefox(t testing.TB, program string) string {
	t.Helper()
	command := exec.Command(program, "--headless", "--no-remote", "--profile", t.TempDir(),
		"--remote-debugging-port=0", "--remote-allow-origins="+allowed, "about:blank")
	command.Env = append(os.Environ(), "HOME="+t.TempDir())
	output, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	listens := regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)
	for lines := bufio.NewScanner(output); lines.Scan(); {
		if found := listens.FindStringSubmatch(lines.Text()); found != nil {
			go func() { _, _ = io.Copy(io.Discard, output) }()
			return found[1]
		}
	}
	t.Fatal("Firefox ended before it listened")
	return ""
}

func dial(address string) (*websocket.Conn, error) {
	config, err := websocket.NewConfig(address+"/session", allowed)
	if err != nil {
		return nil, err
	}
	return websocket.DialConfig(config)
}

// members are those of an object of the protocol.
type members = map[string]any

// Command gives Firefox a command and reads its result, unless that is nil.
func (f *Firefox) Command(t testing.TB, method string, params members, result any) {
	t.Helper()
	f.sent++
	if err := websocket.JSON.Send(f.socket, members{"id": f.sent, "method": method, "params": params}); err != nil {
		t.Fatal(err)
	}
	for {
		var answer struct {
			ID             int
			Error, Message string
			Result, Params json.RawMessage
		}
		if err := websocket.JSON.Receive(f.socket, &answer); err != nil {
			t.Fatalf("%s: %v", method, err)
		}
		switch {
		case answer.ID == 0:
			f.note(answer.Params)
			continue
		case answer.Error != "":
			t.Fatalf("%s: %s: %s", method, answer.Error, answer.Message)
		case result != nil:
			if err := json.Unmarshal(answer.Result, result); err != nil {
				t.Fatalf("%s: %v", method, err)
			}
		}
		return
	}
}

// note keeps what the console says.
func (f *Firefox) note(event json.RawMessage) {
	var entry struct{ Level, Text string }
	if json.Unmarshal(event, &entry) == nil && entry.Level != "debug" && entry.Level != "info" {
		f.Complaints = append(f.Complaints, entry.Level+": "+entry.Text)
	}
}

// Navigate opens an address and waits until it is loaded.
func (f *Firefox) Navigate(t testing.TB, address string) {
	t.Helper()
	f.Command(t, "browsingContext.navigate", members{"context": f.context, "url": address, "wait": "complete"}, nil)
}

// value is what a script gave.
type value struct {
	Type             string
	Result           struct{ Value any }
	ExceptionDetails struct{ Text string }
}

func (v value) err() error {
	if v.Type == "exception" {
		return errors.New(v.ExceptionDetails.Text)
	}
	return nil
}

// Text returns the text that a script gives, or that its promise resolves to.
func (f *Firefox) Text(t testing.TB, script string) string {
	t.Helper()
	var got value
	f.Command(t, "script.evaluate", members{"expression": script, "target": members{"context": f.context}, "awaitPromise": true}, &got)
	if err := got.err(); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return fmt.Sprint(got.Result.Value)
}

// Choose gives files to the field that a selector of CSS finds.
func (f *Firefox) Choose(t testing.TB, selector string, paths ...string) {
	t.Helper()
	var found struct{ Nodes []struct{ SharedID string } }
	f.Command(t, "browsingContext.locateNodes", members{"context": f.context, "locator": members{"type": "css", "value": selector}}, &found)
	if len(found.Nodes) != 1 {
		t.Fatalf("%s finds %d elements", selector, len(found.Nodes))
	}
	f.Command(t, "input.setFiles", members{"context": f.context, "element": members{"sharedId": found.Nodes[0].SharedID}, "files": paths}, nil)
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/confine"
)

// confinementName is the command by which this program runs itself to see what
// confines it. Nobody else has a use for it.
const confinementName = "confinement"

// idle is the argument of that command with which it does nothing: it is started
// so where a confined process can start programs.
const idle = "idle"

// confinementTime is how long that process may take.
const confinementTime = 10 * time.Second

// newConfinement returns the hidden command that confines itself like a worker,
// tries to get around that, and reports what holds.
func newConfinement(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:    confinementName,
		Short:  "Report what confines a process that reads papers",
		Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return nil
			}
			program := ourselves()
			c := batch.Confine(batch.Limits{MaxMemory: batch.DefaultMaxMemory})
			confine.Trial{Program: program, Args: []string{confinementName, idle}}.Verify(&c)
			return json.NewEncoder(streams.Out).Encode(c)
		},
	}
}

// confinementText describes, in lines, what confines a process that reads papers
// here.
func confinementText(ctx context.Context) string {
	c, err := confinement(ctx)
	if err != nil {
		return fmt.Sprintf("confinement: not known, because %v\n", err)
	}
	text := fmt.Sprintf("confinement: %v\n", c)
	if allowed := (confine.Files | confine.Programs | confine.TCP | confine.Sockets | confine.Signals | confine.Memory) &^ c.Refused(); allowed != 0 {
		text += fmt.Sprintf("not confined: %v\n", allowed)
	}
	if len(c.Problems) > 0 {
		text += fmt.Sprintf("not in force: %s\n", strings.Join(c.Problems, "; "))
	}
	return text
}

// confinement returns what confines a process of this program.
func confinement(ctx context.Context) (c confine.Confinement, err error) {
	limits := batch.Limits{Timeout: confinementTime, MaxMemory: batch.DefaultMaxMemory}
	out, err := batch.Apart{Program: ourselves(), Args: []string{confinementName}, Limits: limits}.Run(ctx, batch.Stdin, strings.NewReader(""))
	if err != nil {
		return c, err
	}
	if json.Unmarshal(out, &c) != nil {
		return c, errors.New("a confined process could start another program")
	}
	return c, nil
}

package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/internal/confine"
)

// confinementTime is the time limit for the process that tests its confinement.
const confinementTime = 10 * time.Second

// ConfinementText describes, in lines, how a process that reads papers is confined
// on this system.
func ConfinementText(ctx context.Context) string {
	c, err := Confinement(ctx)
	if err != nil {
		return fmt.Sprintf("confinement: unknown: %v\n", err)
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

// Confinement returns what confines a process of this program.
func Confinement(ctx context.Context) (c confine.Confinement, err error) {
	limits := batch.Limits{Timeout: confinementTime, MaxMemory: batch.DefaultMaxMemory}
	out, err := batch.Apart{Program: ourselves(), Args: []string{ConfinementName}, Limits: limits}.Run(ctx, batch.Stdin, strings.NewReader(""))
	if err != nil {
		return c, err
	}
	if json.Unmarshal(out, &c) != nil {
		return c, errors.New("a confined process could start another program")
	}
	return c, nil
}

package structure

import "fmt"

func Debug(l *Line) string {
	if l.traits == nil {
		return ""
	}
	out := ""
	for i, v := range l.traits {
		if v != 0 {
			out += fmt.Sprintf("|%s %.1f", Trait(i), v)
		}
	}
	return out
}

package crosscheck

import "testing"

func TestDifferences(t *testing.T) {
	page := rows{{100, 10}: 45, {112, 10}: 40, {112, 7}: 2}
	tests := []struct {
		name   string
		theirs rows
		want   string
	}{
		{"the same", page, ""},
		{"rounding", rows{{100.004, 10.004}: 45, {111.996, 9.996}: 40, {112, 7}: 2}, ""},
		{"fewer characters", rows{{100, 10}: 45, {112, 10}: 30, {112, 7}: 2}, "characters 87 against 77"},
		{"one character", rows{{100, 10}: 45, {112, 10}: 41, {112, 7}: 2}, "characters 87 against 88"},
		{"another line", rows{{100, 10}: 44, {112, 10}: 41, {112, 7}: 2}, "characters 45 against 44 at baseline 100.00"},
		{"baseline", rows{{100.5, 10}: 45, {112, 10}: 40, {112, 7}: 2}, "baselines of one reading alone 1 against 1, the first at 100.00"},
		{"baselines alone", rows{{112, 10}: 85, {112, 7}: 2}, "baselines of one reading alone 1 against 0, the first at 100.00"},
		{"size", rows{{100, 9}: 45, {112, 10}: 40, {112, 7}: 2}, "size 10.00 against 9.00 at baseline 100.00"},
		{"a size lost", rows{{100, 10}: 45, {112, 10}: 42}, "size 7.00 against none at baseline 112.00"},
		{"nothing", rows{}, "characters 87 against 0, baselines of one reading alone 2 against 0, the first at 100.00"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := differences(page, test.theirs); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
	if got := differences(nil, nil); got != "" {
		t.Errorf("two empty pages: %q", got)
	}
}

func TestParseAnswer(t *testing.T) {
	tests := []struct {
		name, text string
		pages      int
		fails      bool
	}{
		{"complete", "{\"count\":2}\n{\"page\":1,\"rows\":[[700,10,3]]}\n{\"page\":2}\n", 2, false},
		{"a line is not finished", "{\"count\":2}\n{\"page\":1,\"rows\":[[700,10,3]]}\n{\"page\":2", 1, false},
		{"nothing", "", 0, false},
		{"error", "{\"error\":\"no\"}\n", 0, true},
		{"a page twice", "{\"count\":2}\n{\"page\":1}\n{\"page\":1}\n", 0, true},
		{"too many characters", "{\"count\":2}\n{\"page\":1,\"rows\":[[700,10,1e300]]}\n", 0, true},
		{"no characters", "{\"count\":2}\n{\"page\":1,\"rows\":[[700,10,0]]}\n", 0, true},
		{"no numbers", "{\"count\":2}\n{\"page\":1,\"rows\":[[\"a\",10,1]]}\n", 0, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := parseAnswer([]byte(test.text), []int{1, 2})
			if (err != nil) != test.fails || len(got.pages) != test.pages {
				t.Errorf("%d pages and %v", len(got.pages), err)
			}
		})
	}
}

func TestClipped(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                   "plain",
		"not found: \x1b[31m":     "not found",
		"not found: \xff\xfe":     "not found",
		string(make([]byte, 500)): "",
		"é" + "\n":                "é",
	} {
		if got := clipped(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	long := ""
	for range 100 {
		long += "é"
	}
	if got := clipped(long); len(got) > maxMessage || len(got) < maxMessage-1 {
		t.Errorf("%d bytes are left", len(got))
	}
}

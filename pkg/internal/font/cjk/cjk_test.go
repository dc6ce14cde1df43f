package cjk

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	tests := []struct {
		ordering string
		cid      int
		want     string
	}{
		{"GB1", 1, " "}, {"GB1", 34, "A"}, {"GB1", 4559, "中"}, {"GB1", 0, ""}, {"GB1", 30284, ""}, {"GB1", 1 << 20, ""}, {"GB1", -1, ""},
		{"CNS1", 34, "A"}, {"CNS1", 595, "一"}, {"Japan1", 34, "A"}, {"Japan1", 843, "あ"}, {"Japan1", 1125, "亜"}, {"Japan1", 8038, "㌢"},
		{"Korea1", 34, "A"}, {"Korea1", 1086, "가"}, {"KR", 221, "가"},
	}
	for _, tt := range tests {
		if got := Find(tt.ordering).Text(tt.cid); got != tt.want {
			t.Errorf("%s %d: %q, want %q", tt.ordering, tt.cid, got, tt.want)
		}
	}
	if Find("Identity") != nil || Find("") != nil {
		t.Error("Identity is no collection")
	}
}

// TestOfRune checks that characters lead to the plain form of a glyph: hiragana of
// half width come first in Japan1.
func TestOfRune(t *testing.T) {
	for ordering, want := range map[string]map[rune]int{
		"GB1": {'中': 4559, 'A': 34}, "CNS1": {'一': 595}, "Japan1": {'き': 854, '亜': 1125}, "Korea1": {'가': 1086},
	} {
		for r, cid := range want {
			if got, ok := Find(ordering).OfRune(r); got != cid || !ok {
				t.Errorf("%s %c: %d, %v, want %d", ordering, r, got, ok, cid)
			}
		}
		if _, ok := Find(ordering).OfRune('\U000F0000'); ok {
			t.Errorf("%s has a private character", ordering)
		}
	}
}

func TestOfCode(t *testing.T) {
	tests := []struct {
		ordering, cmap string
		code           uint32
		cid            int
	}{
		{"GB1", "GBK2K", 0xd6d0, 4559}, {"GB1", "GBK2K", 0x8139ee39, 22529}, {"GB1", "GBK2K", 0xffff, 0}, {"GB1", "none", 0xd6d0, 0},
		{"Japan1", "90ms-RKSJ", 0x82a0, 843}, {"Japan1", "H", 0x3021, 1125}, {"Korea1", "KSCms-UHC", 0xb0a1, 1086},
	}
	for _, tt := range tests {
		if cid, ok := Find(tt.ordering).OfCode(tt.cmap, tt.code); cid != tt.cid || ok != (tt.cid > 0) {
			t.Errorf("%s %s %x: %d, %v, want %d", tt.ordering, tt.cmap, tt.code, cid, ok, tt.cid)
		}
	}
}

// TestDamaged checks that damage leaves characters unknown, and costs no memory
// that the bytes do not explain.
func TestDamaged(t *testing.T) {
	for _, packed := range []string{"", "no deflated stream", gb1[:100]} {
		c := Collection{packed: &packed}
		if got := c.Text(34); got != "" {
			t.Errorf("%.20q: %q", packed, got)
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add([]byte("\x02\x43\x00\x01\x01H\x01\x21\x05\x02"))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Add([]byte(strings.Repeat("\x02", 100)))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := reader{data: data}
		text, starts := r.characters()
		if len(text) > utf8.UTFMax*len(data) || int(starts[len(starts)-1]) != len(text) {
			t.Errorf("%d bytes of text, starts %v", len(text), starts)
		}
		if n := len(r.codes()); n > len(data) {
			t.Errorf("%d ranges", n)
		}
	})
}

package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/rules"
)

// TestProfilesAndRulesSpeakOfTheSameRules: what a profile may list is what the
// engine knows, in the same order.
func TestProfilesAndRulesSpeakOfTheSameRules(t *testing.T) {
	var known []string
	for _, rule := range rules.All() {
		known = append(known, rule.ID)
	}
	if diff := cmp.Diff(known, profile.RuleIDs()); diff != "" {
		t.Errorf("pkg/profile and pkg/rules differ (-rules +profile):\n%s", diff)
	}
}

package machine

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// The parts of SARIF 2.1.0 that are written, under the names of the standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		AutomationDetails struct {
			ID string `json:"id"`
		} `json:"automationDetails"`
		ColumnKind  string             `json:"columnKind"`
		Invocations []sarifInvocation  `json:"invocations"`
		Artifacts   []sarifArtifact    `json:"artifacts"`
		Results     []sarifResult      `json:"results"`
		Properties  sarifRunProperties `json:"properties"`
	}
	sarifRunProperties struct {
		Profile report.Profile `json:"profile"`
		Summary report.Summary `json:"summary"`
	}
	sarifDriver struct {
		Name           string               `json:"name"`
		Version        string               `json:"version"`
		InformationURI string               `json:"informationUri"`
		Messages       map[string]sarifText `json:"globalMessageStrings,omitempty"`
		Rules          []sarifRule          `json:"rules"`
	}
	sarifRule struct {
		ID            string               `json:"id"`
		Short         sarifText            `json:"shortDescription"`
		Full          sarifText            `json:"fullDescription"`
		HelpURI       string               `json:"helpUri,omitempty"`
		Help          sarifText            `json:"help"`
		Messages      map[string]sarifText `json:"messageStrings,omitempty"`
		Configuration sarifConfiguration   `json:"defaultConfiguration"`
		Properties    sarifRuleProperties  `json:"properties"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifRuleProperties struct {
		Tags            []string `json:"tags"`
		ProblemSeverity string   `json:"problem.severity"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	// sarifMessage is the text of a result, and its sentence as data: the template
	// of the id with the arguments says what the text says, without the places and
	// the remedies.
	sarifMessage struct {
		Text      string   `json:"text"`
		ID        string   `json:"id,omitempty"`
		Arguments []string `json:"arguments,omitempty"`
	}
	sarifInvocation struct {
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifArtifact struct {
		Location sarifArtifactLocation `json:"location"`
		Length   int64                 `json:"length"`
		MimeType string                `json:"mimeType"`
		Hashes   map[string]string     `json:"hashes,omitempty"`
	}
	sarifArtifactLocation struct {
		URI   string `json:"uri"`
		Index int    `json:"index"` // notListed, or in the run's list
	}
	sarifResult struct {
		RuleID       string                `json:"ruleId"`
		RuleIndex    int                   `json:"ruleIndex"`
		Level        string                `json:"level"`
		Message      sarifMessage          `json:"message"`
		Locations    []sarifLocation       `json:"locations"`
		Related      []sarifLocation       `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string     `json:"partialFingerprints"`
		Suppressions []sarifSuppression    `json:"suppressions,omitempty"`
		Properties   sarifResultProperties `json:"properties"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
	sarifResultProperties struct {
		Status report.Status `json:"status"`
		report.Sentence
		Box  *[4]float64 `json:"box,omitempty"`
		Got  any         `json:"got,omitempty"`
		Want any         `json:"want,omitempty"`
		Unit string      `json:"unit,omitempty"`
		Fix  *report.Fix `json:"fix,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifactLocation `json:"artifactLocation"`
		Region   *sarifRegion          `json:"region,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifLogical struct {
		Name string `json:"name"`
		Kind string `json:"kind"`
	}
)

// notListed is the index of a file that is not among the artifacts of its run (SARIF
// 2.1.0, 3.4.5).
const notListed = -1

// fileURI returns the path of a file as a URI reference (RFC 3986): relative
// paths, which code scanning looks up in the repository, stay relative.
func fileURI(name string) string {
	slashed := filepath.ToSlash(filepath.Clean(name))
	drive := len(slashed) > 2 && slashed[1] == ':' && slashed[2] == '/' && filepath.IsAbs(name)
	switch {
	case drive:
		return "file:///" + slashed[:2] + escapePath(slashed[2:])
	case strings.HasPrefix(slashed, "/"):
		return "file://" + escapePath(slashed)
	}
	return escapePath(slashed)
}

// escapePath escapes every byte that does not stand for itself in a path.
func escapePath(text string) string {
	var out strings.Builder
	for _, c := range []byte(text) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if letter || strings.IndexByte("-._~/", c) >= 0 {
			out.WriteByte(c)
			continue
		}
		fmt.Fprintf(&out, "%%%02X", c)
	}
	return out.String()
}

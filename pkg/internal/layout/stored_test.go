package layout

import (
	"math"
	"reflect"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// What is stored of a cluster is all of it.
func TestStoredClustersAreWhole(t *testing.T) {
	if a, b := reflect.TypeFor[cluster]().NumField(), reflect.TypeFor[StoredCluster]().NumField(); a != b {
		t.Errorf("a cluster has %d fields, of which %d are stored", a, b)
	}
	box := geom.Rect{X1: math.Pi, Y1: 2}
	s := Sheet{Clusters: []cluster{{box, geom.Empty(), 3, true, 4}}}
	var again Sheet
	again.SetClusters(s.StoredClusters())
	if !reflect.DeepEqual(s.Clusters, again.Clusters) {
		t.Errorf("%+v became %+v", s.Clusters, again.Clusters)
	}
}

func TestKnownLetters(t *testing.T) {
	for s, want := range map[string]int{
		"References": 10, "R EFERENCES": 10, "A Appendix": 9, "IV. Bibliography": 14, "Abstract. We show": 8, "7 Introduction": 12,
		"Acknowledgments": 10, "References [1] A. Lovelace": 10, "Our Results": 0, "3.1 Methods": 0, "": 0,
	} {
		if got := KnownLetters(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

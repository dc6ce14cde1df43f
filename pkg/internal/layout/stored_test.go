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

package layout

import "github.com/paperfit/paperfit/pkg/internal/geom"

// StoredCluster is a cluster of a sheet, as it is stored and read back.
type StoredCluster struct {
	Box    geom.Rect
	Sure   geom.Rect // Box without images whose margins may be white
	Images int       // that were joined in it
	Thin   bool      // one straight horizontal or vertical rule
	Form   int32
}

// StoredClusters returns the clusters of a sheet.
func (s *Sheet) StoredClusters() []StoredCluster {
	out := make([]StoredCluster, len(s.Clusters))
	for i, c := range s.Clusters {
		out[i] = StoredCluster{c.box, c.sure, c.images, c.thin, c.form}
	}
	return out
}

// SetClusters gives a sheet the clusters that were stored.
func (s *Sheet) SetClusters(stored []StoredCluster) {
	s.Clusters = make([]cluster, len(stored))
	for i, c := range stored {
		s.Clusters[i] = cluster{box: c.Box, sure: c.Sure, images: c.Images, thin: c.Thin, form: c.Form}
	}
}

package profile

import "bytes"

// Newest returns the name of the newest built-in profile of a series, such as
// "neurips26" for "neurips", and "" for a name that no series has.
func Newest(series string) string {
	var found []*Profile
	for _, name := range Names() {
		data, err := venueFile(name)
		if err != nil || series == "" || !bytes.Contains(data, []byte(series)) {
			continue
		}
		if p, err := Parse(name, data); err == nil {
			found = append(found, p)
		}
	}
	if p := NewestOf(found)[series]; p != nil {
		return p.Name
	}
	return ""
}

// NewestOf returns the newest of the profiles in each series. A profile for submissions
// precedes one for final papers; of two of a year the first is taken.
func NewestOf(profiles []*Profile) map[string]*Profile {
	out := map[string]*Profile{}
	for _, p := range profiles {
		for _, series := range p.Series {
			if out[series] == nil || p.isNewer(out[series]) {
				out[series] = p
			}
		}
	}
	return out
}

// isNewer reports whether a profile precedes another of its series.
func (p *Profile) isNewer(other *Profile) bool {
	if final := p.Stage == StageFinal; final != (other.Stage == StageFinal) {
		return !final
	}
	return p.Year > other.Year
}

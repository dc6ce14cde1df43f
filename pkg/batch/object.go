package batch

import "io"

// Object is the input of a file that is not on this disk, such as an object of a
// store. It has so many bytes, 0 where that is not known; open is called when it is
// read, within the same bounds as a file.
func Object(path string, size int64, open func() (io.ReadCloser, error)) Input {
	return Input{Path: Shown(path), size: size, read: func(room int64) ([]byte, error) {
		object, err := open()
		if err != nil {
			return nil, Reason(err)
		}
		defer object.Close()
		return ReadAll(object, mostOf(object, room))
	}}
}

package structure

// Role tells what a line is for.
type Role uint8

// The roles of lines.
const (
	Body Role = iota
	Title
	Author
	Abstract
	Heading
	List
	Equation
	Code
	Caption
	Footnote
	Table
	FigureText
	Reference        // an entry of the reference list
	ReferenceHeading // the heading of the reference list
	Furniture        // page numbers, running heads, line numbers, stamps
	roleCount
)

var roleNames = [roleCount]string{
	"body", "title", "author", "abstract", "heading", "list", "equation", "code",
	"caption", "footnote", "table", "figure text", "reference", "reference heading", "furniture",
}

// String returns the role's name.
func (r Role) String() string { return roleNames[r] }

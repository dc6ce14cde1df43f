package papers

// template is a document class with what is drawn within it. A %s of class is the
// size of type.
type template struct {
	name    string
	class   string   // options and name, as \documentclass takes them
	sizes   []string // for %s in class; nil: the class has one size
	columns int
	engines []string // nil: any
	fonts   bool     // the body's font is ours to choose
	free    bool     // heads, headings of parts and lists are ours to choose
	setup   string
	star    string // "*": its headings have no numbers
	front   func(*draft)
	runIn   string // TeX of a run-in head; "": \paragraph
	runs    int    // how often TeX must run; 0: once
	weight  int    // how often it is drawn; 0: once

	natbib       bool // the class loads natbib
	authorYear   bool
	hyperref     bool // the class loads it
	dropCap      bool
	ruler        bool
	review       float64 // share of review copies
	noAlgorithms bool
	bareFigures  bool // no floats
	noTheorems   bool
	noPlaces     bool // floats take no [tb]
	wideTail     bool // appendices and what follows the references are set in one column
}

var (
	pdftexOnly = []string{"pdflatex"}
	ten        = []string{"10pt"}
	threeSizes = []string{"10pt", "11pt", "12pt"}
)

// usenixGeometry is the format of USENIX: 7 × 9 in, columns .33 in from each other.
const usenixGeometry = `\usepackage[letterpaper,textwidth=7in,textheight=9in,columnsep=.33in,centering]{geometry}`

// sectionSizes makes the headings of article bold and of one size.
const sectionSizes = `\usepackage{titlesec}\titleformat*{\section}{\large\bfseries}\titleformat*{\subsection}{\normalsize\bfseries}`

// templates are all templates of papers. Those without a class of their own are
// ours: the geometry that calls ask for, set with article.
var templates = []*template{
	{name: "usenix style", class: "[letterpaper,twocolumn,10pt]{article}", columns: 2, fonts: true, free: true, front: articleFront, weight: 6, review: .1, setup: usenixGeometry + sectionSizes},
	{name: "article, one column", class: "[%s]{article}", sizes: threeSizes, columns: 1, fonts: true, free: true, front: articleFront, weight: 4, review: .2, setup: `\usepackage[margin=1in]{geometry}`},
	{name: "article, two columns", class: "[twocolumn,%s]{article}", sizes: []string{"10pt", "11pt"}, columns: 2, fonts: true, free: true, front: articleFront, weight: 4, review: .1, setup: `\usepackage[a4paper,margin=2cm,columnsep=8mm]{geometry}`},
	{name: "plain article", class: "[%s,letterpaper]{article}", sizes: threeSizes, columns: 1, fonts: true, free: true, front: articleFront, review: .1},
	{name: "one column of machine learning", class: "[10pt]{article}", columns: 1, fonts: true, free: true, front: rulesFront, weight: 3, review: .5, setup: `\usepackage[letterpaper,textwidth=5.5in,textheight=9in,centering]{geometry}\setlength\parskip{5.5pt}\setlength\parindent{0pt}`},
	{name: "two columns of machine learning", class: "[twocolumn,10pt]{article}", columns: 2, fonts: true, free: true, front: wideAbstractFront, weight: 3, review: .5, ruler: true, setup: `\usepackage[letterpaper,textwidth=6.75in,textheight=9in,columnsep=.25in,centering]{geometry}` + sectionSizes},
	{name: "two columns of linguistics", class: "[twocolumn,11pt]{article}", columns: 2, fonts: true, free: true, authorYear: true, front: articleFront, weight: 2, review: .4, setup: `\usepackage[a4paper,margin=2.5cm,columnsep=.6cm]{geometry}` + sectionSizes},
	{name: "two columns of vision", class: "[twocolumn,10pt]{article}", columns: 2, fonts: true, free: true, front: articleFront, weight: 2, review: .5, ruler: true, setup: `\usepackage[letterpaper,textwidth=6.875in,textheight=8.875in,columnsep=.3125in,centering]{geometry}` + sectionSizes},
	{name: "newsletter", class: "[twocolumn,10pt]{article}", columns: 2, fonts: true, free: true, star: "*", dropCap: true, front: leftFront, weight: 2, setup: `\usepackage[a4paper,margin=1.8cm,columnsep=6mm]{geometry}`},
	{name: "left-aligned journal", class: "[%s]{article}", sizes: ten, columns: 1, fonts: true, free: true, front: leftFront, weight: 2, setup: `\usepackage[a4paper,left=4.5cm,right=2.5cm,top=2.5cm,bottom=2.5cm]{geometry}`},

	{name: "IEEEtran conference", class: "[conference]{IEEEtran}", columns: 2, front: ieeeFront, weight: 3},
	{name: "IEEEtran journal", class: "[journal]{IEEEtran}", columns: 2, front: ieeeFront, dropCap: true, weight: 2},
	{name: "IEEEtran compsoc", class: "[conference,compsoc]{IEEEtran}", columns: 2, front: ieeeFront},
	{name: "acmart sigconf", class: "[sigconf,nonacm]{acmart}", columns: 2, front: acmFront, natbib: true, hyperref: true, runs: 2, weight: 3},
	{name: "acmart sigconf review", class: "[sigconf,review,anonymous]{acmart}", columns: 2, front: acmFront, natbib: true, hyperref: true, runs: 2},
	{name: "acmart sigplan", class: "[sigplan,10pt]{acmart}", columns: 2, front: acmFront, natbib: true, hyperref: true, runs: 2, weight: 2},
	{name: "acmart acmsmall", class: "[acmsmall]{acmart}", columns: 1, front: acmFront, natbib: true, authorYear: true, hyperref: true, runs: 2, weight: 2},
	{name: "acmart manuscript", class: "[manuscript,review]{acmart}", columns: 1, front: acmFront, natbib: true, hyperref: true, runs: 2},
	{name: "llncs", class: "[runningheads]{llncs}", columns: 1, front: llncsFront, weight: 3, noTheorems: true},
	{name: "elsarticle preprint", class: "[preprint,12pt]{elsarticle}", columns: 1, front: elsevierFront, natbib: true, review: .3, runs: 2},
	{name: "elsarticle 5p", class: "[final,5p,times,twocolumn]{elsarticle}", columns: 2, front: elsevierFront, natbib: true, runs: 2, weight: 2},
	{name: "revtex reprint", class: "[aps,prl,reprint,superscriptaddress,nofootinbib]{revtex4-2}", columns: 2, star: "*", engines: pdftexOnly, front: revtexFront, natbib: true, runs: 2, weight: 2, noAlgorithms: true},
	{name: "revtex preprint", class: "[aps,pre,preprint,nofootinbib]{revtex4-2}", columns: 1, engines: pdftexOnly, front: revtexFront, natbib: true, runs: 2, noAlgorithms: true},
	{name: "aastex", class: "[twocolumn]{aastex631}", columns: 2, engines: pdftexOnly, front: aastexFront, wideTail: true, natbib: true, authorYear: true, hyperref: true, runs: 2, noAlgorithms: true, weight: 2},
	{name: "amsart", class: "[%s]{amsart}", sizes: threeSizes, columns: 1, front: amsFront, weight: 2},
	{name: "scrartcl", class: "[fontsize=%s,twocolumn]{scrartcl}", sizes: ten, columns: 2, fonts: true, front: articleFront},
	{name: "mnras", class: "[fleqn,usenatbib]{mnras}", columns: 2, engines: pdftexOnly, front: mnrasFront, natbib: true, authorYear: true, runs: 2, noAlgorithms: true, noPlaces: true},
	{name: "quantumarticle", class: "[a4paper,twocolumn,nopdfoutputerror]{quantumarticle}", columns: 2, engines: pdftexOnly, front: quantumFront, noAlgorithms: true, hyperref: true, runs: 2, setup: `\usepackage{hyperref}`},
	{name: "ltugboat", class: "{ltugboat}", columns: 2, front: tugboatFront, noAlgorithms: true},
	{name: "spie", class: "[]{spie}", columns: 1, engines: pdftexOnly, front: spieFront},
	{name: "jmlr", class: "{jmlr}", columns: 1, engines: pdftexOnly, front: jmlrFront, natbib: true, authorYear: true, hyperref: true, noTheorems: true, noAlgorithms: true, runs: 2},
	{name: "cas-dc", class: "[a4paper,fleqn]{cas-dc}", columns: 2, engines: pdftexOnly, front: casFront, natbib: true, setup: `\usepackage[numbers]{natbib}`, hyperref: true, runs: 2, noTheorems: true},
}

// choose draws a template by weight.
func choose(s source) *template {
	all := 0
	for _, t := range templates {
		all += max(t.weight, 1)
	}
	n := s.IntN(all)
	for _, t := range templates {
		if n -= max(t.weight, 1); n < 0 {
			return t
		}
	}
	panic("unreachable")
}

// typeface is a font of the body: TeX for pdfLaTeX, and for XeLaTeX and LuaLaTeX
// the OpenType files, regular, bold, italic and both.
type typeface struct {
	name, tex string
	files     []string
}

var (
	termes = words(`texgyretermes-regular texgyretermes-bold texgyretermes-italic texgyretermes-bolditalic`)
	// cyrillic is what pdfLaTeX's Computer Modern looks like in the other engines.
	cyrillic = words(`cmunrm cmunbx cmunti cmunbi`)
)

var typefaces = []typeface{
	{"Times by newtx", `\usepackage{newtxtext,newtxmath}`, termes},
	{"Times by mathptmx", `\usepackage{mathptmx}`, termes},
	{"Times by txfonts", `\usepackage{txfonts}`, termes},
	{"Times by times.sty", `\usepackage{times}`, termes},
	{"Computer Modern", ``, cyrillic},
	{"Computer Modern", ``, nil},
	{"Latin Modern", `\usepackage{lmodern}`, nil},
	{"Libertine", `\usepackage{libertine}`, words(`LibertinusSerif-Regular LibertinusSerif-Bold LibertinusSerif-Italic LibertinusSerif-BoldItalic`)},
	{"Palatino", `\usepackage{mathpazo}`, words(`texgyrepagella-regular texgyrepagella-bold texgyrepagella-italic texgyrepagella-bolditalic`)},
	{"Charter", `\usepackage{charter}`, words(`XCharter-Roman XCharter-Bold XCharter-Italic XCharter-BoldItalic`)},
	{"Helvetica", `\usepackage{helvet}\renewcommand\familydefault{\sfdefault}`, words(`texgyreheros-regular texgyreheros-bold texgyreheros-italic texgyreheros-bolditalic`)},
	{"Schoolbook", `\usepackage{newcent}`, words(`texgyreschola-regular texgyreschola-bold texgyreschola-italic texgyreschola-bolditalic`)},
	{"STIX", `\usepackage{stix}`, words(`STIXTwoText-Regular STIXTwoText-Bold STIXTwoText-Italic STIXTwoText-BoldItalic`)},
}

// opentype returns the setup of the font from its files.
func opentype(files []string) string {
	return "\\setmainfont{" + files[0] + ".otf}[BoldFont=" + files[1] + ".otf,ItalicFont=" + files[2] + ".otf,BoldItalicFont=" + files[3] + ".otf]"
}

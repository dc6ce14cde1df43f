// Package lexicon holds the words by which parts of a paper are recognised, in the
// languages that papers are written in. Headings are compared without case, accents,
// spaces, digits and punctuation, since they are numbered, letter-spaced and set in
// small capitals.
package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// References name a reference list.
var References = setOf(
	"references", "reference", "bibliography", "works cited", "cited works", "literature cited", "cited literature", "literature",
	"references and notes", "notes and references", "notes & references", "references & notes", "references cited", "cited references",
	"selected references", "selected bibliography", "references and further reading", "list of references", "references list",
	"reference list", "sources", "citations", "bibliography and references", "references and bibliography", "bibliographical references",
	"annotated bibliography", "annotated references", "sources cited", "literature references", "references and sources", "sources and references",
	"further reading and references", "bibliography and further reading", "works consulted", "works cited and consulted", "sources consulted", "bibliographic references",
	"literatur", "literaturverzeichnis", "zitierte literatur", "verwendete literatur", "quellenverzeichnis", "literaturangaben", "quellen", "literaturhinweise", "literaturnachweise",
	"literatur und quellen", "quellen und literatur", "literatur- und quellenverzeichnis", "quellen- und literaturverzeichnis", "bibliografie",
	"referencias", "referencias bibliográficas", "bibliografía", "referencias citadas", "obras citadas", "références", "références bibliographiques", "bibliographie", "ouvrages cités",
	"riferimenti", "riferimenti bibliografici", "bibliografia", "opere citate", "referências", "referências bibliográficas", "literatura",
	"список литературы", "литература", "библиография", "источники", "список источников", "список использованных источников", "список использованной литературы", "библиографический список", "література",
	"参考文献", "參考文獻", "引用文献", "참고문헌", "referenser", "källor", "referenties", "literatuur", "literatuurlijst", "geraadpleegde literatuur", "bronnen",
	"referanser", "litteratur", "litteraturliste", "lähteet", "kaynakça", "kaynaklar", "piśmiennictwo", "seznam literatury", "použitá literatura", "irodalomjegyzék", "irodalom",
	"список літератури", "список використаних джерел", "βιβλιογραφία", "αναφορές", "referințe", "referințe bibliografice", "referències", "bibliografia citada", "daftar pustaka", "referensi", "tài liệu tham khảo", "zoznam použitej literatúry", "zdroje", "kirjallisuusluettelo", "kilder", "kildeliste", "kasutatud kirjandus", "viited",
)

// Notes name the notes at a paper's end.
var Notes = setOf("notes", "endnotes", "end notes", "notes and comments", "anmerkungen", "endnoten", "notas", "примечания", "注释", "註釋", "注記")

// Appendix begin the headings of appendices.
var Appendix = []string{
	"appendix", "appendices", "supplement", "annex", "anhang", "anhänge", "annexe", "apéndice", "appendice", "apêndice", "приложение", "附录", "附錄", "付録", "부록", "bijlage", "bilaga", "załącznik", "příloha", "supporting information",
}

// Acknowledgments begin the headings of acknowledgments.
var Acknowledgments = []string{
	"acknowledg", "danksagung", "remerciements", "agradecimientos", "ringraziamenti", "благодарност", "致谢", "致謝", "謝辞", "agradecimentos", "dankwoord", "podziękowania", "teşekkür", "poděkování",
}

// Closing begin the headings of what else stands at a paper's end.
var Closing = []string{
	"author", "notes", "endnotes", "additional", "availability", "artifact", "biograph", "about the author", "ethic", "limitation",
	"open science", "conflict", "funding", "checklist", "neurips paper checklist", "paper checklist", "data avail", "code avail",
	"reproducib", "credit", "contribution", "declaration", "competing interest", "impact statement", "broader impact", "generative ai",
}

// PublisherNotes begin what a publisher says at a paper's end.
var PublisherNotes = []string{"publisher's note", "disclaimer", "open access"}

// Rights begin what stands at the foot of the first page for the publisher.
var Rights = []string{"authors' address", "author's address", "permission to make digital", "permission to copy", "copyright", "this work is licensed"}

// OwnCitation begin the headings of what tells how to cite the paper itself.
var OwnCitation = []string{
	"acm reference format", "pvldb reference format", "reference format", "how to cite", "to cite this", "cite this", "please cite", "recommended citation", "suggested citation",
}

func init() {
	for _, words := range [][]string{Appendix, Acknowledgments, Closing, PublisherNotes, Rights, OwnCitation} {
		for i := range words {
			words[i] = Letters(words[i])
		}
	}
}

func setOf(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[Letters(w)] = true
	}
	return out
}

// Letters returns the letters of s in lower case, without accents.
func Letters(s string) string {
	out := make([]byte, 0, MaxHeading)
	for _, r := range s {
		out = appendLetter(out, r)
	}
	return string(out)
}

// The modifier letters: Unicode counts "ˆ" and "ˇ" as letters, which old fonts set as accents.
const firstModifier, lastModifier = 0x2B0, 0x2FF

// appendLetter appends a letter as Letters gives it, and nothing for other signs.
func appendLetter(buf []byte, r rune) []byte {
	switch {
	case r >= 'a' && r <= 'z':
		return append(buf, byte(r))
	case r >= 'A' && r <= 'Z':
		return append(buf, byte(r)+'a'-'A')
	case r >= utf8.RuneSelf && unicode.IsLetter(r) && (r < firstModifier || r > lastModifier):
		return utf8.AppendRune(buf, folded(r))
	}
	return buf
}

// folded returns a letter in lower case and without its accent: old fonts set
// accents as signs of their own, "Bibliograf´ıa".
func folded(r rune) rune {
	r = unicode.ToLower(r)
	if r < utf8.RuneSelf {
		return r
	}
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï', 'ı':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ý', 'ÿ':
		return 'y'
	}
	return r
}

// FunctionWords hold sentences together and are rare in the entries of a list: no
// words for and, in, of, and none that are parts of names.
var FunctionWords = setOf(
	"the", "we", "is", "are", "that", "this", "our", "which", "can", "to", "it", "be", "as", "by", "not", "with", "from", "has", "have", "was",
	"were", "these", "if", "then", "when", "but", "also", "will", "may", "their", "such", "its", "thus", "where", "there", "than", "does", "do",
	"each", "more", "so", "only", "however", "because", "since", "while", "how", "what", "us", "been", "would", "they",
	"die", "das", "dem", "ein", "eine", "einer", "ist", "sind", "wird", "werden", "nicht", "dass", "sich", "wir", "auch", "aber", "wenn", "kann", "hat", "haben", "als", "durch", "zu", "mit", "für", "auf", "im", "sie", "oder", "nur", "jede", "jeder",
	"le", "les", "une", "est", "sont", "nous", "que", "qui", "dans", "par", "avec", "pas", "cette", "ces", "mais", "aux", "un", "sur", "pour", "ce", "elle", "leur", "être", "sans",
	"el", "los", "las", "es", "una", "se", "por", "con", "no", "como", "su", "más", "son", "esta", "este", "aunque", "cuando", "la", "un", "para", "sin", "pero", "cada", "mientras", "sus", "ser",
	"il", "gli", "che", "è", "non", "si", "sono", "della", "come", "più", "questo", "nel", "alla", "ogni", "essere",
	"uma", "é", "não", "são", "mais", "com", "os", "quando", "isso", "um", "em", "pela",
	"что", "не", "это", "как", "мы", "на", "с", "по", "из", "к", "от", "для",
)

// OwnWords are said by the authors of the paper alone.
var OwnWords = setOf("we", "our", "us", "thank", "thanks")

// LifeWords follow the name of an author in a biography.
var LifeWords = setOf("is", "was", "received", "has", "holds", "joined", "earned", "obtained", "graduated", "completed", "works", "worked", "serves", "served", "studies", "studied", "currently", "born")

// Venues are what only entries of a reference list hold: where a work appeared. A number
// stands for any; where there is a space, there must be one; the last of several words
// may go on.
var Venues = []string{
	"doi", "DOI", "arXiv", "Proceedings", "Journal", "Transactions", "Press", "ACM", "IEEE", "USENIX", "Workshop", "Accessed", "LNCS", "University",
	"ISBN", "preprint", "thesis", "http:/", "https:/", "www.", "vol.", "Vol.", "p.1", "pp.1", "page 1", "pages 1", "In:", "in:", "In Proc", "in Proc",
	"et al.", "Conference on", "Symposium on", "Tech. Rep", "Tech. rep", "Tech Rep", "Tech rep", "Technical Rep", "Technical rep", "Technical Report",
	"1(1):", "1–1.", "1–1,", "1-1.", "1-1,",
}

// MaxHeading is longer than any heading with one of these words.
const MaxHeading = 80

// Heading is the letters of a text, with and without its number, by which words of
// headings are known.
type Heading struct {
	All, Title []byte
	short      bool // the text is no longer than a heading
	unknown    int  // letters that the text's font does not identify
}

// HeadingOf returns the letters that s begins with, in buf.
func HeadingOf(s string, buf []byte) Heading {
	h := Heading{short: len(s) <= MaxHeading}
	number := NumberEnd(s)
	if number == len(s) {
		number = 0
	}
	skipped := 0
	for i, r := range s[:min(len(s), MaxHeading)] {
		if i < number && unicode.IsLetter(r) {
			skipped += utf8.RuneLen(folded(r))
		}
		if r >= '0' && r <= '9' && i >= number {
			h.short = false // a row of a table, a heading with its page
		}
		if r == unicode.ReplacementChar {
			buf = utf8.AppendRune(buf, r)
			h.unknown++
		}
		buf = appendLetter(buf, r)
	}
	h.All, h.Title = buf, buf[min(skipped, len(buf)):]
	return h
}

// Is reports whether the heading is one of the words.
func (h *Heading) Is(words map[string]bool) bool {
	if !h.short || h.unknown == 0 {
		return h.short && (words[string(h.Title)] || words[string(h.All)])
	}
	for w := range words {
		if h.unknown*leastKnown < len(w) && couldBe(h.Title, w) {
			return true
		}
	}
	return false
}

// leastKnown is how many letters a word has at least for each that is not known.
const leastKnown = 4

// couldBe reports whether letters, some of them not known, are those of a word.
func couldBe(letters []byte, word string) bool {
	for _, want := range word {
		got, n := utf8.DecodeRune(letters)
		if got != want && (got != utf8.RuneError || n != len(string(utf8.RuneError))) {
			return false
		}
		letters = letters[n:]
	}
	return len(letters) == 0
}

// Begins reports whether the heading begins with one of the words.
func (h *Heading) Begins(words []string) bool {
	for _, w := range words {
		if hasPrefix(h.Title, w) || hasPrefix(h.All, w) {
			return true
		}
	}
	return false
}

func hasPrefix(b []byte, w string) bool { return len(b) >= len(w) && string(b[:len(w)]) == w }

// NamesReferences reports whether a heading's text names a reference list.
func NamesReferences(s string) bool { return names(s, References) }

// NamesNotes reports whether a heading's text names notes.
func NamesNotes(s string) bool { return names(s, Notes) }

func names(s string, words map[string]bool) bool {
	if len(s) > MaxHeading {
		return false
	}
	h := HeadingOf(s, make([]byte, 0, MaxHeading))
	return h.Is(words)
}

// Abstract name the abstract.
var Abstract = setOf("abstract", "article info abstract", "summary", "zusammenfassung", "kurzfassung", "résumé", "resumen", "аннотация", "摘要", "resumo", "riassunto", "sommario", "samenvatting", "sammanfattning", "streszczenie", "abstrakt", "özet", "概要", "초록")

func NamesAbstract(s string) bool { return names(s, Abstract) }

// Opening name a paper's first section.
var Opening = setOf("introduction", "abstract", "motivation", "einleitung", "introducción", "overview", "introduzione", "введение", "引言", "introdução", "inleiding", "inledning", "wprowadzenie", "wstęp", "úvod", "giriş", "绪论", "はじめに", "서론")

// Keywords begin what stands between an abstract and the first section.
var Keywords = []string{"keywords", "keyword", "indexterms", "ccsconcepts", "categoriesandsubject", "generalterms", "acmreference", "schlüsselwörter", "motsclés", "palabrasclave"}

func NamesKeywords(s string) bool {
	h := HeadingOf(s, nil)
	return h.Begins(Keywords)
}

// CaptionWords begin captions, in small letters.
var CaptionWords = map[string]bool{
	"fig": true, "figure": true, "figs": true, "table": true, "tab": true, "listing": true, "algorithm": true, "alg": true, "exhibit": true, "chart": true,
	"scheme": true, "plate": true, "abbildung": true, "abb": true, "tabelle": true, "figura": true, "tabla": true, "cuadro": true, "quadro": true, "tabella": true, "grafik": true, "gráfico": true, "algorithmus": true, "algoritmo": true, "algorithme": true, "tableau": true, "tabela": true,
	"box": true, "procedure": true, "figuur": true, "tabel": true, "tabell": true, "rysunek": true, "rys": true, "obrázek": true, "tabulka": true, "şekil": true, "tablo": true,
	"рис": true, "рисунок": true, "таблица": true, "图": true, "表": true, "圖": true,
}

// AllCapitals reports whether s has letters and all of them are capitals.
func AllCapitals(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// FormulaSource is the name of the element in which LaTeXiT leaves the source of a
// formula behind it.
const FormulaSource = "latexit"

package lexicon

// The words of headings and of sentences are written as Letters gives them.

// References name a reference list.
var References = []string{
	"references", "reference", "bibliography", "workscited", "citedworks", "literaturecited", "citedliterature", "literature",
	"referencesandnotes", "notesandreferences", "notesreferences", "referencesnotes", "referencescited", "citedreferences",
	"selectedreferences", "selectedbibliography", "referencesandfurtherreading", "listofreferences", "referenceslist",
	"referencelist", "sources", "citations", "bibliographyandreferences", "referencesandbibliography", "bibliographicalreferences",
	"annotatedbibliography", "annotatedreferences", "sourcescited", "literaturereferences", "referencesandsources", "sourcesandreferences",
	"furtherreadingandreferences", "bibliographyandfurtherreading", "worksconsulted", "workscitedandconsulted", "sourcesconsulted", "bibliographicreferences",
	"literatur", "literaturverzeichnis", "zitierteliteratur", "verwendeteliteratur", "quellenverzeichnis", "literaturangaben", "quellen", "literaturhinweise", "literaturnachweise",
	"literaturundquellen", "quellenundliteratur", "literaturundquellenverzeichnis", "quellenundliteraturverzeichnis", "bibliografie",
	"referencias", "referenciasbibliograficas", "bibliografia", "referenciascitadas", "obrascitadas", "referencesbibliographiques", "bibliographie", "ouvragescites",
	"riferimenti", "riferimentibibliografici", "operecitate", "literatura",
	"списоклитературы", "литература", "библиография", "источники", "списокисточников", "списокиспользованныхисточников", "списокиспользованнойлитературы", "библиографическийсписок", "література",
	"参考文献", "參考文獻", "引用文献", "참고문헌", "referenser", "kallor", "referenties", "literatuur", "literatuurlijst", "geraadpleegdeliteratuur", "bronnen",
	"referanser", "litteratur", "litteraturliste", "lahteet", "kaynakca", "kaynaklar", "piśmiennictwo", "seznamliteratury", "použitaliteratura", "irodalomjegyzek", "irodalom",
	"списоклітератури", "списоквикористанихджерел", "βιβλιογραφία", "αναφορές", "referințe", "referințebibliografice", "referencies", "bibliografiacitada", "daftarpustaka", "referensi", "tailiệuthamkhảo", "zoznampoužitejliteratury", "zdroje", "kirjallisuusluettelo", "kilder", "kildeliste", "kasutatudkirjandus", "viited",
}

// Notes name the notes at a paper's end.
var Notes = []string{
	"notes", "endnotes", "notesandcomments", "anmerkungen", "endnoten", "notas", "примечания", "注释", "註釋", "注記",
}

// Appendix begin the headings of appendices.
var Appendix = []string{
	"appendix", "appendices", "supplement", "annex", "anhang", "anhange", "annexe", "apendice", "appendice", "приложение", "附录", "附錄", "付録", "부록", "bijlage", "bilaga", "załącznik", "přiloha", "supportinginformation",
}

// Acknowledgments begin the headings of acknowledgments.
var Acknowledgments = []string{
	"acknowledg", "danksagung", "remerciements", "agradecimientos", "ringraziamenti", "благодарност", "致谢", "致謝", "謝辞", "agradecimentos", "dankwoord", "podziękowania", "teşekkur", "poděkovani",
}

// Closing begin the headings of what else stands at a paper's end.
var Closing = []string{
	"author", "notes", "endnotes", "additional", "availability", "artifact", "biograph", "abouttheauthor", "ethic", "limitation",
	"openscience", "conflict", "funding", "checklist", "neuripspaperchecklist", "paperchecklist", "dataavail", "codeavail",
	"reproducib", "credit", "contribution", "declaration", "competinginterest", "impactstatement", "broaderimpact", "generativeai",
}

// PublisherNotes begin what a publisher says at a paper's end.
var PublisherNotes = []string{
	"publishersnote", "disclaimer", "openaccess",
}

// Rights begin what stands at the foot of the first page for the publisher.
var Rights = []string{
	"authorsaddress", "permissiontomakedigital", "permissiontocopy", "copyright", "thisworkislicensed",
}

// OwnCitation begin the headings of what tells how to cite the paper itself.
var OwnCitation = []string{
	"acmreferenceformat", "pvldbreferenceformat", "referenceformat", "howtocite", "tocitethis", "citethis", "pleasecite", "recommendedcitation", "suggestedcitation",
}

// FunctionWords hold sentences together and are rare in the entries of a list: no
// words for and, in, of, and none that are parts of names.
var FunctionWords = []string{
	"the", "we", "is", "are", "that", "this", "our", "which", "can", "to", "it", "be", "as", "by", "not", "with", "from", "has", "have", "was",
	"were", "these", "if", "then", "when", "but", "also", "will", "may", "their", "such", "its", "thus", "where", "there", "than", "does", "do",
	"each", "more", "so", "only", "however", "because", "since", "while", "how", "what", "us", "been", "would", "they",
	"die", "das", "dem", "ein", "eine", "einer", "ist", "sind", "wird", "werden", "nicht", "dass", "sich", "wir", "auch", "aber", "wenn", "kann", "hat", "haben", "als", "durch", "zu", "mit", "fur", "auf", "im", "sie", "oder", "nur", "jede", "jeder",
	"le", "les", "une", "est", "sont", "nous", "que", "qui", "dans", "par", "avec", "pas", "cette", "ces", "mais", "aux", "un", "sur", "pour", "ce", "elle", "leur", "etre", "sans",
	"el", "los", "las", "es", "una", "se", "por", "con", "no", "como", "su", "mas", "son", "esta", "este", "aunque", "cuando", "la", "para", "sin", "pero", "cada", "mientras", "sus", "ser",
	"il", "gli", "che", "e", "non", "si", "sono", "della", "come", "piu", "questo", "nel", "alla", "ogni", "essere",
	"uma", "nao", "sao", "com", "os", "quando", "isso", "um", "em", "pela",
	"что", "не", "это", "как", "мы", "на", "с", "по", "из", "к", "от", "для",
}

// OwnWords are said by the authors of the paper alone.
var OwnWords = []string{
	"we", "our", "us", "thank", "thanks",
}

// LifeWords follow the name of an author in a biography.
var LifeWords = []string{
	"is", "was", "received", "has", "holds", "joined", "earned", "obtained", "graduated", "completed", "works", "worked", "serves", "served", "studies", "studied", "currently", "born",
}

// Venues are what only entries of a reference list hold: where a work appeared. A number
// stands for any; where there is a space, there must be one; the last of several words
// may go on.
var Venues = []string{
	"doi", "DOI", "arXiv", "Proceedings", "Journal", "Transactions", "Press", "ACM", "IEEE", "USENIX", "Workshop", "Accessed", "LNCS", "University",
	"ISBN", "preprint", "thesis", "http:/", "https:/", "www.", "vol.", "Vol.", "p.1", "pp.1", "page 1", "pages 1", "In:", "in:", "In Proc", "in Proc",
	"et al.", "Conference on", "Symposium on", "Tech. Rep", "Tech. rep", "Tech Rep", "Tech rep", "Technical Rep", "Technical rep", "Technical Report",
	"1(1):", "1–1.", "1–1,", "1-1.", "1-1,",
}

// Abstract name the abstract.
var Abstract = []string{
	"abstract", "articleinfoabstract", "summary", "zusammenfassung", "kurzfassung", "resume", "resumen", "аннотация", "摘要", "resumo", "riassunto", "sommario", "samenvatting", "sammanfattning", "streszczenie", "abstrakt", "ozet", "概要", "초록",
}

// Opening name a paper's first section.
var Opening = []string{
	"introduction", "abstract", "motivation", "einleitung", "introduccion", "overview", "introduzione", "введение", "引言", "introducao", "inleiding", "inledning", "wprowadzenie", "wstęp", "uvod", "giriş", "绪论", "はじめに", "서론",
}

// Keywords begin what stands between an abstract and the first section.
var Keywords = []string{
	"keywords", "keyword", "indexterms", "ccsconcepts", "categoriesandsubject", "generalterms", "acmreference", "schlusselworter", "motscles", "palabrasclave",
}

// CaptionWords begin captions, in small letters.
var CaptionWords = []string{
	"fig", "figure", "figs", "table", "tab", "listing", "algorithm", "alg", "exhibit", "chart",
	"scheme", "plate", "abbildung", "abb", "tabelle", "figura", "tabla", "cuadro", "quadro", "tabella", "grafik", "gráfico", "algorithmus", "algoritmo", "algorithme", "tableau", "tabela",
	"box", "procedure", "figuur", "tabel", "tabell", "rysunek", "rys", "obrázek", "tabulka", "şekil", "tablo",
	"рис", "рисунок", "таблица", "图", "表", "圖",
}

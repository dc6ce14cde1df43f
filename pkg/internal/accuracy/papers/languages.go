package papers

import "strings"

// language is a language that papers are written in.
type language struct {
	name       string
	babel      string // its name for babel; "" for English and for what babel does not set
	encoding   string // TeX's font encodings that it needs
	abstract   string
	references []string // headings of the reference list
	thanks     []string
	appendix   string
	heads      []string
	subjects   []string // noun phrases
	verbs      []string
	links      []string // words that join two clauses
}

// english is the language of most papers.
var english = &language{
	name: "English", encoding: "T1", abstract: "Abstract",
	references: []string{
		"References", "References", "References", "References", "References", "References", "REFERENCES", "REFERENCES", "Bibliography",
		"Literature Cited", "References and Notes", "Works Cited", "References:", "References Cited", "Notes \\& References", "Bibliography and References",
	},
	thanks:   []string{"Acknowledgments", "Acknowledgements", "Acknowledgment", "ACKNOWLEDGMENTS", "Acknowledgments and Disclosure of Funding"},
	appendix: "Appendix", heads: heads,
}

// foreign are the other languages.
var foreign = []*language{
	{
		name: "German", babel: "ngerman", encoding: "T1", abstract: "Zusammenfassung",
		references: []string{"Literatur", "Literaturverzeichnis", "Quellen", "Literaturangaben"},
		thanks:     []string{"Danksagung"}, appendix: "Anhang",
		heads:    []string{"Einleitung", "Grundlagen", "Verwandte Arbeiten", "Entwurf", "Umsetzung", "Auswertung", "Zusammenfassung und Ausblick"},
		subjects: split("der verteilte Speicher, die Abfrage, das Betriebssystem, ein neues Verfahren, die Messung, jede Anwendung, der Zwischenspeicher, die Leistungsfähigkeit, das Rechenzentrum, die Übertragungsgeschwindigkeit"),
		verbs:    split("verbessert, speichert, benötigt, verringert, überprüft, ersetzt, beschreibt, verwendet"),
		links:    split("weil, während, obwohl, sodass"),
	},
	{
		name: "French", babel: "french", encoding: "T1", abstract: "Résumé",
		references: []string{"Références", "Bibliographie", "Références bibliographiques"},
		thanks:     []string{"Remerciements"}, appendix: "Annexe",
		heads:    []string{"Introduction", "État de l'art", "Méthodes", "Mise en œuvre", "Évaluation", "Conclusion"},
		subjects: split("le système réparti, la requête, une nouvelle méthode, la mémoire partagée, chaque expérience, le réseau, la performance mesurée, le modèle d'apprentissage, l'ordonnanceur"),
		verbs:    split("améliore, conserve, exige, réduit, vérifie, remplace, décrit, utilise"),
		links:    split("parce que, tandis que, bien que, de sorte que"),
	},
	{
		name: "Spanish", babel: "spanish", encoding: "T1", abstract: "Resumen",
		references: []string{"Referencias", "Bibliografía", "Referencias bibliográficas"},
		thanks:     []string{"Agradecimientos"}, appendix: "Apéndice",
		heads:    []string{"Introducción", "Trabajo relacionado", "Diseño", "Implementación", "Evaluación", "Conclusiones"},
		subjects: split("el sistema distribuido, la consulta, un método nuevo, la memoria compartida, cada experimento, la red, el rendimiento medido, el modelo de aprendizaje"),
		verbs:    split("mejora, guarda, requiere, reduce, comprueba, sustituye, describe, utiliza"),
		links:    split("porque, mientras, aunque, de modo que"),
	},
	{
		name: "Russian", babel: "russian", encoding: "T2A", abstract: "Аннотация",
		references: []string{"Список литературы", "Литература", "Библиография", "ЛИТЕРАТУРА"},
		thanks:     []string{"Благодарности"}, appendix: "Приложение",
		heads:    []string{"Введение", "Обзор литературы", "Методы", "Реализация", "Результаты", "Заключение"},
		subjects: split("распределённая система, каждый запрос, новый метод, общая память, эксперимент, сеть передачи данных, модель обучения, планировщик"),
		verbs:    split("улучшает, хранит, требует, уменьшает, проверяет, заменяет, описывает, использует"),
		links:    split("потому что, тогда как, хотя, так что"),
	},
}

// chinese is set by xeCJK, not by babel: its words have no spaces between them.
var chinese = &language{
	name: "Chinese", abstract: "摘要",
	references: []string{"参考文献", "参考文献"},
	thanks:     []string{"致谢"}, appendix: "附录",
	heads:    []string{"引言", "相关工作", "系统设计", "实现", "实验结果", "结论"},
	subjects: split("分布式系统, 缓存策略, 新的方法, 共享内存, 每个实验, 网络, 学习模型, 调度程序, 数据中心, 查询计划"),
	verbs:    split("提高了, 保存了, 需要, 减少了, 验证了, 代替了, 描述了, 使用了"),
	links:    split("因为, 同时, 虽然, 因此"),
}

// split cuts a list at its commas.
func split(s string) []string { return strings.Split(s, ", ") }

// sentence returns a sentence of the language.
func (l *language) sentence(s source) string {
	switch {
	case l.subjects == nil:
		return s.sentence()
	case l.spaceless():
		out := pick(s, l.subjects) + " " + pick(s, l.verbs) + " " + pick(s, l.subjects)
		if s.chance(.5) {
			out += "，" + pick(s, l.links) + " " + pick(s, l.subjects) + " " + pick(s, l.verbs) + " " + pick(s, l.subjects)
		}
		return out + "。"
	}
	out := pick(s, l.subjects) + " " + pick(s, l.verbs) + " " + pick(s, l.subjects)
	for s.chance(.4) {
		out += ", " + pick(s, l.links) + " " + pick(s, l.subjects) + " " + pick(s, l.verbs) + " " + pick(s, l.subjects)
	}
	return capitalized(out) + "."
}

// spaceless reports whether the language has no spaces between words; those in
// our sentences only show where marks may stand.
func (l *language) spaceless() bool { return l == chinese }

// headings returns the headings of n sections in their order.
func (l *language) headings(s source, n int) []string {
	chosen := make([]bool, len(l.heads))
	chosen[0], chosen[len(chosen)-1] = true, true
	for _, i := range s.Perm(len(l.heads))[:min(max(n-2, 0), len(l.heads))] {
		chosen[i] = true
	}
	var out []string
	for i, yes := range chosen {
		if yes {
			out = append(out, l.heads[i])
		}
	}
	if l == english && s.chance(.15) {
		out[len(out)/2] = pick(s, oddHeads)
	}
	return out
}

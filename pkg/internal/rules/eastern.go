package rules

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Names of people in Chinese, Japanese and Korean are two to four characters without
// capitals, with the family's in front.
const leastEastern, mostEastern = 2, 4

// easternMarks separate them.
const easternMarks = "，、；・"

// easternNames counts what may be full names in a piece of a line in which all words are
// such. Family and given name may stand apart, so that two words are one person.
func easternNames(piece string) int {
	words := 0
	for word := range strings.FieldsFuncSeq(piece, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n := utf8.RuneCountInString(word); n > mostEastern || strings.ContainsFunc(word, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) }) || noEasternName()[word] {
			return 0
		} else if n >= leastEastern {
			words++
		}
	}
	return (words + 1) / 2
}

// noEasternName are words that stand in title blocks and name nobody.
var noEasternName = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(`作者 作者名 著者 著者名 姓名 氏名 单位 單位 所属 匿名 匿名作者 论文 論文 论文编号 投稿 投稿编号 编号 稿件 原稿 审稿 盲审 查読
		摘要 提要 概要 要旨 抄録 关键词 關鍵詞 关键字 引言 前言 绪论 日期 综述 中文 英文 年 月 日 저자 익명 논문 투고 초록 요약 키워드 서론 번호 소속`) {
		words[word] = true
	}
	return words
})

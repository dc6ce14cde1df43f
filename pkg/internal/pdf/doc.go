// Package pdf turns the bytes of a file into a Document: objects, pages with
// their inherited attributes, and decoded streams. It builds on pdfcpu, and is
// the only stage that sees it.
//
// A file that cannot be read gives an *OpenError. What is wrong in a file that
// can be read is Damage: it is noted, and reading goes on.
package pdf

package wording

// Remedies for what a paper says, shows and hides.
var (
	nameAuthors = Remedy{
		LaTeX: `Put names and affiliations into \author{…}; remove options such as “anonymous” or “review”.`,
		Word:  "Add names and affiliations below the title.",
	}
	removeNotice = Remedy{Any: "Remove the notice, also from headers, footers and watermarks."}
	removeNames  = Remedy{
		LaTeX:       `Write \author{Anonymous} or the paper's number, leave acknowledgments out, and set \hypersetup{pdfauthor={}}.`,
		Word:        "Remove names and acknowledgments; File → Info → Check for Issues → Inspect Document removes the author's name from the file.",
		LibreOffice: "Remove names and acknowledgments; File → Properties → General → Reset Properties removes the author's name from the file.",
		Typst:       "Remove names and acknowledgments, and use #set document(author: ()).",
	}
	addSection = Remedy{
		LaTeX: `Add the section under the heading that the call names, such as \section*{Ethical Considerations}.`,
		Word:  "Add the section under the heading that the call names.",
		Typst: "Add the section under the heading that the call names, such as #heading(numbering: none)[Ethical Considerations].",
	}
	removeSection = Remedy{
		LaTeX: `Remove the section, or everything from \appendix on.`,
		Word:  "Remove the section.",
	}
	resolveReferences = Remedy{
		LaTeX:       `Look for “undefined references” in the log, fix the labels and run BibTeX and LaTeX until the warnings are gone.`,
		Word:        "Update the fields (Ctrl+A, F9) and fix the broken cross-references.",
		LibreOffice: "Update the fields (Tools → Update → Update All) and fix the broken cross-references.",
		Typst:       "Replace the question marks, which were typed by hand: Typst does not compile with a missing label.",
	}
	removeDraftMark = Remedy{
		LaTeX:       `Remove the class options draft, review, anonymous and the package draftwatermark.`,
		Word:        "Design → Watermark → Remove Watermark; delete the mark from header and footer.",
		LibreOffice: "Format → Watermark: clear the text; delete the mark from header and footer.",
		Typst:       "Remove the mark from header, footer and background of #set page(…).",
	}
	removeResidue = Remedy{
		LaTeX: `Remove the hidden text; where it is in a figure, export the figure again.`,
		Word:  "Select all to find the hidden text, and remove it.",
	}
	removeFormulaSource = Remedy{Any: "Export the figure again without the source of its formulas; LaTeXiT needs it only to edit them."}
	removePrintSettings = Remedy{
		LaTeX: `Untick “Save Adobe PDF Settings Inside PDF File” in Distiller's settings (Advanced), or delete the attachment in your viewer.`,
		Word:  "Untick “Save Adobe PDF Settings Inside PDF File” in the settings of Adobe PDF (Advanced), or delete the attachment in your viewer.",
	}
	removeComments = Remedy{
		LaTeX:       `Compile the paper again, or delete the comments in your viewer; remove packages such as pdfcomment.`,
		Word:        "Review → Delete All Comments, then export again; or delete the comments in your viewer.",
		LibreOffice: "Edit → Comments → Delete All Comments, and export without “Comments as PDF annotations”; or delete them in your viewer.",
		Typst:       "Compile the paper again, or delete the comments in your viewer.",
	}
	resolveTodo = Remedy{
		LaTeX: `Do what it says and remove it; \usepackage[disable]{todonotes} hides all that are left.`,
		Word:  "Do what it says and remove it.",
	}
	removeLineNumbers = Remedy{
		LaTeX:       `If this is not a review copy, remove \linenumbers and the package lineno, or the class option “review”.`,
		Word:        "If this is not a review copy: Layout → Line Numbers → None.",
		LibreOffice: "If this is not a review copy: Tools → Line Numbering, untick “Show numbering”.",
		Typst:       "If this is not a review copy, remove #set par.line(numbering: …).",
	}
	addOutline = Remedy{
		LaTeX: `Add a section such as \section*{Outline of the Presentation} with the parts of the talk.`,
		Word:  "Add a section “Outline of the Presentation” with the parts of the talk.",
		Typst: "Add a section such as = Outline of the Presentation with the parts of the talk.",
	}
	addTakeaways = Remedy{
		LaTeX: `Add a section such as \section*{Take-aways for Attendees} with a list.`,
		Word:  "Add a section “Take-aways for Attendees” with a list.",
		Typst: "Add a section such as = Take-aways for Attendees with a list.",
	}
	removeHidden = Remedy{
		LaTeX: `Remove the hidden text; look for \textcolor{white}, \color{white} and opacity=0.`,
		Word:  "Remove text in white or in the colour of what is behind it.",
		Typst: "Remove the hidden text; look for text(fill: white) and transparent colours.",
	}
	removeInvisible = Remedy{
		LaTeX: "Remove the text, and packages or tools that put a layer of text behind the page, such as those for OCR and accessible PDF.",
		Word:  "Remove hidden text; export without a layer of recognized text.",
	}
	removeOffPage = Remedy{
		LaTeX: `Remove what is put outside the page, e.g. by \hspace, \raisebox, textpos or TikZ's overlay.`,
		Word:  "Remove text boxes that are outside the page.",
		Typst: "Remove what is put outside the page, e.g. by place(dx: …, dy: …) or move(…).",
	}
	removeCovered = Remedy{
		LaTeX: `Remove the text below the figure or box that covers it; look for overlays, \rlap and \llap.`,
		Word:  "Remove the text behind pictures and shapes.",
		Typst: "Remove the text below the figure or box that covers it; look for place(…).",
	}
	removeLayer = Remedy{
		LaTeX: "Remove the layer (package ocgx2 and the like), or take its text out.",
		Word:  "Remove the layer in the program that made it, and export again.",
	}
	removeTiny = Remedy{
		LaTeX: `Remove the text, or set it large enough to be read; look for \fontsize and \scalebox.`,
		Word:  "Remove the text, or set it large enough to be read.",
		Typst: "Remove the text, or set it large enough to be read; look for text(size: …) and scale(…).",
	}
	removeClipped = Remedy{
		LaTeX: `Remove the text that a clipping path cuts off; look for \clip, \clipbox and trim=…,clip.`,
		Word:  "Remove text that does not fit in its text box or table cell.",
		Typst: "Remove the text that is cut off; look for block(clip: true).",
	}
	removeInkless = Remedy{
		LaTeX: "Remove the text that is set in a font with empty glyphs.",
		Word:  "Remove the text that is set in a font with empty glyphs; select all to find it.",
		Typst: "Remove the text that is set in a font with empty glyphs.",
	}
	mapGlyphs = Remedy{
		LaTeX: `Remove what replaces the text that is extracted: \pdfglyphtounicode, cmap files, \BeginAccSupp, ActualText.`,
		Word:  "Replace the font with one of the system's, and export again.",
		Typst: "Replace the font with one of the system's, and compile again.",
	}
	removeActive = Remedy{
		LaTeX:       `Remove packages that embed scripts or files (attachfile, media9, animate, insdljs) and hyperref's launch links (\href{run:…}).`,
		Word:        "Export without attachments, macros and form scripts.",
		LibreOffice: "In File → Export As → Export as PDF → General, untick “Hybrid PDF” and “Create PDF form”.",
		Typst:       "Remove pdf.attach and pdf.embed.",
	}
	embedFonts = Remedy{
		LaTeX:       `Embed the fonts (also those of included figures): pdfTeX does so by default, dvips with “-P pdf”, Ghostscript with -dEmbedAllFonts=true.`,
		Word:        "Save with “embed fonts in the file”, or export as PDF/A.",
		LibreOffice: "In File → Export As → Export as PDF → General, tick “Archival (PDF/A)”.",
		Typst:       "Insert the figure that lacks the font as SVG: Typst embeds all fonts of the text.",
	}
	replaceBitmaps = Remedy{
		LaTeX:       `Install the outlines of the font (cm-super for T1-encoded Computer Modern), or use a font with outlines that the venue allows.`,
		Word:        "Replace the font; export again.",
		LibreOffice: "Replace the font with a TrueType or OpenType font; emoji and colour fonts are written as Type 3.",
		Typst:       "Use an outline font with #set text(font: …); emoji and colour fonts are written as Type 3.",
	}
	compileAgain = Remedy{
		LaTeX: "Compile the paper again, and submit the PDF as the compiler wrote it.",
		Word:  "Export the PDF again, without a password.",
		Typst: "Compile the paper again, and submit the PDF as Typst wrote it.",
	}
	separateText = Remedy{
		LaTeX:       `Remove the negative space (\vspace, \hspace) there; set a table that is wider than its column as table*, or narrower.`,
		Word:        "Move the text box, or wrap text around it; make the table fit its column (Layout → AutoFit → Window).",
		LibreOffice: "Move the frame, or wrap text around it; make the table as wide as its column.",
		Typst:       "Remove the negative space (v, h, place, move) there; give the table columns that fit.",
	}
	exportAgain    = Remedy{Any: "Make the PDF again and submit it as the program wrote it; it may have been truncated in transfer."}
	checkThePDF    = Remedy{Any: "Check the paper's PDF, not its source or another file."}
	removePassword = Remedy{Any: "Save the paper without a password."}
	moreTime       = Remedy{Any: "Look for a figure with very many parts and include it as an image; if the paper is sound, allow more time with --timeout."}
	moreMemory     = Remedy{Any: "Look for a figure with very many parts and include it as an image; if the paper is sound, allow more memory with --max-memory."}
)

// The table of papers with their verdicts.
import { element } from "./dom.js";

const words = { pass: ["✓", "passes"], fail: ["✗", "fails"], unknown: ["?", "not decided"], error: ["⊘", "not readable"] };

const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** Returns the verdict on a paper that is done. */
export const verdictOf = (paper) => paper.outcome.entry?.verdict ?? "error";

/** Returns what there is to change, in a line. */
function changes({ entry, failure }) {
  if (!entry || entry.verdict === "error") {
    return failure ?? entry.findings[0]?.message ?? "";
  }
  const rules = (status) => entry.checks.filter((c) => c.status === status).map((c) => c.rule);
  const named = [...rules("fail"), ...rules("warn").map((rule) => rule + " (warning)")];
  if (named.length > 0) {
    return named.join(", ");
  }
  if (entry.verdict === "unknown") {
    return plural(rules("unknown").length, "rule") + " could not be measured";
  }
  return entry.notes?.length ? plural(entry.notes.length, "note") : "nothing";
}

function badge(paper) {
  if (paper.state !== "done") {
    return element("span", { class: "badge waits" }, paper.state === "checking" ? "checking …" : "waiting");
  }
  const verdict = verdictOf(paper);
  const [sign, word] = words[verdict];
  return element("span", { class: "badge " + verdict }, element("span", { class: "sign", "aria-hidden": "true" }, sign), " " + word);
}

/** Returns how far the check of all papers is, in a sentence. */
export function progress(papers) {
  const done = papers.filter((p) => p.state === "done");
  const counts = Object.entries(words).map(([verdict, [, word]]) => [done.filter((p) => verdictOf(p) === verdict).length, word]);
  const told = counts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${n > 1 ? word.replace(/^passes$/, "pass").replace(/^fails$/, "fail") : word}`);
  const of = done.length < papers.length ? `${done.length} of ` : "";
  return `${of}${plural(papers.length, "paper")} checked${told.length > 0 ? ": " + told.join(", ") : ""}.`;
}

/** The table, with a row for each paper that stays the same element. */
export class Outcomes {
  #body = document.getElementById("outcomes");
  #rows = new Map(); // paper → row
  #show;
  #remove;

  constructor(show, remove) {
    this.#show = show;
    this.#remove = remove;
  }

  /** Shows the papers, the chosen one marked. */
  draw(papers, chosen) {
    for (const [paper, row] of this.#rows) {
      if (!papers.includes(paper)) {
        row.remove();
        this.#rows.delete(paper);
      }
    }
    papers.forEach((paper, i) => {
      const row = this.#rows.get(paper) ?? this.#row(paper);
      if (this.#body.children[i] !== row) {
        this.#body.insertBefore(row, this.#body.children[i] ?? null);
      }
      this.#fill(row, paper, paper === chosen);
    });
  }

  /** Returns the button that removes a paper. */
  removerOf(paper) {
    return this.#rows.get(paper).querySelector(".remove");
  }

  #row(paper) {
    const name = element("button", { type: "button", class: "picks" }, paper.name);
    name.addEventListener("click", () => this.#show(paper));
    const remove = element("button", { type: "button", class: "remove", "aria-label": "Remove " + paper.name }, "×");
    remove.addEventListener("click", () => this.#remove(paper));
    const row = element("tr", {}, element("td"), element("th", { scope: "row" }, name), element("td"), element("td", {}, remove));
    this.#rows.set(paper, row);
    return row;
  }

  #fill(row, paper, isChosen) {
    const state = paper.state === "done" ? verdictOf(paper) : paper.state;
    row.classList.toggle("chosen", isChosen);
    const name = row.cells[1].firstChild;
    name.setAttribute("aria-pressed", String(isChosen));
    name.disabled = !paper.outcome?.html;
    if (row.dataset.state !== state) {
      row.dataset.state = state;
      row.cells[0].replaceChildren(badge(paper));
      row.cells[2].replaceChildren(paper.outcome ? changes(paper.outcome) : "");
    }
  }
}

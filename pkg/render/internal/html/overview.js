(() => {
"use strict";
const start = () => {
  const table = document.getElementById("table"), body = table.tBodies[0], rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const form = document.getElementById("filter"), shown = document.getElementById("shown");
  const picks = [];

  // A button in place of what an element holds.
  const button = (element, name, press) => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = name;
    b.append(...element.childNodes);
    b.addEventListener("click", press);
    element.append(b);
    return b;
  };

  // Sorting: up, down, and back to the order of the files. Rows without a value
  // stay at the end.
  const words = new Intl.Collator(undefined, {numeric: true, sensitivity: "base"});
  const value = (row, column) => row.cells[column].dataset.value;
  const sort = (column, way) => {
    const numbers = heads[column].dataset.sort === "number";
    const compare = (a, b) => {
      const x = value(a, column), y = value(b, column);
      if (x === "" || y === "") return (x === "") - (y === "");
      return way * (numbers ? x - y : words.compare(x, y));
    };
    const sorted = way === 0 ? rows : [...rows].sort(compare);
    const all = document.createDocumentFragment();
    for (const row of sorted) all.append(row);
    body.append(all);
    heads.forEach((head, i) => {
      if (i === column && way !== 0) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
  };
  const next = {ascending: -1, descending: 0};
  heads.forEach((head, i) => button(head, "sorts", () => sort(i, next[head.getAttribute("aria-sort")] ?? 1)));

  // Filtering: every word in the name, the verdict, and the rule that is broken.
  const names = new Map(rows.map(row => [row, value(row, 0).toLowerCase()]));
  const filter = () => {
    const asked = form.elements.text.value.toLowerCase().split(/\s+/);
    const verdict = form.elements.verdict.value, rule = form.elements.rule.value;
    let n = 0;
    for (const row of rows) {
      const fits = asked.every(word => names.get(row).includes(word)) && (verdict === "" || row.dataset.verdict === verdict) &&
        (rule === "" || row.dataset.rules.split(" ").includes(rule));
      row.hidden = !fits;
      if (fits) n++;
    }
    shown.textContent = n === rows.length ? "All " + n + " are shown." : n + " of " + rows.length + " are shown.";
    for (const b of picks) b.setAttribute("aria-pressed", b.parentElement.dataset.rule === rule);
  };
  for (const cell of document.querySelectorAll("[data-rule]")) {
    const rule = cell.dataset.rule;
    picks.push(button(cell, "picks", () => {
      form.elements.rule.value = form.elements.rule.value === rule ? "" : rule;
      filter();
    }));
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.elements.all.addEventListener("click", event => {
    event.preventDefault();
    form.reset();
    sort(0, 0);
    filter();
  });
  window.addEventListener("pageshow", filter); // the browser may have kept what was chosen
  form.hidden = false;
  filter();
};
document.addEventListener("DOMContentLoaded", start);
})();
